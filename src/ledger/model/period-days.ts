import { addDays, addMonths, type CalendarDate, later } from '../units/calendar-date';
import type { repeatWords } from './block';

export type RepeatWord = (typeof repeatWords)[number];

const monthsOf: Readonly<Record<RepeatWord, number>> = { monthly: 1, quarterly: 3, yearly: 12 };

/** A block as far as its periods depend on it. */
export interface FirstPeriod {
  readonly date: CalendarDate;
  readonly starts?: CalendarDate | undefined;
  readonly repeats: RepeatWord;
}

/**
 * First and last day of a period, the first of which is number 0.
 *
 * It begins on the day of the month on which the first has begun, or on the month's last day where it has no such day,
 * always counted from the first: 31 January, 28 February, 31 March. It ends on the day before the next.
 */
export function periodDays({ date, starts = date, repeats }: FirstPeriod, count: number) {
  const first = later(date, starts);
  const begin = (nth: number) => addMonths(first, nth * monthsOf[repeats]);
  return { from: begin(count), to: addDays(begin(count + 1), -1) };
}
