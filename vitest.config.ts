import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Vitest leaves one core to itself; but many tests wait for processes they have started.
    maxWorkers: availableParallelism() + 1,
    globalSetup: ['test/clean-up.ts', 'test/web/say-missing-browser.ts'],
    // Command lines and worker threads that tests start load the same modules again and again.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/node-compile', import.meta.url)) },
  },
});
