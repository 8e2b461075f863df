import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Built ahead and shipped in the package: what `gouji serve` hands out, from one origin, under a strict CSP. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Nothing is inlined: data: addresses would need holes in the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // For work on the front end: `npm run -s web` beside a running `gouji serve`.
  server: { port: 4871, proxy: { '/api': 'http://127.0.0.1:4870' } },
});
