import type { Block } from '../model/block';
import type { Client } from '../model/client';
import type { Issue, Mend, MendedCell } from '../model/issue';
import type { TimeEntry } from '../model/time-entry';
import type { CalendarDate } from '../units/calendar-date';

/** A row that counts and is hardly meant so. */
export interface Doubt {
  /** Whose figures it may spoil. */
  readonly clientKey: string;
  readonly issue: Issue;
}

/** The rows as they were read, in the order of the sheet; work that was archived was looked at when its month was closed. */
export interface ReadRows {
  readonly clients: ReadonlyMap<string, Client>;
  readonly blocks: readonly Block[];
  readonly entries: readonly TimeEntry[];
  readonly today: CalendarDate;
  /** A client's newest purchase by a day, where somebody knows it without its block. */
  readonly newest?: (clientKey: string, date: CalendarDate) => Pick<Block, 'hours'> | undefined;
}

/** More than a year: a leap day is no slip. */
export const yearDays = 366;

export function mendCell(label: string, cell: MendedCell): Mend {
  return { label, cells: [cell] };
}
