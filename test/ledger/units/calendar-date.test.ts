import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  addDays,
  type CalendarDate,
  dateOf,
  dateText,
  fromSheetSerial,
  isoDate,
  lastDate,
  parseIsoDate,
  toSheetSerial,
  weekday,
} from '../../../src/ledger/units/calendar-date';
import { day } from '../builders';

describe('calendar dates', () => {
  it.each(['2026-02-30', '2025-02-29', '2026-13-40', '2026-00-10', '2026-11-00', '26-11-23', '', 'today'])(
    'knows no day %s',
    text => {
      expect(parseIsoDate(text)).toBeUndefined();
    },
  );

  it('knows the leap day', () => {
    expect(isoDate(day('2024-02-29'))).toBe('2024-02-29');
    expect(isoDate(addDays(day('2024-02-28'), 2))).toBe('2024-03-01');
  });

  it('reads a month and a day without a leading zero', () => {
    expect(parseIsoDate('2026-1-5')).toBe(day('2026-01-05'));
  });

  it('counts the days as Sheets does', () => {
    expect(toSheetSerial(day('1899-12-30'))).toBe(0);
    expect(toSheetSerial(day('1900-01-01'))).toBe(2);
    expect(toSheetSerial(day('2026-11-23'))).toBe(46_349);
    expect(isoDate(fromSheetSerial(46_349.75))).toBe('2026-11-23');
  });

  it('knows the days of the week', () => {
    expect(weekday(day('2026-11-22'))).toBe(0);
    expect(weekday(day('2026-11-23'))).toBe(1);
    expect(weekday(day('1969-12-31'))).toBe(3);
  });

  it('is written for people with the month in letters', () => {
    expect(dateText(day('2026-11-03'))).toBe('3 Nov 2026');
  });

  it('ends where Sheets ends', () => {
    expect(isoDate(lastDate)).toBe('9999-12-31');
  });

  test('survives being written and read', () => {
    const dates = fc.integer({ min: dateOf(1000, 1, 1) ?? 0, max: lastDate });
    fc.assert(
      fc.property(dates, date => {
        expect(parseIsoDate(isoDate(date as CalendarDate))).toBe(date);
        expect(fromSheetSerial(toSheetSerial(date as CalendarDate))).toBe(date);
      }),
      { numRuns: 500 },
    );
  });
});
