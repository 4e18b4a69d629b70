/**
 * Ends a test run with its ten slowest files, and with one plain line that any build server can read:
 * `12 passed, 0 failed, 0 skipped`.
 */
import type { Reporter, TestModule } from 'vitest/node';

const slowest = 10;

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      if (module.children.size === 0) count.failed++; // a file that does not load has no tests to fail
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state !== 'pending') count[state]++;
      }
    }
    // After the default reporter's own summary.
    process.on('exit', () => {
      console.log(['Slowest files, in seconds:', ...slowestOf(modules)].join('\n'));
      console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
    });
  }
}

/** Each file with the seconds that its tests and its loading took. */
export function slowestOf(modules: readonly Pick<TestModule, 'relativeModuleId' | 'diagnostic'>[]): string[] {
  return modules
    .map(module => {
      const { duration, collectDuration } = module.diagnostic();
      return { name: module.relativeModuleId, seconds: (duration + collectDuration) / 1000 };
    })
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, slowest)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)}  ${name}`);
}
