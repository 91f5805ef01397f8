/** The law of imports (architecture §1), read off the files: who may name whom, and who may ask for the time. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const ROOMS = ['kernel', 'domain', 'api', 'backend', 'i18n', 'ui', 'features', 'app', 'e2e'] as const;
type Room = (typeof ROOMS)[number];

/**
 * From a room: what it may name besides its own. `types`: only in `import type`, which leaves no trace at run time. A path
 * allows only what lies below it.
 */
const LAW: Record<Room, Partial<Record<Room, true | 'types' | { readonly below: string }>>> = {
  kernel: {},
  domain: { kernel: true },
  api: { kernel: true, domain: 'types' },
  backend: { kernel: true, domain: true, api: true, i18n: true },
  i18n: { kernel: true, domain: 'types', api: 'types' },
  ui: { kernel: true, i18n: true },
  features: { kernel: true, api: true, i18n: true, ui: true },
  app: { kernel: true, api: true, backend: { below: 'src/backend/hosts/' }, i18n: true, ui: true, features: true },
  e2e: { kernel: true, domain: { below: 'src/domain/scenarios/' }, api: 'types', i18n: true },
};

/** The rooms that run anywhere name these packages and no others. */
const PACKAGES: Partial<Record<Room, readonly string[]>> = { kernel: [], domain: ['tinyqueue'] };

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

