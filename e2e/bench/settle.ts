/** How fast the clock settles, in Node: the emulator keeps its world in memory, one process for each world. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { AdvanceAnswer } from '../../src/api/simulation';
import { ROOT } from '../setup/places';
import type { Measure } from './table';
import { worldOf } from './worlds';

interface Run {
  readonly milliseconds: number;
  readonly events: number;
}

/** Every subscription that is not cancelled has something due each month. */
export async function measureSettling(sizes: readonly number[]): Promise<Measure[]> {
  const measures: Measure[] = [];
  const perEvent = new Map<string, number>();
  for (const size of sizes) {
    for (const years of [1, 10]) {
      const { milliseconds, events } = await settleIn(size, years);
      perEvent.set(`${size} ${years}`, milliseconds / events);
      measures.push({
        name: `Advance ${size} subscriptions by ${years === 1 ? 'a year' : `${years} years`}`,
        unit: 'ms',
        value: milliseconds,
        ...(years === 1 ? { goal: size * 0.15 } : {}),
        note: `${events} events, ${Math.round((size * years * 1000) / milliseconds)} subscription-years a second`,
      });
    }
  }
  const ratio = (upper: string, lower: string): number => (perEvent.get(upper) ?? 0) / (perEvent.get(lower) ?? 1);
  for (const size of sizes) {
    measures.push({
      name: `Cost of an event, ten years : one year, ${size} subscriptions`,
      unit: '×',
      value: ratio(`${size} 10`, `${size} 1`),
      goal: 1.2,
    });
  }
  const [small, large] = [sizes[0], sizes.at(-1)];
  measures.push({
    name: `Cost of an event, ${large} : ${small} subscriptions, one year`,
    unit: '×',
    value: ratio(`${large} 1`, `${small} 1`),
    goal: 1.2,
  });
  return measures;
}

async function settleIn(size: number, years: number): Promise<Run> {
  const { url, stop } = await startEmulator();
  const send = async (method: string, path: string, body: unknown): Promise<unknown> => {
    const response = await fetch(url + path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
  try {
    await send('PUT', '/simulation/v1/world', { script: worldOf(size) });
    const began = performance.now();
    const answer = (await send('POST', '/simulation/v1/clock/advance', { by: `P${years}Y` })) as AdvanceAnswer;
    return { milliseconds: performance.now() - began, events: answer.happenedCount };
  } finally {
    stop();
  }
}

export async function startEmulator(): Promise<{ url: string; stop: () => void }> {
  const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const main = join(ROOT, 'src', 'backend', 'hosts', 'node', 'main.ts');
  const child: ChildProcess = spawn(process.execPath, [tsx, main, '--port', '0'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout) {
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /http:\/\/[\w.:[\]]+/.exec(line)?.[0];
      if (url) return { url, stop: () => void child.kill('SIGINT') };
    }
  }
  throw new Error('The emulator does not start.');
}
