import type { Branded } from './branded';
import { addDays, addMonths, type CalendarDate, dateText, isoDate, parseIsoDate } from './calendar-date';

/** A month of the books, `2026-01`; as text it sorts as months follow each other. */
export type Month = Branded<string, 'Month'>;

/** Reads `2026-01`; nothing where it is no month. */
export function parseMonth(text: string): Month | undefined {
  const [month = ''] = /^\d{4}-\d\d$/.exec(text.trim()) || [];
  const first = parseIsoDate(`${month}-01`);
  return first === undefined ? undefined : monthOf(first);
}

export function monthOf(date: CalendarDate): Month {
  return isoDate(date).slice(0, 7) as Month;
}

export function firstDay(month: Month): CalendarDate {
  return parseIsoDate(`${month}-01`) as CalendarDate;
}

export function lastDay(month: Month): CalendarDate {
  return addDays(addMonths(firstDay(month), 1), -1);
}

/** Every month from one to another, both included. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = monthOf(addMonths(firstDay(month), 1))) months.push(month);
  return months;
}

/** The months that a period touches. */
export function monthsOf({ from, to }: { readonly from: CalendarDate; readonly to: CalendarDate }): Month[] {
  return monthsBetween(monthOf(from), monthOf(to));
}

/** For people: `January 2026`. */
export function monthText(month: Month): string {
  const [, name = '', year] = dateText(firstDay(month)).split(' ');
  return `${name} ${year}`;
}
