import { defineConfig } from 'vitest/config';
// @ts-expect-error The build is plain JavaScript.
import { mailDesignInTests } from './build-bundle.mjs';

/** In which folder the journeys find the add-on, by `--mode`: what clasp pushes, the kit's one file, the add-on for a shop. */
const bundles: Record<string, string> = { kit: 'kit', addon: 'build/addon' };
const millisecondsOfDay = 86_400_000;

export default defineConfig(({ mode }) => ({
  plugins: [mailDesignInTests],
  test: {
    pool: 'forks',
    // One process for many files: loading Univer takes longer than most tests do.
    isolate: false,
    // Cells of a grid die young where the nursery is large enough for them; each worker has one core and no more.
    execArgv: ['--max-semi-space-size=64', '--min-semi-space-size=64', '--single-threaded-gc'],
    env: {
      TEST_BUNDLE: bundles[mode] ?? 'dist',
      TEST_FULL: mode === 'full' ? 'yes' : 'no',
      TEST_DAY: process.env.TEST_DAY ?? String(Math.floor(Date.now() / millisecondsOfDay)),
    },
    reporters: ['default', './test/closing-line.ts'],
    projects: [
      {
        extends: true,
        // A project reads this file anew, and would not know otherwise.
        mode,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        mode,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          globalSetup: './test/browser/built-page.ts',
          // Two pages side by side, when nothing else runs: a page waits for no test.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
}));
