import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readHours, readTimeOfDay } from '../../../src/ledger/reading/hours';
import type { Cell } from '../../../src/ledger/sheet/cell';
import { dateCell, durationCell, h } from '../builders';

const read = (cell: Cell) => readHours('Hours', cell);
const clock = (cell: Cell) => readTimeOfDay('Start', cell);

describe('hours', () => {
  it.each<[string, Cell, number]>([
    ['a number', 1.5, 5400],
    ['a number below zero', -20, -72_000],
    ['a hundredth of an hour', 0.01, 36],
    ['a third of an hour as typed', 0.333333333333333, 1200],
    ['a float with noise', 0.1 + 0.2, 1080],
    ['hours and minutes', '1:30', 5400],
    ['hours, minutes and seconds', '1:30:15', 5415],
    ['parts above 59', '12:87:54', 48_474],
    ['minus hours and minutes', '-1:30', -5400],
    ['a real minus sign', '−2', -7200],
    ['units', '1h 30m', 5400],
    ['units without a blank', '1h30m', 5400],
    ['minutes', '90m', 5400],
    ['seconds', '45s', 45],
    ['all units', '1h 30m 15s', 5415],
    ['words', '2 hours', 7200],
    ['minutes in words', '90 minutes', 5400],
    ['decimal hours with a unit', '1.5h', 5400],
    ['a decimal point', '1.5', 5400],
    ['a decimal comma', '1,5', 5400],
    ['a decimal without a leading nought', ',25', 900],
    ['blanks around', '  1,25 ', 4500],
    ['a nought', 0, 0],
    ['a nought as text', '0', 0],
    ['minus nought', '-0', 0],
    ['minus nought as a number', -0, 0],
  ])('reads %s', (_, cell, expected) => {
    expect(read(cell)).toBe(expected);
  });

  it.each([0.25, 1.5, 8, 23.75, 25, 100.5, 0.0125])(
    'reads a duration of %d hours that arrives as a day of 1899',
    hours => {
      expect(read(durationCell(hours))).toBe(h(hours));
    },
  );

  it('reads a duration below zero, which arrives as a day before 30 December 1899', () => {
    expect(read(durationCell(-1.5))).toBe(h(-1.5));
  });

  it.each<Cell>(['', '   ', '\u00a0'])('takes %j for blank', cell => {
    expect(read(cell)).toBeUndefined();
  });

  it.each<Cell>([
    'abc',
    '1.5.2',
    '1:2:3:4',
    '1h 30',
    'h',
    ':',
    '-',
    '1e5',
    '٣',
    true,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e7,
    '9999999',
    '99999999999999999999',
    '9'.repeat(70),
    '1:99999999999999',
    '1000001:00',
    '2000000h',
  ])('cannot read %j', cell => {
    expect(read(cell)).toMatchObject({
      problem: expect.stringMatching(
        /^Hours ".*" cannot be read\. Type hours such as 1\.5, 1:30 or 1h 30m\.$/,
      ),
    });
  });

  it('says that 1.5 became the first of May, and what to type instead', () => {
    expect(read(dateCell('2026-05-01'))).toEqual({
      problem:
        'Hours "2026-05-01" cannot be read. It became a date, as 1.5 does in some countries. Type hours such as 1:30 or 1h 30m.',
    });
  });

  it.each(['1,250', '1.250', '-1,250', '12,500', '1,250 h', '1.250.000'])(
    'refuses %j, which may mean a thousand, as money does',
    cell => {
      expect(read(cell)).toEqual({
        problem: `Hours "${cell}" cannot be read. It may mean a thousand. Type hours such as 1.25 or 1250.`,
      });
    },
  );

  it.each<[string, number]>([
    ['0,250', 900],
    ['1,2500', 4500],
    [',125', 450],
  ])('reads %j, which cannot', (cell, time) => {
    expect(read(cell)).toBe(time);
  });

  it('names the error of a formula', () => {
    expect(read('#N/A')).toEqual({ problem: 'Hours holds a formula that gives #N/A. Mend the formula.' });
  });

  test('equal the decimal that was typed, to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_00, max: 100_000_00 }), hundredths => {
        expect(read(hundredths / 100)).toBe(hundredths * 36);
        const text = (Math.abs(hundredths) / 100).toFixed(2);
        expect(read(`${hundredths < 0 ? '-' : ''}${text}`)).toBe(hundredths * 36);
      }),
      { numRuns: 1000 },
    );
  });

  test('read whole seconds back from a number of hours, however they were divided', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3.6e8, max: 3.6e8 }), time => {
        expect(read(time / 3600)).toBe(time);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('times of day', () => {
  it.each<[Cell, number]>([
    ['9:00', 9],
    ['09:30', 9.5],
    ['9', 9],
    ['17.45', 17.75],
    ['5:30 PM', 17.5],
    ['12:15 am', 0.25],
    ['12 p.m.', 12],
    ['24:00', 0],
    [0.375, 9],
    [9, 9],
    [17.5, 17.5],
    [0, 0],
    [dateCell('1899-12-30', 13.25), 13.25],
    [dateCell('2026-11-23', 8), 8],
  ])('reads %j', (cell, hours) => {
    expect(clock(cell)).toBe(h(hours));
  });

  it.each<Cell>(['25:00', '24:30', '9:60', '13 pm', 'noon', -1, 25, Number.NaN, true, '#REF!'])(
    'cannot read %j',
    cell => {
      expect(clock(cell)).toHaveProperty('problem');
    },
  );

  it('takes blanks for blank', () => {
    expect(clock(' ')).toBeUndefined();
  });
});
