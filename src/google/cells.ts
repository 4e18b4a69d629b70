import type { Cell, SheetMoment } from '../ledger/reading/cell';
import type { SheetCell } from '../ledger/reports/sheet-cell';
import { type CalendarDate, isoDate, parseIsoDate, toSheetSerial } from '../ledger/units/calendar-date';

/** Dates between Apps Script and the ledger: always the wall clock of the spreadsheet, never of the script. */
export interface SheetClock {
  /** A value of getValues or of a custom function's argument, as the ledger reads cells. */
  toCell(value: unknown): Cell;
  momentOf(instant: Date): SheetMoment;
  /** A value that a custom function may give back; a date becomes the Date that Sheets shows as that day. */
  fromCell(cell: SheetCell): string | number | Date;
}

export function createSheetClock(
  utilities: Pick<GoogleAppsScript.Utilities.Utilities, 'formatDate' | 'parseDate'>,
  timeZone: () => string,
): SheetClock {
  const moments = new Map<number, SheetMoment>();
  const instants = new Map<CalendarDate, Date>();
  let zone: string | undefined;
  const zoneOnce = () => {
    zone ??= timeZone();
    return zone;
  };
  /** One formatDate for each distinct date: a tab has many rows, but few days. */
  function momentOf(instant: Date): SheetMoment {
    const time = instant.getTime();
    const known = moments.get(time);
    if (known) return known;
    const text = utilities.formatDate(instant, zoneOnce(), 'yyyy-MM-dd HH:mm:ss');
    const moment = parseMoment(text);
    moments.set(time, moment);
    return moment;
  }
  return {
    momentOf,
    toCell(value) {
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
      if (value === null || value === undefined) return '';
      // A Date of another context is no `instanceof Date`.
      if (Object.prototype.toString.call(value) === '[object Date]') return momentOf(value as Date);
      return String(value);
    },
    fromCell(cell) {
      if (typeof cell !== 'object') return cell;
      const known = instants.get(cell.date);
      if (known) return known;
      const instant = utilities.parseDate(isoDate(cell.date), zoneOnce(), 'yyyy-MM-dd');
      instants.set(cell.date, instant);
      return instant;
    },
  };
}

/** The moment as the number that Sheets keeps: written to a cell with a date format it needs no zone. */
export function serialOf({ date, second }: SheetMoment): number {
  return toSheetSerial(date) + second / 86_400;
}

function parseMoment(text: string): SheetMoment {
  const date = parseIsoDate(text.slice(0, 10));
  const [hours, minutes, seconds] = text.slice(11).split(':').map(Number);
  if (date === undefined) throw new Error(`Not a date: ${text}`);
  return { date, second: (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0) };
}

/** SHA-256 by Google's own service: one call, and no hashing code in the bundle. */
export function createHash(
  utilities: Pick<GoogleAppsScript.Utilities.Utilities, 'computeDigest' | 'DigestAlgorithm' | 'Charset'>,
) {
  return (text: string): string =>
    utilities
      .computeDigest(utilities.DigestAlgorithm.SHA_256, text, utilities.Charset.UTF_8)
      .map(byte => (byte & 0xff).toString(16).padStart(2, '0'))
      .join('');
}
