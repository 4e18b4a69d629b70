import type { Block } from '../model/block';
import type { Client } from '../model/client';
import type { Issue, Mend, MendedCell } from '../model/issue';
import type { TimeEntry } from '../model/time-entry';
import type { CalendarDate } from '../units/calendar-date';
import type { RowSequence } from '../units/passing-rows';

/** A row that counts and is hardly meant so. */
export interface Doubt {
  /** Whose figures it may spoil. */
  readonly clientKey: string;
  readonly issue: Issue;
}

/** What is known before work is looked at. */
export interface KnownRows {
  readonly clients: ReadonlyMap<string, Client>;
  /** As they were read, in the order of the sheet. */
  readonly blocks: readonly Block[];
  readonly today: CalendarDate;
  /** A client's newest purchase by a day, where somebody knows it without its block. */
  readonly newest?: (clientKey: string, date: CalendarDate) => Pick<Block, 'hours'> | undefined;
}

/** Sees each entry in the order of the sheet, once; work that was archived was looked at when its month was closed. */
export type SeeEntry = (entry: TimeEntry, at: number, entryAt: (at: number) => TimeEntry) => void;

/** A look at work while it is read, for a hundred thousand entries are gone through only once. */
export interface Look {
  readonly see: SeeEntry;
  /** What it has found; it may look at single entries again. */
  found(entries: RowSequence<TimeEntry>): readonly Doubt[];
}

/** More than a year: a leap day is no slip. */
export const yearDays = 366;

export function mendCell(label: string, cell: MendedCell): Mend {
  return { label, cells: [cell] };
}
