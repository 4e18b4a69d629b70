import type { Ledger } from '../model/ledger';
import type { TimeEntry } from '../model/time-entry';
import { addDays, type CalendarDate } from '../units/calendar-date';
import { lastDay, type Month, monthOf } from '../units/month';

/** What archiving up to a month would do. */
export interface ArchivePlan {
  readonly until: CalendarDate;
  /** In the order of their rows. */
  readonly moved: readonly TimeEntry[];
  /** Entries of these months that stay in Time, and so does the work of the same client and day. */
  readonly stay: number;
}

/**
 * The last closed month that ends so long ago that nothing of today looks back into it.
 *
 * Pace and run-out look back twelve weeks (or `Pace (weeks)`); the first and the last entries are kept anyway.
 */
export function usualUntil(
  closed: Iterable<Month>,
  { today, paceWeeks }: Pick<Ledger['settings'], 'today' | 'paceWeeks'>,
): Month | undefined {
  const before = addDays(today, -Math.max(12, paceWeeks) * 7);
  return [...closed]
    .filter(month => lastDay(month) < before)
    .sort()
    .pop();
}

/**
 * Which entries of closed months move.
 *
 * An entry that came late has no `Charged` yet, so its charge may still move; it stays, and with it all work of that
 * client on that day, for within a day rows decide what comes first.
 */
export function planArchive(
  { entries }: Pick<Ledger, 'entries'>,
  closed: ReadonlySet<Month>,
  until: Month,
  mustStay: (entry: TimeEntry) => boolean = () => false,
): ArchivePlan {
  const end = lastDay(until);
  const early = entries.filter(({ date, archived }) => archived === undefined && date <= end);
  const isFree = (entry: TimeEntry) =>
    entry.typedCharge !== undefined && closed.has(monthOf(entry.date)) && !mustStay(entry);
  const held = new Set(early.filter(entry => !isFree(entry)).map(dayOf));
  const moved = early.filter(entry => isFree(entry) && !held.has(dayOf(entry)));
  const ofClosed = early.filter(({ date }) => closed.has(monthOf(date)));
  return { until: end, moved: moved.sort((a, b) => a.row - b.row), stay: ofClosed.length - moved.length };
}

function dayOf({ clientKey, date }: TimeEntry): string {
  return `${date} ${clientKey}`;
}
