import { periodDays } from '../model/period-days';
import { plus } from '../units/amounts';
import { addDays, type CalendarDate, earlier, lastDate, later } from '../units/calendar-date';
import { noTime, type Seconds } from '../units/seconds';
import type { Account } from './account';
import type { ChargedEntry } from './charging';

/** When a balance runs out at the recent pace. */
export type RunOut =
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'used up' }
  /** The hours of each period of a block that repeats last until the next begins. */
  | { readonly kind: 'repeats' }
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

/**
 * Today + ceiling(balance ÷ pace), no later than the day on which all blocks have expired.
 *
 * The hours of the coming periods of a block that repeats count from their first day on; what carries over does not,
 * for the sheet alone says how much.
 */
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
  const coming = comingPeriods(account, today);
  if (coming.length > 0) return throughPeriods([...openHours(account, today), ...coming], pace, today);
  const days = Math.ceil((balance * pace.days) / pace.used);
  return { kind: 'date', date: earlier(addDays(today, days), earlier(allExpired(account), lastDate)) };
}

/** The day after the last day of the last block; later than every date while one has no expiry. */
function allExpired({ opened }: Account): CalendarDate {
  const open = opened.filter(({ state, left }) => state === 'usable' && left > 0);
  return addDays(open.map(({ expires }) => expires).reduce(later), 1);
}

/** Hours that can be worked off from one day to another, both included. */
interface Hours {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly time: number;
}

/** Whoever lasts so long with what comes anew lasts. */
const daysAhead = 731;

function openHours({ opened }: Account, today: CalendarDate): readonly Hours[] {
  return opened.flatMap(({ state, left, expires }) =>
    state === 'usable' && left > 0 ? [{ from: today, to: expires, time: left }] : [],
  );
}

/** Of all blocks that repeat, up to the day to which anybody looks. */
function comingPeriods({ opened }: Account, today: CalendarDate): readonly Hours[] {
  return opened.flatMap(({ block: { kind, date, starts, hours, expires, repeats } }) => {
    if (!repeats || kind !== 'Purchase') return [];
    const periods: Hours[] = [];
    for (let count = 0; ; count++) {
      const { from, to } = periodDays({ date, starts, repeats }, count);
      if (from > today + daysAhead) return periods;
      if (from > today) periods.push({ from, to: expires === undefined ? lastDate : to, time: hours });
    }
  });
}

/** Works the hours off at the pace from one day on which some begin or end to the next, those that end first first. */
function throughPeriods(all: readonly Hours[], { used, days }: Pace, today: CalendarDate): RunOut {
  // Counted in parts of a second, so that no day is lost to a rounding.
  const pools = all.map(({ time, ...each }) => ({ ...each, left: time * days }));
  const turns = new Set(pools.flatMap(({ from, to }) => [from, to + 1]).filter(day => day > today));
  const end = today + daysAhead;
  let day: number = today;
  for (const next of [...turns, end].filter(turn => turn <= end).sort((a, b) => a - b)) {
    const open = pools.filter(({ from, to }) => from <= day && to >= day).sort((a, b) => a.to - b.to);
    let need = used * (next - day);
    const have = open.reduce((sum, { left }) => sum + left, 0);
    if (have < need) return { kind: 'date', date: addDays(today, day - today + Math.ceil(have / used)) };
    for (const pool of open) {
      const drawn = Math.min(pool.left, need);
      pool.left -= drawn;
      need -= drawn;
    }
    day = next;
  }
  return { kind: 'repeats' };
}
