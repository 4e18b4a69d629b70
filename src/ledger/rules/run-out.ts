import { plus } from '../units/amounts';
import { addDays, type CalendarDate, earlier, lastDate, later } from '../units/calendar-date';
import { noTime, type Seconds } from '../units/seconds';
import type { Account } from './account';
import type { ChargedEntry } from './charging';

/** When a balance runs out at the recent pace. */
export type RunOut =
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'used up' }
  | { readonly kind: 'not enough history' };

const daysOfHistory = 14;
const entriesOfHistory = 3;

/** Charged time in a number of days. */
export interface Pace {
  readonly used: Seconds;
  readonly days: number;
}

/**
 * Charged time a day over the last `weeks` weeks, but not before the first entry, so that a new client's quiet past
 * does not slow it; nothing where there is not enough history.
 */
export function recentPace(
  entries: readonly ChargedEntry[],
  today: CalendarDate,
  weeks: number,
): Pace | undefined {
  const charged = entries.filter(each => each.charged > 0 && each.entry.date <= today);
  const [[first], [firstCharged]] = [entries, charged];
  const isLongAgo = firstCharged !== undefined && today - firstCharged.entry.date >= daysOfHistory;
  if (!first || !isLongAgo || charged.length < entriesOfHistory) return undefined;
  const from = Math.max(first.entry.date, today + 1 - weeks * 7);
  let used = noTime;
  for (const each of charged) if (each.entry.date >= from) used = plus(used, each.charged);
  return used === 0 ? undefined : { used, days: today - from + 1 };
}

/** Today + ceiling(balance ÷ pace), no later than the day on which all blocks have expired. */
export function runOut(
  account: Account,
  entries: readonly ChargedEntry[],
  balance: Seconds,
  today: CalendarDate,
  weeks: number,
): RunOut {
  if (balance <= 0) return { kind: 'used up' };
  const pace = recentPace(entries, today, weeks);
  if (!pace) return { kind: 'not enough history' };
  const days = Math.ceil((balance * pace.days) / pace.used);
  return { kind: 'date', date: earlier(addDays(today, days), earlier(allExpired(account), lastDate)) };
}

/** The day after the last day of the last block; later than every date while one has no expiry. */
function allExpired({ opened }: Account): CalendarDate {
  const open = opened.filter(({ state, left }) => state === 'usable' && left > 0);
  return addDays(open.map(({ expires }) => expires).reduce(later), 1);
}
