import { readFileSync } from 'node:fs';
import { minVersion, satisfies } from 'semver';
import { expect, it } from 'vitest';

interface Locked {
  readonly engines?: { readonly node?: string };
}

const read = (name: string) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));

it('names no package that warns of the oldest Node which the README promises', () => {
  const oldest = minVersion(read('package.json').engines.node);
  const packages = Object.entries<Locked>(read('package-lock.json').packages);
  expect(packages.length).toBeGreaterThan(100);

  const warning = packages
    .filter(([, { engines }]) => engines?.node && oldest && !satisfies(oldest, engines.node))
    .map(([path, { engines }]) => `${path} asks for ${engines?.node}`);

  expect(warning).toEqual([]);
});
