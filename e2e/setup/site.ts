/** The built site behind hosts of other kinds than `vite preview`: below a path, without rewrites, without a file. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, relative } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { CACHE, ROOT } from './places';

/** The build that the journeys run against. */
export const BUILT = process.env['E2E_DIST'] ?? join(ROOT, 'dist');

export interface SiteOptions {
  readonly folder?: string;
  /** Path under which the site stands, with a slash at both ends. */
  readonly base?: string;
  /** What an address without a file gets: the page (a host with rewrites), or 404 with 404.html where there is one. */
  readonly unknown?: 'page' | 'notFound';
  /** Files that this host does not have. */
  readonly without?: readonly string[];
  /** Files in whose place it sends the page. */
  readonly replaced?: readonly string[];
  /** Packs what it sends, as hosts do that are worth measuring. */
  readonly compress?: boolean;
}

export interface Site {
  /** Where the site begins, with a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

const packedFiles = new Map<string, Buffer>();

function packed(file: string): Buffer {
  let buffer = packedFiles.get(file);
  if (!buffer) {
    buffer = brotliCompressSync(readFileSync(file));
    packedFiles.set(file, buffer);
  }
  return buffer;
}

/** A host of static files. */
export async function serveSite({
  folder = BUILT,
  base = '/',
  unknown = 'page',
  without = [],
  replaced = [],
  compress = false,
}: SiteOptions = {}): Promise<Site> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site.invalid').pathname);
    const name = path.startsWith(base) ? path.slice(base.length) : undefined;
    const file = name === undefined || name.includes('..') || without.includes(name) ? undefined : join(folder, name);
    const send = (status: number, found: string): void => {
      const type = TYPES[extname(found)] ?? 'application/octet-stream';
      if (compress) response.writeHead(status, { 'Content-Type': type, 'Content-Encoding': 'br' }).end(packed(found));
      else response.writeHead(status, { 'Content-Type': type }).end(readFileSync(found));
    };
    const page = join(folder, 'index.html');
    const notFound = join(folder, '404.html');
    if (name !== undefined && replaced.includes(name)) send(200, page);
    else if (file && existsSync(file) && statSync(file).isFile()) send(200, file);
    else if (name === '') send(200, page);
    else if (unknown === 'page' && name !== undefined && !without.includes(name)) send(200, page);
    else if (unknown === 'notFound' && existsSync(notFound)) send(404, notFound);
    else response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Builds the site for a path of its own, as the README says. @returns the folder. */
export async function buildBelow(base: string): Promise<string> {
  const folder = join(CACHE, `site-${base.replaceAll(/\W/g, '') || 'root'}`);
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const outDir = relative(ROOT, folder);
  await run([vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'], { BASE_PATH: base });
  return folder;
}

function run(args: readonly string[], env: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: 'pipe' });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(output))));
  });
}
