/** A browser for measuring: one page in a fresh context each time, slowed down on demand. */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright/test';
import { chooseBrowser, LAUNCH_ARGS } from '../setup/browser';

export interface Slowness {
  /** How many times slower the processor is. */
  readonly cpu?: number;
  /** 10 Mbit/s with 40 ms of latency. */
  readonly network?: boolean;
  readonly serviceWorkers?: 'allow' | 'block';
}

export async function launch(): Promise<Browser> {
  const { executablePath } = await chooseBrowser();
  return chromium.launch({ args: LAUNCH_ARGS, ...(executablePath === undefined ? {} : { executablePath }) });
}

/** Runs something in a page of a fresh context. */
export async function inPage<Value>(
  browser: Browser,
  { cpu = 1, network = false, serviceWorkers = 'allow' }: Slowness,
  run: (page: Page, context: BrowserContext) => Promise<Value>,
): Promise<Value> {
  const context = await browser.newContext({
    serviceWorkers,
    locale: 'en-US',
    viewport: { width: 1280, height: 800 },
  });
  try {
    // The loader of these files keeps the names of functions by a helper that functions sent to the page call, too.
    await context.addInitScript('globalThis.__name = (named) => named');
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    if (cpu > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    if (network) {
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 40,
        downloadThroughput: 10_000_000 / 8,
        uploadThroughput: 10_000_000 / 8,
      });
    }
    return await run(page, context);
  } finally {
    await context.close();
  }
}

/** Slows a page down that is open already. */
export async function throttle(page: Page, cpu: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
}

export async function open(page: Page, address: string, transport?: 'serviceWorker' | 'direct'): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(() => 'simulation' in window);
  await page.evaluate(() => window.simulation.ready);
  if (transport) await page.waitForFunction((wanted) => window.simulation.transport === wanted, transport);
}

/** Times one call in the page, from before `fetch` to the parsed answer. */
export function timeCall(page: Page, method: string, path: string, body?: unknown): Promise<number> {
  return page.evaluate(
    async (request) => {
      const began = performance.now();
      const response = await fetch(request.path, {
        method: request.method,
        ...(request.body === undefined
          ? {}
          : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(request.body) }),
      });
      const answer: unknown = await response.json();
      if (!response.ok) throw new Error(`${request.method} ${request.path}: ${JSON.stringify(answer)}`);
      return performance.now() - began;
    },
    { method, path, body },
  );
}
