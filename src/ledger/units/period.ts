import { addDays, addMonths, type CalendarDate, dateText, isoDate } from './calendar-date';

/** Both days included. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Throws what is wrong with a period, in words. */
export function checkPeriod({ from, to }: Period): void {
  if (from > to)
    throw new Error(`From (${dateText(from)}) is after To (${dateText(to)}). Exchange the two days.`);
}

/** The month of a day, or one so many months after it. */
export function monthOf(day: CalendarDate, months = 0): Period {
  const first = addDays(day, 1 - Number(isoDate(day).slice(8)));
  const from = addMonths(first, months);
  return { from, to: addDays(addMonths(first, months + 1), -1) };
}

export function yearOf(day: CalendarDate): Period {
  const january = addMonths(monthOf(day).from, 1 - Number(isoDate(day).slice(5, 7)));
  return { from: january, to: addDays(addMonths(january, 12), -1) };
}

/** The months that a period touches, as `2026-10`. */
export function monthsOf({ from, to }: Period): readonly string[] {
  const months: string[] = [];
  for (let month = monthOf(from); month.from <= to; month = monthOf(month.from, 1))
    months.push(isoDate(month.from).slice(0, 7));
  return months;
}

/** Short, as the name of a file or a tab: `2026-10`, `2026`, `2026-10-05 to 2026-11-04`. */
export function periodName(period: Period): string {
  const [from, to] = [isoDate(period.from), isoDate(period.to)];
  if (isSame(period, monthOf(period.from))) return from.slice(0, 7);
  return isSame(period, yearOf(period.from)) ? from.slice(0, 4) : `${from} to ${to}`;
}

/** For people: `1 Oct 2026 to 31 Oct 2026`. */
export function periodText({ from, to }: Period): string {
  return `${dateText(from)} to ${dateText(to)}`;
}

export function isSame(a: Period, b: Period): boolean {
  return a.from === b.from && a.to === b.to;
}
