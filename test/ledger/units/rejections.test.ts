import { expect, it } from 'vitest';
import type { Kind } from '../../../src/ledger/model/block';
import type { Level } from '../../../src/ledger/model/levels';
import { addDays, type CalendarDate } from '../../../src/ledger/units/calendar-date';
import { type Currency, type MinorUnits, moneyText, shareOf, taxOn } from '../../../src/ledger/units/money';
import { hoursOf, hoursText, type Seconds } from '../../../src/ledger/units/seconds';
import { cents, day, h, usd } from '../builders';

// Each call stands in a function that nobody calls: what is tested is that it does not compile.
const rejected = [
  // @ts-expect-error Seconds are not MinorUnits.
  () => moneyText(h(1), usd),
  // @ts-expect-error MinorUnits are not Seconds.
  () => hoursText(cents(100)),
  // @ts-expect-error A bare number has no unit.
  () => hoursOf(3600),
  // @ts-expect-error A share of a price is by time, not by money.
  () => shareOf(cents(100), cents(50), h(1)),
  // @ts-expect-error A price is money, not time.
  () => shareOf(h(1), h(1), h(1)),
  // @ts-expect-error Tax is a decimal share, not a float.
  () => taxOn(cents(100), 0.19),
  // @ts-expect-error A day is a CalendarDate, not a number.
  () => addDays(20_000, 1),
  // @ts-expect-error A day is not an instant.
  () => addDays(new Date(), 1),
  // @ts-expect-error Any text is not a currency.
  (): Currency => 'USD',
  // @ts-expect-error A date is not a time.
  (): Seconds => day('2026-01-01'),
  // @ts-expect-error A time is not a date.
  (): CalendarDate => h(1),
  // @ts-expect-error Adding units forgets them: the sum must say what it is.
  (): MinorUnits => cents(1) + cents(1),
  // @ts-expect-error There is no such kind of row.
  (): Kind => 'Gift',
  // @ts-expect-error There is no such level.
  (): Level => 'soon',
];

it('refuses to compile a value in the place of another unit', () => {
  expect(rejected).toHaveLength(14);
});
