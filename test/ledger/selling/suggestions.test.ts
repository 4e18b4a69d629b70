import { describe, expect, it } from 'vitest';
import {
  decimalText,
  expiryIn,
  hoursInput,
  otherOffers,
  suggestedDiscount,
} from '../../../src/ledger/selling/suggestions';
import { isoDate } from '../../../src/ledger/units/calendar-date';
import { decimal } from '../../../src/ledger/units/decimal';
import type { Currency } from '../../../src/ledger/units/money';
import { day, h, ledgerOf, usd } from '../builders';

const { settings } = ledgerOf({});
const terms = { normalRate: decimal(100), currency: usd, tax: decimal(0) };
const card = settings.rateCards.get(usd);

describe('what the dialog suggests', () => {
  it('prices the sizes of the rate card, or 10, 20 and 40 hours where there is no card', () => {
    const sizes = (currency: Currency) =>
      otherOffers(
        { ...terms, currency },
        ledgerOf({ settings: { 'Rate card': '5 h: 2, 50 h: 20' } }).settings,
      ).map(({ hours, price }) => [hours / 3600, price]);
    expect(sizes(usd)).toEqual([
      [5, 49_000],
      [50, 400_000],
    ]);
    expect(sizes('EUR' as Currency)).toEqual([
      [10, 100_000],
      [20, 200_000],
      [40, 400_000],
    ]);
  });

  it('takes the discount from the card, off an hour or as a percentage', () => {
    expect(suggestedDiscount(h(20), decimal(100), card, 'an hour')).toBe('10');
    expect(suggestedDiscount(h(9), decimal(100), card, 'an hour')).toBe('0');
    expect(suggestedDiscount(h(20), decimal(80), card, 'percent')).toBe('12.5');
    expect(suggestedDiscount(h(20), decimal(99), card, 'percent')).toBe('10.1');
    expect(suggestedDiscount(h(20), decimal(0), card, 'percent')).toBe('0');
    expect(suggestedDiscount(h(20), decimal(100), undefined, 'an hour')).toBe('0');
  });

  it('writes figures as a person types them', () => {
    expect([20, 7.5, 0.01, 5 / 3].map(hours => hoursInput(h(hours)))).toEqual(['20', '7.5', '0.01', '1:40']);
    expect([100, 99.95, 0.1, 0.125].map(each => decimalText(decimal(each)))).toEqual([
      '100',
      '99.95',
      '0.1',
      '0.125',
    ]);
  });

  it('ends so many months after the sale or the start, on the last day where a month is shorter', () => {
    const end = (months: number, date: string, starts?: string) =>
      isoDate(expiryIn(months, day(date), starts === undefined ? undefined : day(starts)));
    expect(end(12, '2026-11-23')).toBe('2027-11-23');
    expect(end(12, '2026-11-23', '2027-01-01')).toBe('2028-01-01');
    expect(end(12, '2028-02-29')).toBe('2029-02-28');
    expect(end(6, '2026-08-31')).toBe('2027-02-28');
  });
});
