import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/ledger/sheet/cell';
import { settingsList } from '../../../src/ledger/sheet/settings-list';
import { isoDate } from '../../../src/ledger/units/calendar-date';
import { decimalNumber } from '../../../src/ledger/units/decimal';
import type { Currency } from '../../../src/ledger/units/money';
import { hoursOf } from '../../../src/ledger/units/seconds';
import { dateCell, h, ledgerOf, messages } from '../builders';

const settings = (values: Record<string, Cell>) => ledgerOf({ settings: values }).settings;
const card = (values: Record<string, Cell>, currency: string) =>
  settings(values)
    .rateCards.get(currency as Currency)
    ?.map(({ hours, discount }) => [hoursOf(hours), decimalNumber(discount)]);

describe('settings', () => {
  it('that are blank are the defaults', () => {
    const { terms, ...rest } = settings({ Today: '', 'Send hour': ' ' });
    expect(isoDate(rest.today)).toBe('2026-12-31');
    expect(rest).toMatchObject({
      warnBeforeExpiry: 30,
      quietAfter: 90,
      sendHour: 8,
      weekdaysOnly: false,
      paceWeeks: 8,
      unpaidBlocks: 'use',
      taxName: 'Tax',
    });
    expect(terms).toMatchObject({
      currency: 'USD',
      roundUpTo: 0,
      minimum: 0,
      roundPer: 'entry',
      overage: 'next block',
      warnAt: h(5),
      notices: 'Send',
    });
    expect([terms.normalRate, terms.tax, terms.warnAtShare].map(decimalNumber)).toEqual([100, 0, 0.2]);
  });

  it('are as set up writes them the same as blank', () => {
    const written = Object.fromEntries(settingsList.map(({ name, initial }) => [name, initial]));
    expect(messages({ settings: written })).toEqual([]);
    expect(settings(written)).toEqual(settings({}));
  });

  it('hold as typed, and a typed 0 means none', () => {
    const { terms, ...rest } = settings({
      Today: dateCell('2026-03-01'),
      'Round up to (min)': 15,
      'Minimum (min)': 0,
      'Warn at (h)': 0,
      'Warn at (%)': 0,
      Overage: 'Invoice',
      'Unpaid blocks': 'wait',
      'Weekdays only': 'yes',
      'Quiet after (days)': 0,
    });
    expect(isoDate(rest.today)).toBe('2026-03-01');
    expect(terms).toMatchObject({ roundUpTo: 900, minimum: 0, warnAt: 0, overage: 'invoice' });
    expect(decimalNumber(terms.warnAtShare)).toBe(0);
    expect(rest).toMatchObject({ unpaidBlocks: 'wait', weekdaysOnly: true, quietAfter: 0 });
  });
});

describe('a rate card', () => {
  it('is for the currency of Settings', () => {
    expect(card({ Currency: 'EUR' }, 'EUR')).toEqual([
      [10, 5],
      [20, 10],
      [40, 15],
    ]);
    expect(card({ Currency: 'EUR' }, 'USD')).toBeUndefined();
  });

  it('is read from small to large, with points, commas and semicolons', () => {
    expect(card({ 'Rate card': '40 h: 15; 10h:5,50; 20 h: 10.25' }, 'USD')).toEqual([
      [10, 5.5],
      [20, 10.25],
      [40, 15],
    ]);
  });

  it('may stand for other currencies, and 0 is none', () => {
    expect(card({ 'Rate card EUR': '5 h: 2' }, 'EUR')).toEqual([[5, 2]]);
    expect(card({ 'Rate card': 0 }, 'USD')).toEqual([]);
  });

  it.each([
    '10',
    '10 h 5',
    '10 h: x',
    '10 h: 5, , 20 h: 10',
    `${'9'.repeat(60)} h: 5`,
    '99999999999 h: 1',
    '1 h: 99999999999',
  ])('that says %j leaves the default', text => {
    const found = messages({ settings: { 'Rate card': text } });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(
      /^Settings 3: Rate card ".*" cannot be read\. Type it as 10 h: 5, 20 h: 10, 40 h: 15\. Until then 10 h: 5, 20 h: 10, 40 h: 15 holds\.$/,
    );
    expect(card({ 'Rate card': text }, 'USD')).toHaveLength(3);
  });

  it('of another currency that cannot be read gives no discount', () => {
    expect(messages({ settings: { 'Rate card EUR': 'cheap' } })[0]).toContain('Until then 0 holds.');
  });
});
