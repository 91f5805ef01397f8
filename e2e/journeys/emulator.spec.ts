import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'playwright/test';
import { ROOT } from '../setup/places';

interface Emulator {
  readonly url: string;
  readonly process: ChildProcess;
}

async function start(args: readonly string[] = []): Promise<Emulator> {
  const main = join(ROOT, 'src', 'backend', 'hosts', 'node', 'main.ts');
  // As package.json starts it. Through tsx's own command the signal would pass a second process, which gives the first
  // only some milliseconds to end well.
  const child = spawn(process.execPath, ['--import', 'tsx', main, '--port', '0', ...args], {
    cwd: ROOT,
    stdio: 'pipe',
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/[\w.:[\]]+/.exec(line)?.[0];
    if (url) return { url, process: child };
  }
  throw new Error('The emulator ended before it was ready.');
}

async function stop({ process: child }: Emulator): Promise<number | null> {
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  const [code] = (await ended) as [number | null];
  return code;
}

test('The emulator starts, gives a token, answers with it and not without, and ends cleanly', async () => {
  const emulator = await start(['--scenario', 'fresh-partner']);
  try {
    const { url } = emulator;
    const stranger = await fetch(`${url}/v1/customers`);
    expect(stranger.status).toBe(401);
    expect(stranger.headers.get('WWW-Authenticate')).toMatch(/^Bearer/);

    const issued = await fetch(`${url}/my-tenant/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'anna', client_secret: 'any' }),
    });
    expect(issued.status).toBe(200);
    const { access_token: token } = (await issued.json()) as { access_token: string };
    const headers = { Authorization: `Bearer ${token}` };
    const listed = await fetch(`${url}/v1/customers`, { headers });
    expect(listed.status).toBe(200);
    const { totalCount, items } = (await listed.json()) as {
      totalCount: number;
      items: { companyProfile: { companyName: string } }[];
    };
    expect(items.map((item) => item.companyProfile.companyName)).toContain('Contoso GmbH');
    expect(totalCount).toBe(items.length);

    const clock = await fetch(`${url}/simulation/v1/clock/advance`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ by: 'P1D' }),
    });
    expect(clock.status).toBe(200);
    expect((await fetch(`${url}/v1/nothing`, { headers })).status).toBe(404);
  } finally {
    expect(await stop(emulator)).toBe(0);
  }
});
