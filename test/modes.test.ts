import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createVitest } from 'vitest/node';

const root = fileURLToPath(new URL('..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  scripts: Record<string, string>;
};

/** What the tests of a command find in their surroundings. */
async function surroundings(command: string) {
  const [, mode = 'test'] = /vitest run.* --mode (\w+)/.exec(scripts[command] ?? '') ?? [];
  const vitest = await createVitest('test', { root, watch: false, mode, reporters: [] });
  try {
    return vitest.projects.map(({ config: { env } }) => ({ bundle: env.TEST_BUNDLE, full: env.TEST_FULL }));
  } finally {
    await vitest.close();
  }
}

it.each([
  ['test', { bundle: 'dist', full: 'no' }],
  ['test:full', { bundle: 'dist', full: 'yes' }],
  ['test:kit', { bundle: 'kit', full: 'no' }],
  ['test:addon', { bundle: 'build/addon', full: 'no' }],
])('npm run %s tests what it says, in the browser too', async (command, expected) => {
  expect(await surroundings(command)).toEqual([expected, expected]);
});
