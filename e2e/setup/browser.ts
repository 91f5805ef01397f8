/** Finds a Chromium for the journeys and the bench, on a machine that may have none. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright/test';
import { CACHE, ROOT } from './places';

/** A page must not talk to anybody but the site; without these a closed network makes Chromium wait. */
export const LAUNCH_ARGS = [
  '--disable-background-networking',
  '--disable-quic',
  '--disable-component-update',
  '--disable-sync',
];

export interface BrowserChoice {
  /** For people: where the browser comes from. */
  readonly from: string;
  /** Absent for the browser that Playwright has downloaded. */
  readonly executablePath?: string;
}

interface Candidate {
  readonly from: string;
  /** The path, '' for Playwright's own, `undefined` when this machine has no such browser. */
  readonly find: () => Promise<string | undefined>;
}

/** The choice is made once and handed to Playwright's workers, which read the same configuration. */
const CHOSEN = 'E2E_BROWSER_CHOSEN';

/** The first browser that really starts. @throws when there is none, with what was tried. */
export async function chooseBrowser(): Promise<BrowserChoice> {
  const handed = process.env[CHOSEN];
  if (handed) return JSON.parse(handed) as BrowserChoice;
  const choice = await firstThatStarts();
  process.env[CHOSEN] = JSON.stringify(choice);
  return choice;
}

async function firstThatStarts(): Promise<BrowserChoice> {
  const wanted = process.env['E2E_BROWSER'];
  const candidates: Candidate[] = wanted
    ? [{ from: 'E2E_BROWSER', find: async () => wanted }]
    : [
        { from: "Playwright's own", find: async () => (hasOwn() ? '' : undefined) },
        { from: "Playwright's own, downloaded now", find: async () => ((await download()) ? '' : undefined) },
        ...SYSTEM_PATHS.map((path) => ({ from: path, find: async () => (existsSync(path) ? path : undefined) })),
        { from: '@sparticuz/chromium', find: unpackSparticuz },
      ];
  const failures: string[] = [];
  for (const { from, find } of candidates) {
    const path = await find();
    if (path === undefined) continue;
    const choice: BrowserChoice = path === '' ? { from } : { from, executablePath: path };
    const failure = await tryToStart(choice);
    if (failure === undefined) return choice;
    failures.push(`${from}: ${failure}`);
  }
  throw new Error(
    [
      'No browser for the journeys. Run `npx playwright install chromium` where there is a network, install Chromium,',
      'Chrome or Edge, or set E2E_BROWSER to the path of one.',
      ...(failures.length > 0 ? ['Found, but does not start:', ...failures] : []),
    ].join('\n'),
  );
}

async function tryToStart({ executablePath }: BrowserChoice): Promise<string | undefined> {
  try {
    const browser = await chromium.launch({
      args: LAUNCH_ARGS,
      timeout: 30_000,
      ...(executablePath === undefined ? {} : { executablePath }),
    });
    await browser.close();
    return undefined;
  } catch (cause) {
    return String(cause).split('\n').slice(0, 3).join(' ');
  }
}

function hasOwn(): boolean {
  return existsSync(chromium.executablePath());
}

/** How long a download that failed is not tried again. */
const DOWNLOAD_PAUSE = 60 * 60 * 1000;

/** Tries once to get Playwright's own browser. A closed network is found out at once and remembered. */
async function download(): Promise<boolean> {
  const failed = join(CACHE, 'browser-download-failed');
  if (existsSync(failed) && Date.now() - statSync(failed).mtimeMs < DOWNLOAD_PAUSE) return false;
  if ((await isReachable('https://cdn.playwright.dev/')) && runInstaller()) {
    rmSync(failed, { force: true });
    return true;
  }
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(failed, '');
  return false;
}

async function isReachable(url: string): Promise<boolean> {
  try {
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(3_000) });
    return true;
  } catch {
    // No such host, no route, a proxy that says no: there is nothing to be had here.
    return false;
  }
}

function runInstaller(): boolean {
  const cli = join(ROOT, 'node_modules', 'playwright', 'cli.js');
  const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: 180_000,
  });
  return status === 0 && hasOwn();
}

const SYSTEM_PATHS: readonly string[] =
  {
    linux: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome-stable',
      '/usr/bin/google-chrome',
      '/opt/google/chrome/chrome',
      '/usr/bin/microsoft-edge-stable',
      '/usr/bin/microsoft-edge',
      '/snap/bin/chromium',
    ],
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .flatMap((name) => process.env[name] ?? [])
      .flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Chromium', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]),
  }[process.platform as string] ?? [];

/** A Chromium that comes as an npm package and needs no installation: Linux on x64 only. */
async function unpackSparticuz(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    const about = readFileSync(join(ROOT, 'node_modules', '@sparticuz', 'chromium', 'package.json'), 'utf8');
    const { version } = JSON.parse(about) as { version: string };
    // It takes whatever an earlier version has unpacked for its own, unless that is gone.
    const mark = join(tmpdir(), 'chromium.version');
    const unpacked = join(tmpdir(), 'chromium');
    if (!existsSync(mark) || readFileSync(mark, 'utf8') !== version) rmSync(unpacked, { force: true });
    const { default: packed } = await import('@sparticuz/chromium');
    const path = await packed.executablePath();
    writeFileSync(mark, version);
    return path;
  } catch {
    // Its files are missing (an installation without optional parts) or there is no room: the caller says what to do.
    return undefined;
  }
}
