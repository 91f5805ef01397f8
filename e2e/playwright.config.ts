import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { defineConfig } from 'playwright/test';
import { chooseBrowser, LAUNCH_ARGS } from './setup/browser';
import { CACHE, ROOT } from './setup/places';

/**
 * The journeys run against the production build in `dist` (`npm run build`), or against a server that is there already
 * (`E2E_URL=http://127.0.0.1:5173 npm run journeys`). Playwright reads this file in every worker, so what is found out
 * once goes into the environment.
 */
const ownServer = process.env['E2E_URL'] === undefined || process.env['E2E_PORT'] !== undefined;
if (ownServer && process.env['E2E_PORT'] === undefined) {
  const port = await findFreePort();
  process.env['E2E_PORT'] = String(port);
  process.env['E2E_URL'] = `http://127.0.0.1:${port}`;
  process.env['E2E_DIST'] = keepBuild(process.env['E2E_DIST'] ?? join(ROOT, 'dist'), port);
}
const built = process.env['E2E_DIST'] ?? '';

const { executablePath } = await chooseBrowser();

/** A machine that is busy with other things may take longer: `E2E_PATIENCE=4`. */
const patience = Number(process.env['E2E_PATIENCE'] ?? 1);

export default defineConfig({
  testDir: 'journeys',
  outputDir: join(ROOT, 'test-results'),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000 * patience,
  expect: { timeout: 10_000 * patience },
  ...(process.env['E2E_DEADLINE']
    ? { globalTimeout: Math.max(1_000, Number(process.env['E2E_DEADLINE']) - Date.now()) }
    : {}),
  reporter: process.env['E2E_REPORT'] ? [['dot'], ['json', { outputFile: process.env['E2E_REPORT'] }]] : 'list',
  use: {
    baseURL: process.env['E2E_URL'] ?? '',
    locale: 'en-US',
    timezoneId: 'America/Los_Angeles',
    viewport: { width: 1280, height: 800 },
    actionTimeout: 10_000 * patience,
    navigationTimeout: 20_000 * patience,
    // Without films and pictures of the document: they slow down everything that is measured or waited for.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    video: 'off',
    launchOptions: { args: LAUNCH_ARGS, ...(executablePath === undefined ? {} : { executablePath }) },
  },
  ...(ownServer
    ? {
        webServer: {
          command: [
            JSON.stringify(process.execPath),
            JSON.stringify(join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')),
            `preview --host 127.0.0.1 --port ${process.env['E2E_PORT']} --strictPort --outDir`,
            JSON.stringify(built),
          ].join(' '),
          cwd: ROOT,
          url: process.env['E2E_URL'] ?? '',
          reuseExistingServer: false,
          timeout: 60_000,
          stdout: 'ignore' as const,
        },
      }
    : {}),
});

/** A copy of the build: another build, started while this one is tested, must not change it. */
function keepBuild(folder: string, port: number): string {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error('There is no build to test: run `npm run build` first.');
  }
  const copies = join(CACHE, 'served');
  for (const old of existsSync(copies) ? readdirSync(copies) : []) {
    const path = join(copies, old);
    if (Date.now() - statSync(path).mtimeMs > 60 * 60 * 1000) rmSync(path, { recursive: true, force: true });
  }
  const copy = join(copies, String(port));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Two runs on one machine must not test each other's build. */
function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('No free port.'));
      });
    });
  });
}
