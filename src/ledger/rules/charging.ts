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
}

/** Each entry but the last of its day is worth what it adds to multiplier × worked; the last gets the rest. */
function chargeByDay(sorted: readonly TimeEntry[], terms: ClientTerms): ChargedEntry[] {
  let date: number | undefined;
  let sums = new Map<WorkType, DaySum>();
  return sorted.map(entry => {
    const { worked, workType, typedCharge } = entry;
    if (typedCharge !== undefined || !workType.billable || worked <= 0)
      return { entry, charged: typedCharge || noTime };
    if (entry.date !== date) sums = new Map();
    date = entry.date;
    const sum = sums.get(workType) || { worked: noTime, charged: noTime };
    const upToLast = timesTime(sum.worked, workType.multiplier);
    if (sum.last) sum.last.charged = minus(upToLast, sum.charged);
    const all = plus(sum.worked, worked);
    const last = { entry, charged: minus(chargeOf(all, workType, terms), upToLast) };
    sums.set(workType, { worked: all, charged: upToLast, last });
    return last;
  });
}
