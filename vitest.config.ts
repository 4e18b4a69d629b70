import { defineConfig } from 'vitest/config';
// @ts-expect-error The build is plain JavaScript.
import { mailDesignInTests } from './build.mjs';

export default defineConfig({
  plugins: [mailDesignInTests],
  test: {
    pool: 'forks',
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
