import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { BUILT } from '../setup/site';
import type { Measure } from './table';

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/** What the first screen at an address loads besides the entry, by the source file of the chunk. */
const ROUTES: Record<string, readonly string[]> = {
  home: ['src/features/home/HomePage.tsx'],
  customers: ['src/features/customers/CustomersPage.tsx'],
  subscriptions: ['src/features/customers/CustomerLayout.tsx', 'src/features/subscriptions/SubscriptionsPage.tsx'],
  subscription: ['src/features/customers/CustomerLayout.tsx', 'src/features/subscriptions/SubscriptionPage.tsx'],
  'all subscriptions': ['src/features/subscriptions/AllSubscriptionsPage.tsx'],
  catalog: ['src/features/customers/CustomerLayout.tsx', 'src/features/catalog/CatalogPage.tsx'],
  review: ['src/features/customers/CustomerLayout.tsx', 'src/features/cart/ReviewPage.tsx'],
  confirmation: ['src/features/customers/CustomerLayout.tsx', 'src/features/cart/ConfirmationPage.tsx'],
  orders: ['src/features/customers/CustomerLayout.tsx', 'src/features/customers/OrdersPage.tsx'],
  account: ['src/features/customers/CustomerLayout.tsx', 'src/features/customers/AccountPage.tsx'],
  publisher: ['src/features/publisher/PublisherPage.tsx'],
};

const MOCK = 'src/backend/hosts/msw/service-worker.ts';

const packedSize = (file: string): number => brotliCompressSync(readFileSync(join(BUILT, file))).length;

/** JavaScript and CSS, packed; exact, so these may gate something. */
export function measureSizes(): Measure[] {
  const manifest = JSON.parse(readFileSync(join(BUILT, '.vite', 'manifest.json'), 'utf8')) as Record<string, Chunk>;

  /** The files of some chunks with everything that they import. */
  const filesOf = (keys: readonly string[]): Set<string> => {
    const files = new Set<string>();
    const visit = (key: string): void => {
      const chunk = manifest[key];
      if (!chunk || files.has(chunk.file)) return;
      files.add(chunk.file);
      for (const file of chunk.css ?? []) files.add(file);
      for (const next of chunk.imports ?? []) visit(next);
    };
    for (const key of keys) visit(key);
    return files;
  };
  const kilobytes = (files: Iterable<string>): number =>
    [...files].reduce((sum, file) => sum + packedSize(file), 0) / 1000;

  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  const assets = readdirSync(join(BUILT, 'assets'));
  const worker = assets.filter((name) => /^worker-.*\.js$/.test(name)).map((name) => `assets/${name}`);
  // The build has one for the worker and one for pages without workers.
  const printing = [
    ...assets.filter((name) => /^statement-pdf-.*\.js$/.test(name)).slice(0, 1),
    ...assets.filter((name) => /\.ttf$/.test(name)),
  ].map((name) => `assets/${name}`);
  const measures: Measure[] = [
    { name: 'Entry alone', unit: 'kB br', value: kilobytes(filesOf(entries)) },
    { name: 'Mock (service worker glue), after the first paint', unit: 'kB br', value: kilobytes(filesOf([MOCK])) },
    { name: 'Worker with world and catalog', unit: 'kB br', value: kilobytes(worker), goal: 150 },
    { name: 'Printing of invoices, when idle: library and fonts', unit: 'kB br', value: kilobytes(printing) },
  ];
  for (const [name, keys] of Object.entries(ROUTES)) {
    for (const key of keys) if (!manifest[key]) throw new Error(`The build has no chunk of ${key}.`);
    const files = filesOf([...entries, ...keys, MOCK]);
    const first = name === 'home' || name === 'customers';
    measures.push({
      name: `First screen at ${name}, mock included`,
      unit: 'kB br',
      value: kilobytes(files),
      goal: first ? 250 : 300,
    });
  }
  return measures;
}
