import { expect, it } from 'vitest';
import { isoDate } from '../../../src/ledger/units/calendar-date';
import { monthsOf } from '../../../src/ledger/units/month';
import { checkPeriod, monthOf, periodName, yearOf } from '../../../src/ledger/units/period';
import { day } from '../builders';

const shown = ({ from, to }: ReturnType<typeof monthOf>) => `${isoDate(from)} ${isoDate(to)}`;

it('knows the month of a day, the one before it, and its year', () => {
  expect(shown(monthOf(day('2024-02-29')))).toBe('2024-02-01 2024-02-29');
  expect(shown(monthOf(day('2026-01-31'), -1))).toBe('2025-12-01 2025-12-31');
  expect(shown(yearOf(day('2026-07-04')))).toBe('2026-01-01 2026-12-31');
});

it('knows which months a period touches', () => {
  const months = monthsOf({ from: day('2025-12-31'), to: day('2026-02-01') });
  expect(months).toEqual(['2025-12', '2026-01', '2026-02']);
});

it.each([
  ['2026-10-01', '2026-10-31', '2026-10'],
  ['2026-01-01', '2026-12-31', '2026'],
  ['2026-10-01', '2026-10-30', '2026-10-01 to 2026-10-30'],
])('names %s to %s %s', (from, to, name) => {
  expect(periodName({ from: day(from), to: day(to) })).toBe(name);
});

it('refuses a period that ends before it begins, and takes one of a single day', () => {
  const [one, two] = [day('2026-10-01'), day('2026-10-02')];
  expect(() => checkPeriod({ from: two, to: one })).toThrow('From (2 Oct 2026) is after To (1 Oct 2026).');
  expect(() => checkPeriod({ from: one, to: one })).not.toThrow();
});
