import type { CalendarDate } from './calendar-date';
import type { Currency, MinorUnits } from './money';
import type { Seconds } from './seconds';

/** How a language writes figures; plain rules of our own, for Google's servers may know no language but English. */
export interface LocalText {
  /** In a sentence: `23 November 2026`. */
  date(date: CalendarDate): string;
  /** In a narrow column: `23/11/2026`. */
  shortDate(date: CalendarDate): string;
  hours(time: Seconds): string;
  money(amount: MinorUnits, currency: Currency): string;
}

/** `1 client`, `2 clients`; `many` is what more than one are called where an s is not enough. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
