import type { Browser, Page } from 'playwright/test';
import { inPage, open, timeCall } from './browser';
import { median, spread, type Measure } from './table';
import { worldOf } from './worlds';

const CALLS = 200;

/** A command (rename a subscription) and a query, through the service worker and directly. */
export async function measureCalls(browser: Browser, url: string): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const [name, transport, goal] of [
    ['service worker', 'serviceWorker', 20],
    ['direct', 'direct', 6],
  ] as const) {
    const serviceWorkers = transport === 'direct' ? 'block' : 'allow';
    const [commands, queries] = await inPage(browser, { serviceWorkers }, async (page) => {
      await open(page, url, transport);
      const path = await somePath(page);
      const resource = await page.evaluate(async (address) => (await fetch(address)).json() as Promise<object>, path);
      const times: number[][] = [[], []];
      for (let call = 0; call < CALLS; call++) {
        times[0]?.push(await timeCall(page, 'PATCH', path, { ...resource, friendlyName: `Name ${call}` }));
        times[1]?.push(await timeCall(page, 'GET', path));
      }
      return times;
    });
    measures.push(
      ...spread(`Command, ${name}`, (commands ?? []).slice(10), { p95: goal }),
      ...spread(`Query, ${name}`, (queries ?? []).slice(10)),
    );
  }
  return measures;
}

/** The address of a subscription of the default world. */
function somePath(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { items } = (await (await fetch('/dashboard/v1/subscriptions')).json()) as {
      items: { id: string; customerId: string; commerce: string }[];
    };
    const row = items.find(({ commerce }) => commerce !== 'marketplace') ?? items[0];
    if (!row) throw new Error('The default world has no subscription.');
    return `/v1/customers/${row.customerId}/subscriptions/${row.id}`;
  });
}

/** Opening, resetting and rewinding worlds, in the browser with its storage. */
export async function measureWorlds(browser: Browser, url: string, times = 5): Promise<Measure[]> {
  return inPage(browser, {}, async (page) => {
    await open(page, url, 'serviceWorker');
    const world = (body: unknown): Promise<number> => timeCall(page, 'PUT', '/simulation/v1/world', body);
    const rewind = (toSequence: number): Promise<number> =>
      timeCall(page, 'POST', '/simulation/v1/history/rewind', { toSequence });
    const sequence = (): Promise<number> =>
      page.evaluate(async () => {
        const response = await fetch('/simulation/v1/history?tail=1&size=1');
        return ((await response.json()) as { sequence: number }[])[0]?.sequence ?? 0;
      });
    const loads: number[] = [];
    const resets: number[] = [];
    const steps: number[] = [];
    for (let time = 0; time < times; time++) {
      loads.push(await world({ scenario: 'fresh-partner' }));
      resets.push(await page.evaluate(resetAndTime));
      const before = await sequence();
      await rename(page, 1);
      steps.push(await rewind(before));
    }
    const far: number[] = [];
    for (let time = 0; time < 3; time++) {
      const before = await sequence();
      await rename(page, 1_000);
      far.push(await rewind(before));
    }
    const large: number[] = [];
    for (let time = 0; time < 2; time++) large.push(await world({ script: worldOf(10_000) }));
    const longest = await longestTaskOver(page, () =>
      timeCall(page, 'POST', '/simulation/v1/clock/advance', { by: 'P1M' }),
    );
    const note = `median of ${times}`;
    return [
      { name: 'Load the default scenario', unit: 'ms', value: median(loads), goal: 500, note },
      { name: 'Reset', unit: 'ms', value: median(resets), goal: 200, note },
      { name: 'Rewind one step', unit: 'ms', value: median(steps), goal: 100, note },
      { name: 'Rewind 1,000 commands', unit: 'ms', value: median(far), goal: 1_000, note: 'median of 3' },
      { name: 'Load 10,000 subscriptions', unit: 'ms', value: Math.min(...large), goal: 10_000, note: 'better of 2' },
      {
        name: 'Longest task of the page while 10,000 subscriptions move a month',
        unit: 'ms',
        value: longest,
        goal: 50,
      },
    ];
  });
}

async function resetAndTime(): Promise<number> {
  const began = performance.now();
  await window.simulation.reset();
  return performance.now() - began;
}

/** So many commands in a row. */
async function rename(page: Page, count: number): Promise<void> {
  const path = await somePath(page);
  await page.evaluate(
    async ({ address, most }) => {
      const resource = (await (await fetch(address)).json()) as object;
      for (let number = 1; number <= most; number++) {
        const response = await fetch(address, {
          method: 'PATCH',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ ...resource, friendlyName: `Name ${number}` }),
        });
        if (!response.ok) throw new Error(await response.text());
      }
    },
    { address: path, most: count },
  );
}

declare global {
  interface Window {
    longest: number;
  }
}

async function longestTaskOver(page: Page, work: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
    }).observe({ type: 'longtask' });
  });
  await work();
  return page.evaluate(() => window.longest);
}
