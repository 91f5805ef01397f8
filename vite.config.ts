import react from '@vitejs/plugin-react';
import { msw } from 'msw/vite';
import { copyFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Static hosts that know no rewrites answer a deep link with `404.html`: give them the application. */
function notFoundPage(): Plugin {
  let folder = '';
  return {
    name: 'not-found-page',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir);
    },
    closeBundle: () => copyFile(join(folder, 'index.html'), join(folder, '404.html')),
  };
}

/** Set BASE_PATH to serve the site from a sub-path, for example `BASE_PATH=/demo/ npm run build`. */
export default defineConfig({
  base: process.env['BASE_PATH'] ?? '/',
  plugins: [react(), msw({ mode: 'worker-only' }), notFoundPage()],
  // The public-suffix list inside MSW's cookie store weighs 40 kB and serves cookies that this product does not use.
  resolve: { alias: { tldts: fileURLToPath(new URL('./src/app/tldts-shim.ts', import.meta.url)) } },
  worker: { format: 'es' },
  build: { manifest: true, target: 'es2022', chunkSizeWarningLimit: 900 },
  server: { host: '127.0.0.1', port: 5173 },
  preview: { host: '127.0.0.1', port: 4173 },
  test: { include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'e2e/**/*.test.ts'], testTimeout: 30_000 },
});
