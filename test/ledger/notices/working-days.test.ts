import { describe, expect, it } from 'vitest';
import { isDayOff, nextWorkingDay, warnAhead } from '../../../src/ledger/notices/working-days';
import { isoDate } from '../../../src/ledger/units/calendar-date';
import { day, ledgerOf } from '../builders';

const time = (daysOff: string | number, weekdaysOnly = true) => {
  const { settings, issues } = ledgerOf({
    settings: { 'Days off': daysOff, 'Weekdays only': weekdaysOnly ? 'yes' : 'no' },
  });
  return { settings, issues: issues.map(({ message }) => message) };
};
const off = (typed: string, date: string, weekdaysOnly = false) =>
  isDayOff(day(date), time(typed, weekdaysOnly).settings);

describe('a day off', () => {
  it('is a Saturday or a Sunday only where weekdays are wanted', () => {
    const days = ['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'];
    expect(days.map(date => off('', date, true))).toEqual([false, true, true, false]);
    expect(days.map(date => off('', date, false))).toEqual([false, false, false, false]);
  });

  it.each([
    ['2026-12-25', true, false],
    ['25 Dec 2026', true, false],
    ['25. December 2026', true, false],
    ['25 Dec', true, true],
    ['12-25', true, true],
    ['1 Jan; 2026-12-24 to 2026-12-26', true, false],
    ['2026-12-24..2026-12-25,\n6 Jan', true, false],
    ['24 Dec 2026 – 25 Dec 2026', true, false],
    ['24 Dec, 2026-12-26', false, false],
  ])('typed as %s', (typed, inThisYear, inTheNext) => {
    expect([off(typed, '2026-12-25'), off(typed, '2027-12-25')]).toEqual([inThisYear, inTheNext]);
    expect(time(typed).issues).toEqual([]);
  });

  it.each(['30 Feb', '25/12/2026', '2026-12-25 to 2026-12-24', 'Christmas', '2026-12-24 to', '13-01'])(
    'that cannot be read (%s) is an issue, and no day is off',
    typed => {
      const { settings, issues } = time(typed, false);
      expect(issues).toHaveLength(1);
      expect(issues[0]).toContain('Type days as 2026-12-25');
      expect([settings.daysOff.spans.length, settings.daysOff.yearly.size]).toEqual([0, 0]);
    },
  );

  it('ends on the next day that is none', () => {
    const { settings } = time('25 Dec, 2026-12-28 to 2026-12-31, 1 Jan');
    expect(isoDate(nextWorkingDay(day('2026-12-24'), settings))).toBe('2027-01-04');
  });
});

describe('hours that end', () => {
  const ahead = (date: string, days: number) =>
    warnAhead(day(date), { ...time('').settings, warnBeforeExpiry: days });

  it('are told of before the days off in which they would have ended', () => {
    // Friday: what ends on Saturday or Sunday would never be told of on Monday.
    expect(ahead('2026-11-27', 1)).toBe(2);
    expect(ahead('2026-11-26', 1)).toBe(1);
    expect(ahead('2026-11-27', 30)).toBe(30);
    expect(ahead('2026-11-27', 0)).toBe(0);
  });
});
