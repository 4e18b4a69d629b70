import type { Branded } from './branded';

/**
 * A calendar date, counted in days from 1970-01-01.
 *
 * It has no time and no zone, so nothing can shift it: whoever makes one says in which zone the day was.
 */
export type CalendarDate = Branded<number, 'CalendarDate'>;

function dayAt(count: number): CalendarDate {
  return count as CalendarDate;
}

/** Sheets count days from 1899-12-30. */
const sheetEpoch = 25569;
/** Sheets know no later date: the last of the year 9999. */
export const lastDate = dayAt(2_932_896);
/** After every date that a sheet knows. */
export const afterAllDates = addDays(lastDate, 1);

/** The date, or nothing where there is no such day (30 February). */
export function dateOf(year: number, month: number, day: number): CalendarDate | undefined {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  const exists = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return exists ? dayAt(at.getTime() / 86_400_000) : undefined;
}

/** Reads `2026-11-23`; nothing where it is not such a date. */
export function parseIsoDate(text: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  return match ? dateOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

export function isoDate(date: CalendarDate): string {
  return new Date(date * 86_400_000).toISOString().slice(0, 10);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dayAt(date + days);
}

/** The same day of a later month; its last day where it has no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const at = new Date(date * 86_400_000);
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + months, at.getUTCDate()];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dayAt(Date.UTC(year, month, Math.min(day, lastDay)) / 86_400_000);
}

export function fromSheetSerial(serial: number): CalendarDate {
  return dayAt(Math.floor(serial) - sheetEpoch);
}

export function toSheetSerial(date: CalendarDate): number {
  return date + sheetEpoch;
}

export function later(a: CalendarDate, b: CalendarDate): CalendarDate {
  return b > a ? b : a;
}

export function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return b < a ? b : a;
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(date: CalendarDate): number {
  return (((date + 4) % 7) + 7) % 7;
}

export const monthNames = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];

/** For people: `23 Nov 2026`. */
export function dateText(date: CalendarDate): string {
  const [year, month, day] = isoDate(date).split('-').map(Number);
  return `${day} ${monthNames[(month ?? 1) - 1]} ${year}`;
}
