/** Values of the sheet as the ledger reads them: in the clock of the spreadsheet, in 1899 too. */

import { describe, expect, it } from 'vitest';
import { createSheetClock } from '../../src/google/cells';
import { isoDate } from '../../src/ledger/units/calendar-date';
import { instantOfSerial } from '../../workbench/engine/zone';
import { formatInstant, parseInstant } from '../../workbench/services/date-pattern';

const google = {
  formatDate: (at: unknown, zone: string, pattern: string) =>
    formatInstant((at as Date).getTime(), zone, pattern),
  parseDate: (text: string, zone: string, pattern: string) => new Date(parseInstant(text, zone, pattern)),
};

function readIn(zone: string, instant: number): { day: string; hours: number } {
  const { date, second } = createSheetClock(google, () => zone).momentOf(instant);
  return { day: isoDate(date), hours: second / 3600 };
}

describe.each([
  'Etc/UTC',
  'Europe/Madrid',
  'Europe/Paris',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Asia/Jerusalem',
  'Pacific/Auckland',
  'America/Sao_Paulo',
])('a cell in %s', zone => {
  it.each([0, 1 / 60, 1.5, 12, 23.75])('with a duration of %d h reads as typed', hours => {
    expect(readIn(zone, instantOfSerial(hours / 24, zone))).toEqual({ day: '1899-12-30', hours });
  });

  it('with a longer duration, or a negative one, reads as typed', () => {
    expect(readIn(zone, instantOfSerial(26 / 24, zone))).toEqual({ day: '1899-12-31', hours: 2 });
    expect(readIn(zone, instantOfSerial(50 / 24, zone))).toEqual({ day: '1900-01-01', hours: 2 });
    expect(readIn(zone, instantOfSerial(-0.5 / 24, zone))).toEqual({ day: '1899-12-29', hours: 23.5 });
  });

  it('with a date of today reads as that day', () => {
    expect(readIn(zone, instantOfSerial(46_349.25, zone))).toEqual({ day: '2026-11-23', hours: 6 });
  });
});

it('an offset in place of a zone had the same clocks in 1899', () => {
  const clock = createSheetClock(
    {
      ...google,
      formatDate: (at: unknown) => {
        const shifted = new Date((at as Date).getTime() - 7 * 3_600_000).toISOString();
        return shifted.slice(0, 19).replace('T', ' ');
      },
    },
    () => 'GMT-07:00',
  );
  expect(clock.momentOf(Date.UTC(1899, 11, 30, 8, 30)).second).toBe(5400);
});
