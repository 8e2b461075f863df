import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

/**
 * What pdf.js asks for while it draws: tables of Chinese encodings, stand-ins for fonts that are not in the file, decoders.
 * Its script engine (quickjs) stays out: documents run nothing.
 */
const PDFJS_FOLDERS = ['cmaps', 'standard_fonts', 'iccs', 'wasm'];

function pdfjsFiles(): Plugin {
  return {
    name: 'pdfjs-files',
    apply: 'build',
    generateBundle() {
      for (const folder of PDFJS_FOLDERS) {
        const from = new URL(`../node_modules/pdfjs-dist/${folder}/`, import.meta.url);
        for (const name of readdirSync(from)) {
          if (name.startsWith('quickjs') || name.endsWith('.js')) continue;
          this.emitFile({
            type: 'asset',
            fileName: `pdfjs/${folder}/${name}`,
            source: readFileSync(new URL(name, from)),
          });
        }
      }
    },
  };
}

/** Built ahead and shipped in the package: what `gouji serve` hands out, from one origin, under a strict CSP. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [pdfjsFiles()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Nothing is inlined: data: addresses would need holes in the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What several views share is one chunk and not ten of a kilobyte: each costs a request before a view is seen.
        codeSplitting: {
          groups: [{ name: 'shared', test: /web\/(?:api|components|messages|review|shell)\//, minShareCount: 2 }],
        },
      },
    },
  },
  // For work on the front end: `npm run -s web` beside a running `gouji serve`.
  server: { port: 4871, proxy: { '/api': 'http://127.0.0.1:4870' } },
});
