/**
 * `npm run bench`: measures the build in `dist` and prints it beside the goals. It never fails anything: times depend on
 * the machine. `npm run bench -- sizes calls` runs some parts only.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright/test';
import { BUILT, serveSite } from '../setup/site';
import { launch } from './browser';
import { measureCalls, measureWorlds } from './calls';
import { measureInvoice } from './invoice';
import { measureLines } from './lines';
import { measureLoads } from './load';
import { measureSettling } from './settle';
import { measureSizes } from './sizes';
import { printTable, type Measure } from './table';
import { measureTyping } from './typing';

type Part = (browser: Browser, url: string) => Promise<Measure[]>;

const PARTS: Record<string, readonly [title: string, part: Part]> = {
  sizes: ['Size, packed', async () => measureSizes()],
  load: ['Cold load of the customer list', measureLoads],
  calls: ['Round trips', measureCalls],
  worlds: ['Worlds', measureWorlds],
  typing: ['Keystroke to paint', measureTyping],
  invoice: ['One invoice of 100,000 lines', measureInvoice],
  lines: ['Lines, in Node', () => measureLines()],
  settle: ['Settling, in Node', () => measureSettling([1_000, 10_000])],
};

if (!existsSync(join(BUILT, 'index.html'))) throw new Error('There is no build to measure: run `npm run build` first.');
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}.`);

const site = await serveSite({ compress: true });
const browser = await launch();
process.stdout.write(`${process.platform}, Node ${process.versions.node}, Chromium ${browser.version()}\n`);
try {
  for (const [name, [title, part]] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    try {
      printTable(title, await part(browser, site.url));
    } catch (cause) {
      process.stdout.write(`\n${title}\nnot measured: ${String(cause)}\n`);
    }
  }
} finally {
  await browser.close();
  await site.close();
}
