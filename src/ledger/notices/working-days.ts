import type { DaysOff } from '../model/settings';
import { addDays, type CalendarDate, isoDate, weekday } from '../units/calendar-date';

export interface WorkingTime {
  readonly weekdaysOnly: boolean;
  readonly daysOff: DaysOff;
}

/** A firm that is away for longer than this has typed it by mistake. */
const longestPause = 370;

export function isDayOff(date: CalendarDate, { weekdaysOnly, daysOff }: WorkingTime): boolean {
  const isWeekend = weekdaysOnly && (weekday(date) === 0 || weekday(date) === 6);
  const isOwn = daysOff.spans.some(([first, last]) => date >= first && date <= last);
  return isWeekend || isOwn || daysOff.yearly.has(isoDate(date).slice(5));
}

/** The next day on which mails go out. */
export function nextWorkingDay(date: CalendarDate, time: WorkingTime): CalendarDate {
  for (let days = 1; days < longestPause; days++) {
    const next = addDays(date, days);
    if (!isDayOff(next, time)) return next;
  }
  return addDays(date, 1);
}

/**
 * How many days ahead hours that end are told of today.
 *
 * A warning that would fall due on a day off goes out on the next working day; hours that will have ended by then are
 * told of before, so that no warning is lost.
 */
export function warnAhead(
  today: CalendarDate,
  { warnBeforeExpiry, ...time }: WorkingTime & { readonly warnBeforeExpiry: number },
): number {
  if (warnBeforeExpiry === 0) return 0;
  return Math.max(warnBeforeExpiry, nextWorkingDay(today, time) - today - 1);
}
