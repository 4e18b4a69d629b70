import type { Cell, SheetMoment } from '../ledger/sheet/cell';
import type { SheetCell } from '../ledger/sheet/sheet-cell';
import { type CalendarDate, isoDate, parseIsoDate } from '../ledger/units/calendar-date';
import { remembering } from '../ledger/units/groups';
import { localMeanClock } from './local-mean-time';

/** Google writes what is older with the offset of today, and a duration is an instant of 1899. */
const begin1900 = Date.UTC(1900, 0, 1);

type Utilities = GoogleAppsScript.Utilities.Utilities;

/** Dates between Apps Script and the ledger: always the wall clock of the spreadsheet, never of the script. */
export interface SheetClock {
  /** A value of getValues or of a custom function's argument, as the ledger reads cells. */
  toCell(value: unknown): Cell;
  /** `instant` in milliseconds, as a Date counts them. */
  momentOf(instant: number): SheetMoment;
  /** A value that a custom function may give back; a date becomes the Date that Sheets shows as that day. */
  fromCell(cell: SheetCell): string | number | Date;
}

export function createSheetClock(
  utilities: Pick<Utilities, 'formatDate' | 'parseDate'>,
  timeZone: () => string,
): SheetClock {
  const zone = remembering<void, string>(timeZone);
  const oldClock = remembering<void, ReturnType<typeof localMeanClock>>(() => localMeanClock(zone()));
  const ownClock = (at: Date) => utilities.formatDate(at, zone(), 'yyyy-MM-dd HH:mm:ss');
  const momentOf = remembering((instant: number) => {
    const clock = (instant < begin1900 && oldClock()) || ownClock;
    return parseMoment(clock(new Date(instant)));
  });
  const dateOf = remembering((date: CalendarDate) =>
    utilities.parseDate(isoDate(date), zone(), 'yyyy-MM-dd'),
  );
  return {
    momentOf,
    toCell: value => {
      if (typeof value !== 'object') return value === undefined ? '' : (value as Cell);
      if (value === null) return '';
      // A Date of another context is no `instanceof Date`.
      const isDate = value instanceof Date || Object.prototype.toString.call(value) === '[object Date]';
      return isDate ? momentOf((value as Date).getTime()) : String(value);
    },
    fromCell: cell => (typeof cell === 'object' ? dateOf(cell.date) : cell),
  };
}

function parseMoment(text: string): SheetMoment {
  const date = parseIsoDate(text.slice(0, 10));
  if (date === undefined) throw new Error(`Not a date: ${text}`);
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(11).split(':').map(Number);
  return { date, second: hours * 3600 + minutes * 60 + seconds };
}

/** SHA-256 by Google's own service: one call, and no hashing code in the bundle. */
export function createHash(utilities: Pick<Utilities, 'computeDigest' | 'DigestAlgorithm' | 'Charset'>) {
  const { DigestAlgorithm, Charset } = utilities;
  return (text: string): string =>
    utilities
      .computeDigest(DigestAlgorithm.SHA_256, text, Charset.UTF_8)
      .map(byte => (byte & 0xff).toString(16).padStart(2, '0'))
      .join('');
}
