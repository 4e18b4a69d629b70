import { expect, it } from 'vitest';
import { compareVersions } from '../../../src/ledger/start/versions';

it.each([
  ['0.3.0', '0.3.0', 0],
  ['', '0.0.1', -1],
  ['', '', 0],
  ['0.9.0', '0.10.0', -1],
  ['1.0.0', '0.99.99', 1],
  ['0.3', '0.3.1', -1],
  ['garbage', '0.1.0', -1],
])('%j against %j', (first, second, sign) => {
  expect(Math.sign(compareVersions(first, second))).toBe(sign);
});