const STATEMENT =
  /^[ \t]*(?:import|export)(\s+type\b(?!\s+from\b))?(?:\s*[\w*{][^'"`;=()]*?\bfrom)?\s*(['"])([^'"\n]+)\2/gm;
const CALL = /(typeof\s+)?\bimport\(\s*(['"])([^'"\n]+)\2\s*\)(\.[A-Z])?/g;
const FILE_URL = /\bnew URL\(\s*(['"])(\.[^'"\n]+\.tsx?)\1\s*,\s*import\.meta\.url/g;

/** Everything that a file names: statements, dynamic imports, types in place, worker files. */
function importsOf(text: string): Import[] {
  const statements = [...text.matchAll(STATEMENT)].map(([, type, , specifier = '']) => ({
    specifier,
    typeOnly: type !== undefined,
  }));
  const calls = [...text.matchAll(CALL)].map(([, type, , specifier = '', member]) => ({
    specifier,
    typeOnly: type !== undefined || member !== undefined,
  }));
  const files = [...text.matchAll(FILE_URL)].map(([, , specifier = '']) => ({ specifier, typeOnly: false }));
  return [...statements, ...calls, ...files];
}

function roomOf(path: string): Room | undefined {
  const [top = '', room = ''] = path.split('/');
  const name = top === 'src' ? room : top;
  return ROOMS.find((each) => each === name);
}

/** Tests may stand in any room's shoes; the helpers of the domain's tests are tests. */
function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith('src/domain/testing/');
}

/** Why a file must not name something; `undefined` when it may. */
function breach(file: string, { specifier, typeOnly }: Import): string | undefined {
  const from = roomOf(file);
  if (!from) return undefined;
  if (!specifier.startsWith('.')) {
    const allowed = isTest(file) ? undefined : PACKAGES[from];
    return !allowed || allowed.includes(specifier) ? undefined : `${from} names the package ${specifier}`;
  }
  const target = posix.normalize(posix.join(posix.dirname(file), specifier));
  const to = roomOf(target);
  if (to === 'domain' && from === 'features') return 'a screen computes no rule, not even in its test';
  if (isTest(file)) return undefined;
  if (to && isTest(`${target}.ts`)) return 'only tests name tests';
  if (to === from) return from === 'features' && areaOf(target) !== areaOf(file) ? 'another area' : undefined;
  const law = to && LAW[from][to];
  if (!law) return `${from} names ${to ?? target}`;
  if (law === 'types' && !typeOnly) return `${from} names ${to} otherwise than by import type`;
  if (typeof law === 'object' && !`${target}/`.startsWith(law.below)) return `${from} names ${to} above ${law.below}`;
  return undefined;
}

function areaOf(path: string): string | undefined {
  return path.split('/')[2];
}

const FILES = ['src', 'e2e'].flatMap((top) =>
  readdirSync(`${ROOT}/${top}`, { recursive: true, encoding: 'utf8' })
    .map((name) => `${top}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path)),
);

function textOf(path: string): string {
  return readFileSync(`${ROOT}/${path}`, 'utf8');
}

describe('the law', () => {
  test('holds in every file', () => {
    const breaches = FILES.flatMap((file) =>
      importsOf(textOf(file)).flatMap((each) => {
        const why = breach(file, each);
        return why ? [`${file} → ${each.specifier}: ${why}`] : [];
      }),
    );
    expect(breaches).toEqual([]);
  });

  test('sees the files: every room has some, and their imports are found', () => {
    const rooms = new Map(ROOMS.map((room) => [room, FILES.filter((file) => roomOf(file) === room && !isTest(file))]));
    for (const room of ROOMS.filter((each) => each !== 'e2e')) expect(rooms.get(room)?.length).toBeGreaterThan(0);
    const found = new Set(
      FILES.filter((file) => !isTest(file)).flatMap((file) =>
        importsOf(textOf(file)).flatMap(({ specifier }) => {
          const to = specifier.startsWith('.') && roomOf(posix.join(posix.dirname(file), specifier));
          return to ? `${roomOf(file)} → ${to}` : [];
        }),
      ),
    );
    expect([...found]).toEqual(
      expect.arrayContaining(['domain → kernel', 'i18n → domain', 'backend → domain', 'ui → i18n', 'features → api']),
    );
  });

  test('leaves no import unseen: as many as there are lines that end in one', () => {
    for (const file of FILES) {
      const text = textOf(file);
      const statements = text.match(/^(?:import|export|\}).*\bfrom ['"].*['"];$|^import ['"].*['"];$/gm) ?? [];
      const seen = new Set(importsOf(text).map(({ specifier }) => specifier));
      const missed = statements.filter((line) => !seen.has(/['"]([^'"]+)['"];$/.exec(line)?.[1] ?? ''));
      expect(missed).toEqual([]);
    }
  });

  test.each<[string, string, boolean, boolean]>([
    ['src/kernel/money.ts', './brand', false, true],
    ['src/kernel/money.ts', '../domain/state', true, false],
    ['src/kernel/money.ts', 'big.js', false, false],
    ['src/kernel/money.test.ts', 'big.js', false, true],
    ['src/domain/cart/cart.ts', '../../kernel/money', false, true],
    ['src/domain/due.ts', 'tinyqueue', false, true],
    ['src/domain/due.ts', 'react', false, false],
    ['src/domain/due.ts', '../api/carts', true, false],
    ['src/domain/due.ts', './testing/story', true, false],
    ['src/domain/due.test.ts', './testing/story', false, true],
    ['src/api/carts.ts', '../domain/refusals', true, true],
    ['src/api/carts.ts', '../domain/refusals', false, false],
    ['src/api/carts.ts', '../backend/respond', true, false],
    ['src/backend/respond.ts', '../domain/partner', false, true],
    ['src/backend/routes/carts.ts', '../../i18n/explain', false, true],
    ['src/backend/respond.ts', '../ui/Page', false, false],
    ['src/i18n/explain.ts', '../domain/refusals', true, true],
    ['src/i18n/explain.ts', '../domain/refusals', false, false],
    ['src/i18n/explain.ts', '../ui/language', true, false],
    ['src/ui/Page.tsx', '../i18n/language', false, true],
    ['src/ui/Page.tsx', '../api/carts', true, false],
    ['src/features/cart/CartPage.tsx', '../../api/carts', false, true],
    ['src/features/cart/CartPage.tsx', '../../domain/refusals', true, false],
    ['src/features/cart/CartPage.test.tsx', '../../domain/refusals', true, false],
    ['src/features/cart/CartPage.test.tsx', '../../backend/respond', false, true],
    ['src/features/cart/CartPage.tsx', './Line', false, true],
    ['src/features/cart/CartPage.tsx', '../catalog/filters', false, false],
    ['src/features/cart/CartPage.tsx', '../../app/session', false, false],
    ['src/app/main.tsx', '../backend/hosts/worker/client', false, true],
    ['src/app/main.tsx', '../backend/respond', false, false],
    ['src/app/main.tsx', '../features/cart/CartPage', false, true],
    ['src/app/main.tsx', '../domain/state', true, false],
    ['e2e/journeys/buy.test.ts', '../../src/domain/state', false, true],
    ['e2e/screens/cart.ts', '../../src/domain/scenarios/names', false, true],
    ['e2e/screens/cart.ts', '../../src/domain/state', false, false],
    ['e2e/screens/cart.ts', '../../src/api/carts', true, true],
    ['e2e/screens/cart.ts', '../../src/ui/Page', false, false],
    ['e2e/screens/cart.ts', '../../src/kernel/calendar', false, true],
    ['src/ui/Page.tsx', '../../vite.config', false, false],
  ])('%s → %s (type: %s): %s', (file, specifier, typeOnly, allowed) => {
    expect(breach(file, { specifier, typeOnly }) === undefined).toBe(allowed);
  });

  test.each<[string, Import[]]>([
    ["import { a } from './x';", [{ specifier: './x', typeOnly: false }]],
    ["import type { A } from './x';", [{ specifier: './x', typeOnly: true }]],
    // With verbatim module syntax this still loads the module.
    ["import { type A } from './x';", [{ specifier: './x', typeOnly: false }]],
    ["import {\n  a,\n  type B,\n} from './x';", [{ specifier: './x', typeOnly: false }]],
    ["import type {\n  A,\n} from './x';", [{ specifier: './x', typeOnly: true }]],
    ["import './x.css';", [{ specifier: './x.css', typeOnly: false }]],
    ["import a, * as b from './x';", [{ specifier: './x', typeOnly: false }]],
    ["import type from './x';", [{ specifier: './x', typeOnly: false }]],
    ["export * from './x';", [{ specifier: './x', typeOnly: false }]],
    ["export { a } from './x';", [{ specifier: './x', typeOnly: false }]],
    ["export type { A } from './x';", [{ specifier: './x', typeOnly: true }]],
    ["const page = lazy(() => import('./x'));", [{ specifier: './x', typeOnly: false }]],
    ["type A = import('./x').A;", [{ specifier: './x', typeOnly: true }]],
    ["type A = typeof import('./x');", [{ specifier: './x', typeOnly: true }]],
    ["new Worker(new URL('./x.ts', import.meta.url));", [{ specifier: './x.ts', typeOnly: false }]],
    ["const root = new URL('../..', import.meta.url);", []],
    ["export const text = 'taken from';\nconst other = './x';", []],
    ["// from './x'", []],
  ])('finds in %j what it names', (text, expected) => {
    expect(importsOf(text)).toEqual(expected);
  });
});

describe('time and chance have one door each', () => {
  /** What would make two runs of one world differ, or tie it to a browser. */
  const UNSTEADY =
    /\bDate\b|\bMath\.random\b|\bperformance\.now\b|\brandomUUID\b|\bgetRandomValues\b|\bset(?:Timeout|Interval)\b|\bprocess\.|\bglobalThis\b|\bwindow\.|\bdocument\.|\blocale(?:Compare)?\b|\btoLocale/;

  function unsteady(text: string): string[] {
    return text
      .split('\n')
      .filter((line) => !/^\s*(?:\/?\*|\/\/)/.test(line))
      .flatMap((line) => UNSTEADY.exec(line.replace(/\s\/\/ .*$/, ''))?.[0] ?? []);
  }

  const pure = FILES.filter((file) => ['kernel', 'domain'].includes(roomOf(file) ?? '') && !isTest(file));

  test('kernel and domain ask neither the clock nor chance, except in the calendar', () => {
    const found = pure.flatMap((file) => unsteady(textOf(file)).map((what) => `${file}: ${what}`));
    expect([...new Set(found)]).toEqual(['src/kernel/calendar.ts: Date']);
    expect(pure.length).toBeGreaterThan(30);
  });

  test.each([
    ['const now = Date.now();', ['Date']],
    ['const now = new Date();', ['Date']],
    ['const dice = Math.random();', ['Math.random']],
    ['const id = crypto.randomUUID();', ['randomUUID']],
    ['// Date.now() is not for us', []],
    [' * `Date` and its texts', []],
    ['const plainDate = dateOf(at);', []],
  ])('finds it in %j', (text, expected) => {
    expect(unsteady(text)).toEqual(expected);
  });
});
