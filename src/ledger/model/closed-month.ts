import type { CalendarDate } from '../units/calendar-date';
import type { Month } from '../units/month';
import type { Seconds } from '../units/seconds';

/** A row of Closed months. */
export interface ClosedMonth {
  readonly month: Month;
  readonly row: number;
  readonly digest: string;
  readonly work: MonthWork;
  /** Charged hours by the client's name; nothing in months that were closed before they were kept. */
  readonly hours: ReadonlyMap<string, Seconds> | undefined;
  readonly late: string;
  readonly reopenedOn: CalendarDate | undefined;
}

/** The work of a month: its time entries and what they were charged. */
export interface MonthWork {
  readonly entries: number;
  readonly charged: Seconds;
}
