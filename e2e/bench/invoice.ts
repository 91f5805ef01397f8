/** One invoice of 100,000 lines: opening it, filtering it, going through it, and saving its file. */
import type { Browser, Page } from 'playwright/test';
import { inPage, open, timeCall } from './browser';
import { median, quantile, type Measure } from './table';

export async function measureInvoice(browser: Browser, url: string): Promise<Measure[]> {
  return inPage(browser, {}, async (page) => {
    await open(page, url, 'serviceWorker');
    const loaded = await timeCall(page, 'PUT', '/simulation/v1/world', { scenario: 'huge-invoice' });
    const path = await page.evaluate(async () => {
      const response = await fetch('/v1/invoices');
      const { items } = (await response.json()) as { items: { id: string }[] };
      return `/billing/invoices/${items[0]?.id}`;
    });
    const opened: number[] = [];
    for (let time = 0; time < 3; time++) {
      // In a page that is new nobody has read the lines yet, and nothing of them is kept.
      await open(page, `${url}customers`, 'serviceWorker');
      await page.getByRole('table').waitFor();
      opened.push(await timed(page, 'open', { path }));
    }
    await page.evaluate(watchThread);
    const chosen: number[] = [];
    for (const type of ['new', 'addQuantity', '', 'new', '']) {
      chosen.push(await timed(page, 'choose', { type }));
    }
    const typed: number[] = [];
    for (const text of ['alder', 'bakery', 'energy', 'kestrel', '']) typed.push(await timed(page, 'type', { text }));
    const frames = await page.evaluate(scrollFrames);
    const jumps: number[] = [];
    for (const share of [1, 0.1, 0.6, 0.3, 1]) jumps.push(await timed(page, 'jump', { share }));
    const saved: number[] = [];
    const longest: number[] = [];
    for (let time = 0; time < 3; time++) {
      await page.evaluate(() => {
        window.longestTask = 0;
      });
      const download = page.waitForEvent('download', { timeout: 120_000 });
      saved.push(await timed(page, 'save', {}));
      await (await download).delete();
      longest.push(await page.evaluate(() => window.longestTask));
    }
    const note = (values: readonly number[]): string =>
      `median of ${values.length}, max ${Math.max(...values).toFixed(0)}`;
    return [
      { name: 'Load the scenario', unit: 'ms', value: loaded, goal: 10_000 },
      { name: 'Open the invoice, nothing read yet', unit: 'ms', value: median(opened), goal: 700, note: note(opened) },
      { name: 'Choose a filter', unit: 'ms', value: median(chosen), goal: 200, note: note(chosen) },
      { name: 'Search, keystroke to paint', unit: 'ms', value: median(typed), goal: 200, note: note(typed) },
      {
        name: 'Frame while scrolling, p95',
        unit: 'ms',
        value: quantile(frames, 0.95),
        goal: 24,
        note: `${frames.length} frames`,
      },
      { name: 'Jump far away, rows shown', unit: 'ms', value: median(jumps), goal: 200, note: note(jumps) },
      { name: 'Save the file of 100,000 lines', unit: 'ms', value: median(saved), goal: 3_000, note: note(saved) },
      { name: 'Longest task of the page meanwhile', unit: 'ms', value: median(longest), goal: 50, note: note(longest) },
    ];
  });
}

interface Act {
  readonly path?: string;
  readonly type?: string;
  readonly text?: string;
  readonly share?: number;
}

type What = 'open' | 'choose' | 'type' | 'jump' | 'save';

/** Does something in the page, and takes the time until what it leads to has been painted. */
function timed(page: Page, what: What, act: Act): Promise<number> {
  return page.evaluate(
    async ([kind, { path = '', type = '', text = '', share = 0 }]) => {
      const painted = (): Promise<void> =>
        new Promise((resolve) => {
          requestAnimationFrame(() => {
            setTimeout(resolve);
          });
        });
      const until = async (done: () => boolean): Promise<number> => {
        const limit = performance.now() + 120_000;
        while (!done()) {
          if (performance.now() > limit) throw new Error(`${kind} leads to nothing`);
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
        await painted();
        return performance.now();
      };
      const scroller = (): HTMLElement => document.querySelector<HTMLElement>('main [role="region"]:has(table)')!;
      const rows = (): Element[] => [...document.querySelectorAll('main tbody tr[aria-rowindex]')];
      const totals = (): string => document.querySelector('main dl[aria-label]')?.textContent ?? '';
      const set = (field: HTMLInputElement | HTMLSelectElement, value: string): void => {
        // React hears of a value only by the setter of the element itself.
        const owner = field instanceof HTMLInputElement ? HTMLInputElement : HTMLSelectElement;
        Object.getOwnPropertyDescriptor(owner.prototype, 'value')?.set?.call(field, value);
        field.dispatchEvent(new Event(field instanceof HTMLInputElement ? 'input' : 'change', { bubbles: true }));
      };
      // The field by which lines are sought: the list before this page has none in a section of its own.
      const search = (): HTMLInputElement | null => document.querySelector('main section input[type="search"]');
      const before = totals();
      const began = performance.now();
      switch (kind) {
        case 'open':
          history.pushState(null, '', path);
          dispatchEvent(new PopStateEvent('popstate'));
          return (await until(() => search() !== null && rows().length > 5)) - began;
        case 'choose':
          set(document.querySelectorAll<HTMLSelectElement>('main select')[1]!, type);
          return (await until(() => totals() !== before)) - began;
        case 'type':
          set(search()!, text);
          return (await until(() => totals() !== before)) - began;
        case 'jump': {
          const { scrollHeight, clientHeight } = scroller();
          scroller().scrollTo({ top: (scrollHeight - clientHeight) * share });
          const inSight = (): boolean => {
            const { top, bottom } = scroller().getBoundingClientRect();
            return rows().some((row) => {
              const place = row.getBoundingClientRect();
              return place.bottom > top + 60 && place.top < bottom;
            });
          };
          return (await until(inSight)) - began;
        }
        case 'save':
          document.querySelector<HTMLElement>('main button[aria-label*="file"]')!.click();
          await until(() => document.querySelector('main [role="progressbar"]') !== null);
          return (await until(() => document.querySelector('main [role="progressbar"]') === null)) - began;
      }
    },
    [what, act] as const,
  );
}

declare global {
  interface Window {
    longestTask: number;
  }
}

function watchThread(): void {
  window.longestTask = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longestTask = Math.max(window.longestTask, duration);
  }).observe({ type: 'longtask' });
}

/** Scrolls for two seconds as a wheel does, and takes the time of each frame. */
async function scrollFrames(): Promise<number[]> {
  const scroller = document.querySelector<HTMLElement>('main [role="region"]:has(table)')!;
  const frames: number[] = [];
  let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const until = last + 2_000;
  while (last < until) {
    scroller.scrollBy({ top: 120 });
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    frames.push(now - last);
    last = now;
  }
  return frames;
}
