import { addDays, addMonths, type CalendarDate, dateText, isoDate } from './calendar-date';
import { firstDay, lastDay, monthOf as monthAt } from './month';

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
  const month = monthAt(addMonths(firstDay(monthAt(day)), months));
  return { from: firstDay(month), to: lastDay(month) };
}

export function yearOf(day: CalendarDate): Period {
  const january = addMonths(monthOf(day).from, 1 - Number(isoDate(day).slice(5, 7)));
  return { from: january, to: addDays(addMonths(january, 12), -1) };
}

/** Short, as the name of a file or a tab: `2026-10`, `2026`, `2026-10-05 to 2026-11-04`. */
export function periodName(period: Period): string {
  const [from, to] = [isoDate(period.from), isoDate(period.to)];
  if (isSame(period, monthOf(period.from))) return from.slice(0, 7);
  return isSame(period, yearOf(period.from)) ? from.slice(0, 4) : `${from} to ${to}`;
}

export function isSame(a: Period, b: Period): boolean {
  return a.from === b.from && a.to === b.to;
}
