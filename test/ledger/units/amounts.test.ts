import { expect, it } from 'vitest';
import { greater, lesser, minus, negative, plus, sizeOf, sumOf } from '../../../src/ledger/units/amounts';
import { minorUnits, noMoney } from '../../../src/ledger/units/money';
import { noTime, seconds } from '../../../src/ledger/units/seconds';

it('adds, takes away and compares amounts of one unit', () => {
  expect(plus(seconds(90), seconds(30))).toBe(120);
  expect(minus(minorUnits(90), minorUnits(100))).toBe(-10);
  expect(sizeOf(minorUnits(-10))).toBe(10);
  expect([lesser(seconds(1), seconds(2)), greater(seconds(1), seconds(2))]).toEqual([1, 2]);
});

it('adds up to nothing where there is nothing', () => {
  expect(sumOf([])).toBe(0);
  expect(sumOf([minorUnits(1), minorUnits(2), minorUnits(3)])).toBe(6);
});

it('makes no minus zero, which a sheet would show', () => {
  expect(Object.is(negative(noTime), 0)).toBe(true);
  expect(Object.is(negative(noMoney), 0)).toBe(true);
});

it('takes no part of a minor unit', () => {
  expect(() => minorUnits(0.5)).toThrow('Not whole minor units: 0.5');
});

it('does not mix units', () => {
  // @ts-expect-error Money is not time.
  plus(minorUnits(1), seconds(1));
  // @ts-expect-error A bare number has no unit.
  minus(seconds(1), 1);
  // @ts-expect-error Neither has the larger of the two.
  greater(seconds(1), minorUnits(1));
});
