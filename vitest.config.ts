import { defineConfig } from 'vitest/config';
// @ts-expect-error The build is plain JavaScript.
import { mailDesignInTests } from './build.mjs';

/** Whether every call is struck and every property tried as often as on the day it was written: `npm run test:full`. */
const isFull = process.env.TEST_FULL === 'yes';

export default defineConfig({
  plugins: [mailDesignInTests],
  test: {
    pool: 'forks',
    // A process for many files: loading Univer costs more than many a test. What a test leaves behind, `test/layout`
    // and the closing of books in `test/journeys/firm` look after.
    isolate: false,
    // Young objects die in the nursery; a small one hands a grid's cells on to the slow collector.
    execArgv: ['--max-semi-space-size=64'],
    reporters: ['default', './test/closing-line.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          // One browser at a time, when nothing else runs: a page waits for no test.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
