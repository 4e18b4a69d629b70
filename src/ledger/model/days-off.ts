import type { CalendarDate } from '../units/calendar-date';

/** The firm's own days on which no mail goes out. */
export interface DaysOff {
  /** First and last day of each. */
  readonly spans: readonly (readonly [CalendarDate, CalendarDate])[];
  /** `12-25`: of every year. */
  readonly yearly: ReadonlySet<string>;
}
