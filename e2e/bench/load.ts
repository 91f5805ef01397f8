import type { Browser } from 'playwright/test';
import { inPage, type Slowness } from './browser';
import { median, type Measure } from './table';

interface Load {
  readonly firstRow: number;
  readonly blocking: number;
  readonly paint: number;
  readonly shift: number;
}

/** From nothing (no cache, no world) to the first row of the customer list. */
export async function measureLoads(browser: Browser, url: string, times = 5): Promise<Measure[]> {
  const measures: Measure[] = [];
  const cases: readonly (readonly [name: string, slowness: Slowness, goals: Partial<Load>])[] = [
    ['1× CPU', {}, { paint: 800, shift: 0.02 }],
    ['1× CPU, 10 Mbit/s, 40 ms', { network: true }, {}],
    ['4× CPU, 10 Mbit/s, 40 ms', { cpu: 4, network: true }, { firstRow: 1_400, blocking: 500 }],
  ];
  for (const [name, slowness, goals] of cases) {
    const loads: Load[] = [];
    for (let time = 0; time < times; time++) loads.push(await loadOnce(browser, `${url}customers`, slowness));
    const add = (what: string, unit: string, key: keyof Load): void => {
      const values = loads.map((load) => load[key]);
      const goal = goals[key];
      measures.push({
        name: `Cold load, ${name}: ${what}`,
        unit,
        value: median(values),
        note: `median of ${times}, ${Math.min(...values).toFixed(unit === 'ms' ? 0 : 3)} at best`,
        ...(goal === undefined ? {} : { goal }),
      });
    };
    add('first row', 'ms', 'firstRow');
    add('main thread blocked', 'ms', 'blocking');
    add('largest paint', 'ms', 'paint');
    add('layout shift', '', 'shift');
  }
  return measures;
}

interface Noted {
  firstRow?: number;
  blocking: number;
  paint: number;
  shift: number;
}

declare global {
  interface Window {
    noted: Noted;
  }
}

function loadOnce(browser: Browser, address: string, slowness: Slowness): Promise<Load> {
  return inPage(browser, slowness, async (page) => {
    await page.addInitScript(() => {
      const noted: Noted = { blocking: 0, paint: 0, shift: 0 };
      window.noted = noted;
      new MutationObserver((_changes, observer) => {
        if (!document.querySelector('main table tbody tr')) return;
        observer.disconnect();
        // Painted when the frame after this one begins.
        requestAnimationFrame(() => {
          setTimeout(() => {
            noted.firstRow = performance.now();
          });
        });
      }).observe(document, { childList: true, subtree: true });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) noted.blocking += Math.max(0, duration - 50);
      }).observe({ type: 'longtask', buffered: true });
      new PerformanceObserver((list) => {
        for (const { startTime } of list.getEntries()) noted.paint = startTime;
      }).observe({ type: 'largest-contentful-paint', buffered: true });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) noted.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(address);
    await page.waitForFunction(() => window.noted.firstRow !== undefined);
    // What the start does behind the first row belongs to it, too: a stretch of time is what is measured here.
    await page.waitForTimeout(1_500);
    return page.evaluate(() => ({ ...window.noted, firstRow: window.noted.firstRow ?? Number.NaN }));
  });
}
