import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests of functions that keep nothing between calls: their files share a process, which half of the time was spent to start. */
const PURE = [
  'expressions',
  'identity',
  'knowledge',
  'narrative',
  'numbers',
  'reconcile',
  'sections',
  'tables',
  'text',
].map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Vitest leaves one core to itself; but many tests wait for processes they have started.
    maxWorkers: availableParallelism() + 2,
    globalSetup: ['test/clean-up.ts', 'test/web/say-missing-browser.ts'],
    // Command lines and worker threads that tests start load the same modules again and again.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/node-compile', import.meta.url)) },
    projects: [
      { extends: true, test: { name: 'functions', include: PURE, isolate: false } },
      { extends: true, test: { name: 'programs', include: ['test/**/*.test.ts'], exclude: PURE } },
    ],
  },
});
