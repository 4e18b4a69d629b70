/** One count of slips for names, placeholders and the clients of a tracker. */
import { expect, it } from 'vitest';
import { slipsBetween } from '../../../src/ledger/units/slips';

it.each([
  ['', '', 0],
  ['abcd', 'abdc', 1],
  ['abcd', 'abxcd', 1],
  ['abcd', 'acd', 1],
  ['abcd', 'axcd', 1],
  ['abcd', 'wxyz', 4],
  ['a', 'abcdef', 5],
])('from %j to %j is %j', (a, b, slips) => {
  expect(slipsBetween(a, b, 9)).toBe(slips);
  expect(slipsBetween(b, a, 9)).toBe(slips);
});

it('counts no further than it is asked to', () => {
  expect(slipsBetween('abcd', 'wxyz', 2)).toBeGreaterThan(2);
  expect(slipsBetween('a', 'abcdef', 2)).toBe(3);
});
