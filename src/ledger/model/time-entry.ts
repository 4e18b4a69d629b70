import type { CalendarDate } from '../units/calendar-date';
import { type Decimal, decimal } from '../units/decimal';
import type { Seconds } from '../units/seconds';

export interface WorkType {
  readonly name: string;
  readonly multiplier: Decimal;
  readonly billable: boolean;
}

/** Work done on a date: what the clock says, before the rules make of it what is charged. */
export interface TimeEntry {
  readonly row: number;
  readonly clientKey: string;
  readonly date: CalendarDate;
  /** Seconds since midnight; -1 where no Start was typed, so that it comes first. */
  readonly start: number;
  readonly worked: Seconds;
  /** Typed in `Charged`: holds exactly, whatever the rules say. */
  readonly typedCharge: Seconds | undefined;
  readonly workType: WorkType;
  readonly what: string;
  /** Who did it, as typed; no figure depends on it, but a day has 24 hours for each. */
  readonly who?: string | undefined;
  /** Nothing says how long it was but `Charged`. */
  readonly isOnlyCharged?: true;
  /** Its place in `Time archive`, by which it comes before the work in Time of the same day and start. */
  readonly archived?: number;
}

/** What holds for an entry without a work type. */
export const ordinaryWork: WorkType = { name: '', multiplier: decimal(1), billable: true };
