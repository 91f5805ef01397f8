/** From a keystroke in a search box to its result on the screen, in lists of thousands. */
import type { Browser, Page } from 'playwright/test';
import type { Scenario } from '../scenario';
import { inPage, open, throttle, timeCall } from './browser';
import { spread, type Measure } from './table';
import { catalogOf, worldOf } from './worlds';

const WORDS = ['backup', 'desk', 'invoice', 'learning', 'premium'];

interface List {
  readonly name: string;
  readonly script: Scenario;
  readonly path: (page: Page) => Promise<string>;
  readonly box: string;
  /** The element in which results appear. */
  readonly results: string;
  readonly words: readonly string[];
}

export async function measureTyping(browser: Browser, url: string): Promise<Measure[]> {
  const lists: readonly List[] = [
    {
      name: 'Filter 5,000 offers',
      script: catalogOf(5_000),
      path: async (page) => `customers/${await firstCustomer(page)}/catalog/online-services`,
      box: 'Search offers',
      results: 'main [role="tabpanel"]',
      words: WORDS,
    },
    {
      name: 'Filter 10,000 subscriptions',
      script: worldOf(10_000),
      path: async () => 'subscriptions',
      box: 'Search subscriptions',
      results: 'main',
      words: ['alder', 'office', 'bakery', 'visio', 'teams'],
    },
  ];
  const measures: Measure[] = [];
  for (const list of lists) {
    await inPage(browser, {}, async (page) => {
      await open(page, url, 'serviceWorker');
      await timeCall(page, 'PUT', '/simulation/v1/world', { script: list.script });
      await open(page, url + (await list.path(page)), 'serviceWorker');
      await page.getByRole('searchbox', { name: list.box }).waitFor();
      for (const [cpu, p95] of [
        [1, 60],
        [4, 160],
      ] as const) {
        await throttle(page, cpu);
        measures.push(...spread(`${list.name}, ${cpu}× CPU`, await typeWords(page, list), { p95 }));
      }
    });
  }
  return measures;
}

function firstCustomer(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const response = await fetch('/dashboard/v1/customers?size=1');
    return ((await response.json()) as { items: { id: string }[] }).items[0]?.id ?? '';
  });
}

/**
 * After so long without a change the results of a keystroke are complete. There is no event for nothing happening any
 * more, and this measures, it does not test: it waits.
 */
const QUIET = 700;

async function typeWords(page: Page, { box, results, words }: List): Promise<number[]> {
  const field = page.getByRole('searchbox', { name: box });
  const latencies: number[] = [];
  await field.fill('');
  await page.waitForTimeout(QUIET);
  for (const word of words) {
    await field.focus();
    for (const letter of word) {
      await page.evaluate(watchNextKey, { selector: results, quiet: QUIET });
      await page.keyboard.press(letter);
      const latency = await page.evaluate(() => window.keyLatency);
      // A letter that changes nothing on the screen has no latency.
      if (latency !== null) latencies.push(latency);
    }
    await field.fill('');
    await page.waitForTimeout(QUIET);
  }
  return latencies;
}

declare global {
  interface Window {
    keyLatency: Promise<number | null>;
  }
}

/** Takes the time from the next keystroke to the paint after the last change of the rows that it leads to. */
function watchNextKey({ selector, quiet }: { selector: string; quiet: number }): void {
  window.keyLatency = new Promise((resolve) => {
    let pressedAt = 0;
    let paintedAt: number | null = null;
    let timer: ReturnType<typeof setTimeout>;
    const settle = (): void => {
      observer.disconnect();
      resolve(paintedAt === null ? null : paintedAt - pressedAt);
    };
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(settle, quiet);
    };
    const observer = new MutationObserver((changes) => {
      const ofRows = changes.some(({ target }) => {
        const element = target instanceof Element ? target : target.parentElement;
        return element?.closest('ul, table, [aria-busy]') != null;
      });
      if (pressedAt === 0 || !ofRows) return;
      requestAnimationFrame(() => {
        setTimeout(() => {
          paintedAt = performance.now();
        });
      });
      wait();
    });
    document.addEventListener(
      'keydown',
      (event) => {
        pressedAt = event.timeStamp;
        wait();
      },
      { capture: true, once: true },
    );
    const root = document.querySelector(selector);
    if (root) observer.observe(root, { childList: true, subtree: true, characterData: true });
  });
}
