import type { ClientTerms } from '../settings';
import type { TimeEntry, WorkType } from '../time-entry';
import { timesDecimal } from '../units/decimal';
import { noTime, type Seconds } from '../units/seconds';

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
  return timesDecimal(Math.max(rounded, terms.minimum), type.multiplier) as Seconds;
}

/**
 * Charges one client's entries, which are sorted by date, start and row.
 *
 * With `Round per` = day, the entries of a date and work type are one sum that is rounded once, so that two short
 * jobs on a day do not both become a full step.
 */
export function chargeEntries(sorted: readonly TimeEntry[], terms: ClientTerms): ChargedEntry[] {
  if (terms.roundPer === 'day') return chargeByDay(sorted, terms);
  return sorted.map(entry => ({
    entry,
    charged: entry.typedCharge ?? chargeOf(entry.worked, entry.workType, terms),
  }));
}

function chargeByDay(sorted: readonly TimeEntry[], terms: ClientTerms): ChargedEntry[] {
  const charged: ChargedEntry[] = [];
  for (let from = 0; from < sorted.length; ) {
    const date = sorted[from]?.date;
    let to = from + 1;
    while (to < sorted.length && sorted[to]?.date === date) to++;
    charged.push(...chargeDay(sorted.slice(from, to), terms));
    from = to;
  }
  return charged;
}

/** Each entry but the last of its work type is worth what it adds to multiplier × worked; the last gets the rest. */
function chargeDay(day: readonly TimeEntry[], terms: ClientTerms): ChargedEntry[] {
  const sums = new Map<WorkType, { worked: number; last: TimeEntry }>();
  for (const entry of day) {
    if (!inDaySum(entry)) continue;
    sums.set(entry.workType, { worked: (sums.get(entry.workType)?.worked ?? 0) + entry.worked, last: entry });
  }
  const running = new Map<WorkType, { worked: number; charged: number }>();
  return day.map(entry => {
    if (entry.typedCharge !== undefined) return { entry, charged: entry.typedCharge };
    const sum = sums.get(entry.workType);
    if (!sum || !inDaySum(entry)) return { entry, charged: noTime };
    const before = running.get(entry.workType) ?? { worked: 0, charged: 0 };
    const worked = before.worked + entry.worked;
    const upTo =
      entry === sum.last
        ? chargeOf(sum.worked as Seconds, entry.workType, terms)
        : timesDecimal(worked, entry.workType.multiplier);
    running.set(entry.workType, { worked, charged: upTo });
    return { entry, charged: (upTo - before.charged) as Seconds };
  });
}

function inDaySum(entry: TimeEntry): boolean {
  return entry.typedCharge === undefined && entry.workType.billable && entry.worked > 0;
}
