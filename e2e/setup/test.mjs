/**
 * The whole gate: types, lint, unit tests, build, journeys. Every stage runs whatever became of the ones before (the
 * journeys need a build, though); the last line says how many tests passed and failed in all.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const reports = `${root}node_modules/.cache/e2e/reports/`;
const bin = (path) => `${root}node_modules/${path}`;

/** Whatever hangs is ended here, so that there is a result. */
const MINUTES = 40;
const deadline = Date.now() + MINUTES * 60_000;

const stages = [
  { name: 'Types', run: () => npmScript('typecheck') },
  { name: 'Lint', run: () => npmScript('lint') },
  {
    name: 'Unit tests',
    run: (file) =>
      node([bin('vitest/vitest.mjs'), 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]),
    count: ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests }),
  },
  { name: 'Build', run: () => npmScript('build') },
  {
    name: 'Journeys',
    needs: 'Build',
    run: (file) =>
      node([bin('playwright/cli.js'), 'test', '-c', 'e2e/playwright.config.ts'], {
        E2E_REPORT: file,
        // Before the axe falls here, so that its report is written.
        E2E_DEADLINE: String(deadline - 20_000),
      }),
    count: ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
  },
];

/** A script of package.json, by the npm that runs this one. */
function npmScript(name) {
  const cli = process.env.npm_execpath;
  return cli && /npm-cli\.[cm]?js$/.test(cli)
    ? node([cli, 'run', '--silent', name])
    : start('npm', ['run', '--silent', name], { shell: process.platform === 'win32' });
}

function node(args, env = {}) {
  return start(process.execPath, args, { env: { ...process.env, ...env } });
}

const posix = process.platform !== 'win32';
let running;

/** Ends the stage that is under way, with its children. */
function endStage() {
  try {
    if (posix) process.kill(-running.pid, 'SIGKILL');
    else running?.kill();
  } catch {
    // It is gone already.
    return;
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    endStage();
    process.exit(130);
  });
}

/** @returns the exit code; `null` when it had to be ended. */
function start(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      // A group of its own, so that its children end with it.
      detached: posix,
      ...options,
    });
    running = child;
    const timer = setTimeout(endStage, Math.max(1, deadline - Date.now()));
    const finish = (code) => {
      clearTimeout(timer);
      resolve(code);
    };
    child.once('error', (cause) => {
      console.error(cause.message);
      finish(1);
    });
    child.once('exit', finish);
  });
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // The stage ended before it could write one; that it failed says its exit code.
    return undefined;
  }
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

let passed = 0;
let failed = 0;
const broken = new Set();
const summary = [];

for (const { name, run, count, needs } of stages) {
  if (broken.has(needs)) {
    failed += 1;
    summary.push(`${name}: not run, because ${needs.toLowerCase()} failed`);
    continue;
  }
  console.log(`\n— ${name} —`);
  const began = Date.now();
  const file = `${reports}${name.toLowerCase().replaceAll(' ', '-')}.json`;
  const code = await run(file);
  const report = count && readReport(file);
  const counts = report ? count(report) : { passed: 0, failed: 0 };
  // What fails without a failing test (a file that does not load, a lint error) is a failure all the same.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  if (code !== 0) broken.add(name);
  passed += counts.passed;
  failed += counts.failed;
  const tests = count ? `, ${counts.passed} passed, ${counts.failed} failed` : '';
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  summary.push(
    `${name}: ${code === 0 ? 'ok' : code === null ? 'ended, no time left' : 'FAILED'}${tests} (${seconds} s)`,
  );
}

console.log(`\n${summary.join('\n')}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
