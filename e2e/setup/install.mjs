/**
 * Before `npm start` and `npm test`: brings node_modules to what package-lock.json says, when it is not there or older.
 * Plain Node, because it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Node must be at least as new as `engines` in package.json says. */
function checkNode() {
  const { engines } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = engines.node.replace(/^\D+/, '').split('.').map(Number);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  console.error(
    `This needs Node.js ${engines.node}; you have ${process.versions.node}. Get a newer one at nodejs.org.`,
  );
  process.exit(1);
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(`${root}${file}`, 'utf8')).packages;
  } catch {
    // Not there, or left behind half written: npm then makes everything anew.
    return undefined;
  }
}

/**
 * npm stamps what it has installed as its last step, so an install that was broken off has no stamp. Contents are
 * compared, not times: a stamp stays good after `npm ci` by hand, a pull that changed nothing, a copied folder.
 *
 * @returns what is not as the lock says, or nothing.
 */
function findStale() {
  const installed = readPackages('node_modules/.package-lock.json');
  if (!installed) return existsSync(`${root}node_modules`) ? 'The last installation is not complete.' : 'First start.';
  const locked = readPackages('package-lock.json') ?? {};
  for (const [path, { version, optional, devOptional, peer }] of Object.entries(locked)) {
    if (path === '') continue;
    const present = installed[path];
    // Optional packages are for other machines, mostly.
    if (!present && !optional && !devOptional && !peer) return `${path} is missing.`;
    if (present && present.version !== version) return `${path} is ${present.version}, not ${version}.`;
  }
  return undefined;
}

/** The npm that runs this script, or the one on the path. */
function runNpm(args) {
  const cli = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] };
  return cli && /npm-cli\.[cm]?js$/.test(cli)
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

checkNode();
const stale = findStale();
if (stale) {
  console.log(`Installing what this project needs (about a minute). ${stale}`);
  const { status, error } = runNpm(['ci', '--no-audit', '--no-fund']);
  if (error || status !== 0) {
    console.error(`The installation failed${error ? `: ${error.message}` : ''}. Check the connection, then try again.`);
    process.exit(status || 1);
  }
  console.log('Installed.');
}
