import { addDays, type CalendarDate, lastDate } from '../units/calendar-date';
import type { Seconds } from '../units/seconds';
import type { ChargedEntry } from './charging';
import type { Account } from './replay';

/** When a balance runs out at the recent pace. */
export type RunOut =
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'used up' }
  | { readonly kind: 'not enough history' };

const daysOfHistory = 14;
const entriesOfHistory = 3;

/**
 * Today + ceiling(balance ÷ pace), no later than the day on which all blocks have expired.
 *
 * The pace is charged time a day over the last `weeks` weeks, but not before the first entry, so that a new
 * client's quiet past does not slow it.
 */
export function runOut(
  account: Account,
  entries: readonly ChargedEntry[],
  balance: Seconds,
  today: CalendarDate,
  weeks: number,
): RunOut {
  if (balance <= 0) return { kind: 'used up' };
  const { first, firstCharged, charged } = history(entries, today);
  const longAgo = firstCharged !== undefined && today - firstCharged >= daysOfHistory;
  if (first === undefined || charged < entriesOfHistory || !longAgo) return { kind: 'not enough history' };
  const from = Math.max(first, addDays(today, 1 - weeks * 7));
  let used = 0;
  for (let index = entries.length - 1; index >= 0; index--) {
    const each = entries[index];
    if (!each || each.entry.date < from) break;
    if (each.entry.date <= today) used += each.charged;
  }
  if (used === 0) return { kind: 'not enough history' };
  const days = Math.ceil((balance * (today - from + 1)) / used);
  return { kind: 'date', date: Math.min(today + days, allExpired(account), lastDate) as CalendarDate };
}

/** Counts no further than it needs: three charged entries are history enough. */
function history(entries: readonly ChargedEntry[], today: CalendarDate) {
  let charged = 0;
  let firstCharged: CalendarDate | undefined;
  for (const { entry, charged: time } of entries) {
    if (entry.date > today || charged >= entriesOfHistory) break;
    if (time <= 0) continue;
    charged++;
    firstCharged ??= entry.date;
  }
  return { first: entries[0]?.entry.date, firstCharged, charged };
}

/** The day after the last day of the last block; never while one has no expiry. */
function allExpired(account: Account): number {
  let last = Number.NEGATIVE_INFINITY;
  for (const { block, state, left } of account.opened) {
    if (state !== 'usable' || left === 0) continue;
    last = Math.max(last, block.expires === undefined ? Number.POSITIVE_INFINITY : block.expires + 1);
  }
  return last;
}
