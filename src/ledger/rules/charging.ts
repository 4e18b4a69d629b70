import type { ClientTerms } from '../model/settings';
import type { TimeEntry, WorkType } from '../model/time-entry';
import { minus, plus } from '../units/amounts';
import { noTime, type Seconds, timesTime } from '../units/seconds';

/** An entry with what the rules make of its worked time. */
export interface ChargedEntry {
  readonly entry: TimeEntry;
  readonly charged: Seconds;
}

/** What `worked` is charged under the client's rules: rounded up, raised to the minimum, multiplied, to the second. */
export function chargeOf(worked: Seconds, type: WorkType, terms: ClientTerms): Seconds {
  if (!type.billable || worked <= 0) return noTime;
  const step = terms.roundUpTo;
  const rounded = step > 0 ? Math.ceil(worked / step) * step : worked;
  return timesTime(Math.max(rounded, terms.minimum), type.multiplier);
}

/**
 * Charges one client's entries, which are sorted by date, start and row.
 *
 * With `Round per` = day, the entries of a date and work type are one sum that is rounded once, so that two short
 * jobs on a day do not both become a full step.
 */
export function chargeEntries(sorted: readonly TimeEntry[], terms: ClientTerms): ChargedEntry[] {
  if (terms.roundPer === 'day') return chargeByDay(sorted, terms);
  return sorted.map(entry => {
    const { worked, workType, typedCharge = chargeOf(worked, workType, terms) } = entry;
    return { entry, charged: typedCharge };
  });
}

/** The entries of one date and work type so far. */
interface DaySum {
  worked: Seconds;
  /** Charged to all but the last. */
  charged: Seconds;
  last?: { charged: Seconds };
  /** What closing has written into `Charged`: the sum goes on from there, so that no minimum is charged twice. */
  readonly closed: Seconds;
}

/** Each entry but the last of its day is worth what it adds to multiplier × worked; the last gets the rest. */
function chargeByDay(sorted: readonly TimeEntry[], terms: ClientTerms): ChargedEntry[] {
  let date: number | undefined;
  let sums = new Map<WorkType, DaySum>();
  return sorted.map((entry, at) => {
    const { worked, workType, typedCharge } = entry;
    if (typedCharge !== undefined || !workType.billable || worked <= 0)
      return { entry, charged: typedCharge || noTime };
    if (entry.date !== date) sums = new Map();
    date = entry.date;
    const sum = sums.get(workType) || {
      worked: noTime,
      charged: noTime,
      closed: closedOf(sorted, at, terms),
    };
    const all = plus(sum.worked, worked);
    // Of a day that goes on each gets the difference that it makes: multiplier × worked may be charged already.
    const upToLast =
      sum.closed > 0
        ? chargeOf(plus(sum.closed, sum.worked), workType, terms)
        : timesTime(sum.worked, workType.multiplier);
    if (sum.last && sum.closed === 0) sum.last.charged = minus(upToLast, sum.charged);
    const last = { entry, charged: minus(chargeOf(plus(sum.closed, all), workType, terms), upToLast) };
    sums.set(workType, { worked: all, charged: upToLast, last, closed: sum.closed });
    return last;
  });
}

/**
 * The worked time of the same day and work type whose typed charges come to exactly what the rule makes of it: that
 * is what closing writes. Whatever else was typed is charged as typed, beside the sum.
 */
function closedOf(sorted: readonly TimeEntry[], at: number, terms: ClientTerms): Seconds {
  const { date, workType } = sorted[at] as TimeEntry;
  let [worked, typed] = [noTime, noTime];
  const add = (entry: TimeEntry) => {
    if (entry.workType !== workType || entry.typedCharge === undefined || entry.worked <= 0) return;
    worked = plus(worked, entry.worked);
    typed = plus(typed, entry.typedCharge);
  };
  for (let before = at - 1; sorted[before]?.date === date; before--) add(sorted[before] as TimeEntry);
  for (let after = at + 1; sorted[after]?.date === date; after++) add(sorted[after] as TimeEntry);
  return worked > 0 && typed === chargeOf(worked, workType, terms) ? worked : noTime;
}
