import type { ClientTerms } from '../ledger/model/settings';
import { ordinaryWork, type TimeEntry } from '../ledger/model/time-entry';
import { type ChargedEntry, chargeEntries } from '../ledger/rules/charging';
import { plus } from '../ledger/units/amounts';
import type { CalendarDate } from '../ledger/units/calendar-date';
import { addTo } from '../ledger/units/groups';
import { noTime, type Seconds, seconds } from '../ledger/units/seconds';

/** Entries that are equal but for their day, and how many there are on each. */
export interface EqualEntries {
  readonly entry: TimeEntry;
  readonly days: readonly (readonly [day: CalendarDate, count: number])[];
}

/** Of one day. */
interface OnDay {
  readonly entry: TimeEntry;
  readonly count: number;
}

/** So many charged entries are asked for before a pace is told: the days up to them stay whole. */
const wholeUntil = 3;

/**
 * One entry a day, with what all of the day are charged.
 *
 * Within a day nothing comes between two time entries, so no figure depends on their order, and what they draw is a
 * running total. Only how many entries there are is asked at the beginning.
 */
export function foldDays(equal: readonly EqualEntries[], terms: ClientTerms): TimeEntry[] {
  const charge = terms.roundPer === 'day' ? daySum(terms) : eachByItself(equal, terms);
  const folded: TimeEntry[] = [];
  let charged = 0;
  for (const [date, own] of byDay(equal)) {
    const isWhole = charged < wholeUntil;
    const all = charge(date, isWhole ? own.flatMap(inPieces) : own);
    if (!isWhole) folded.push(asOne(date, all));
    for (const each of isWhole ? all : []) {
      folded.push({ ...each.entry, date, typedCharge: each.charged });
      if (each.charged > 0) charged++;
    }
  }
  return folded;
}

function byDay(equal: readonly EqualEntries[]): [CalendarDate, OnDay[]][] {
  const days = new Map<CalendarDate, OnDay[]>();
  for (const { entry, days: own } of equal)
    for (const [day, count] of own) addTo(days, day, { entry, count });
  return [...days].sort(([a], [b]) => a - b);
}

/** As many as are asked for, of which the last stands for all others. */
function inPieces({ entry, count }: OnDay): OnDay[] {
  const pieces = Math.min(count, wholeUntil);
  return Array.from({ length: pieces }, (_, at) => ({ entry, count: at < pieces - 1 ? 1 : count - at }));
}

type Charge = (date: CalendarDate, own: readonly OnDay[]) => readonly ChargedEntry[];

/** An entry is charged what its like are on any day. */
function eachByItself(equal: readonly EqualEntries[], terms: ClientTerms): Charge {
  const entries = equal.map(({ entry }) => entry);
  const charges = new Map(chargeEntries(entries, terms).map(each => [each.entry, each]));
  return (_, own) =>
    own.map(({ entry, count }) => {
      const one = charges.get(entry) as ChargedEntry;
      return count === 1
        ? one
        : { entry: multiplied(entry, entry.date, count), charged: times(one.charged, count) };
    });
}

/** The sum of a day is rounded as one, so equal entries are one that took as long. */
function daySum(terms: ClientTerms): Charge {
  return (date, own) => {
    const entries = own.map(({ entry, count }) => multiplied(entry, date, count));
    return chargeEntries(
      entries.sort((a, b) => a.start - b.start || a.row - b.row),
      terms,
    );
  };
}

function multiplied(entry: TimeEntry, date: CalendarDate, count: number): TimeEntry {
  const { worked, typedCharge } = entry;
  const charge = typedCharge === undefined ? undefined : times(typedCharge, count);
  return { ...entry, date, worked: times(worked, count), typedCharge: charge };
}

function times(time: Seconds, count: number): Seconds {
  return seconds(time * count);
}

function asOne(date: CalendarDate, day: readonly ChargedEntry[]): TimeEntry {
  const [{ entry }] = day as readonly [ChargedEntry];
  let [worked, charged] = [noTime, noTime];
  for (const each of day) {
    worked = plus(worked, each.entry.worked);
    charged = plus(charged, each.charged);
  }
  const { row, clientKey } = entry;
  return { row, clientKey, date, start: -1, worked, typedCharge: charged, workType: ordinaryWork, what: '' };
}
