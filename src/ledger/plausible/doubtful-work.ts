import { type Block, isPurchase } from '../model/block';
import type { Client } from '../model/client';
import type { Mend } from '../model/issue';
import type { TimeEntry } from '../model/time-entry';
import { greater, plus } from '../units/amounts';
import { type CalendarDate, dateText } from '../units/calendar-date';
import { timesDecimal } from '../units/decimal';
import { groupsOf, remembering, valueAt } from '../units/groups';
import { foldName } from '../units/names';
import { type RowSequence, rowReader } from '../units/passing-rows';
import { hoursOf, hoursText, noTime, type Seconds, timesTime } from '../units/seconds';
import { type Doubt, type KnownRows, type Look, mendCell } from './doubt';

const day = 86_400;
/** Nobody means less by a difference. */
const minute = 60;

/**
 * Work that is more than one person does in a day, or larger than the block that it is drawn from.
 *
 * A large entry that is right is confirmed in its own row: what is typed into Charged, or was written there when its
 * month was closed, somebody has looked at.
 */
export function lookForLargeWork({ clients, blocks, newest: known }: KnownRows): Look {
  const newestBefore = known ?? createNewestBefore(blocks);
  // Most of a hundred thousand are smaller than any block.
  const least = known ? -Infinity : Math.min(leastBought(blocks) + minute, day + 1);
  const large: number[] = [];
  const days = lookForLongDays();
  const doubtIn = (entry: TimeEntry, onDay: Seconds | undefined): readonly Doubt[] => {
    const size = sizeOf(entry);
    const newest = newestBefore(entry.clientKey, entry.date);
    const isLarge = newest !== undefined && size - newest.hours >= minute;
    if (size <= day && !isLarge && onDay === undefined) return [];
    if (isConfirmed(entry, clients.get(entry.clientKey))) return [];
    return [doubtOf(entry, size > day ? undefined : onDay, size, newest)];
  };
  return {
    see: (entry, at) => {
      if (sizeOf(entry) >= least) large.push(at);
      if (entry.who) days.see(entry, entry.who);
    },
    found: entries => {
      const entryAt = rowReader(entries);
      const long = days.found(entries);
      const places = [...new Set([...large, ...long.keys()])].sort((a, b) => a - b);
      return places.flatMap(at => doubtIn(entryAt(at), long.get(at)));
    },
  };
}

/** No work that is smaller is larger than the block that it is drawn from. */
function leastBought(blocks: readonly Block[]): number {
  return blocks.reduce(
    (least, block) => (isPurchase(block) ? Math.min(least, block.hours) : least),
    Infinity,
  );
}

/** What it takes of a block, or says that a person worked. */
function sizeOf({ worked, typedCharge, workType }: TimeEntry): Seconds {
  const charged = typedCharge ?? (workType.billable ? timesTime(worked, workType.multiplier) : noTime);
  return greater(charged, worked);
}

/** Charged says the same as Hours, as far as rules make of it. */
export function isConfirmed(
  { typedCharge, isOnlyCharged, worked, workType }: TimeEntry,
  client: Client | undefined,
): boolean {
  if (typedCharge === undefined || isOnlyCharged) return false;
  const { roundUpTo = 0, minimum = 0 } = client?.terms ?? {};
  const most = timesDecimal(Math.max(worked + roundUpTo, minimum), workType.multiplier);
  return typedCharge <= Math.max(most, worked);
}

/** Finds people who have more than 24 hours on a day; without a name nobody knows whose day it is. */
function lookForLongDays() {
  const numbers = new Map<string, number>();
  const numberOf = remembering((who: string) => valueAt(numbers, foldName(who), () => numbers.size));
  const dayOf = ({ date }: TimeEntry, who: string) => numberOf(who) * mostDates + date;
  const sums = new Map<number, Seconds>();
  return {
    see(entry: TimeEntry, who: string): void {
      const own = dayOf(entry, who);
      sums.set(own, plus(sums.get(own) ?? noTime, entry.worked));
    },
    /** By their places, the entries that are most likely slips, with how much their day has. */
    found(entries: RowSequence<TimeEntry>): ReadonlyMap<number, Seconds> {
      const long = new Map([...sums].filter(([, sum]) => sum > day));
      if (long.size === 0) return new Map();
      const entryAt = rowReader(entries);
      // The largest of them is the slip, most of the time.
      const largest = new Map<
        number,
        { readonly at: number; readonly worked: Seconds; readonly sum: Seconds }
      >();
      for (let at = 0; at < entries.length; at++) {
        const entry = entryAt(at);
        const own = entry.who ? dayOf(entry, entry.who) : undefined;
        const sum = own === undefined ? undefined : long.get(own);
        if (own === undefined || sum === undefined) continue;
        const { worked } = entry;
        if (worked > (largest.get(own)?.worked ?? -1)) largest.set(own, { at, worked, sum });
      }
      return new Map(Array.from(largest.values(), ({ at, sum }) => [at, sum]));
    },
  };
}

/** More than there are days that a sheet knows. */
const mostDates = 2 ** 22;

function doubtOf(
  entry: TimeEntry,
  onDay: Seconds | undefined,
  size: Seconds,
  newest: Pick<Block, 'hours'> | undefined,
): Doubt {
  const { row, clientKey, worked, who, date } = entry;
  const isCharge = entry.isOnlyCharged || (entry.typedCharge ?? 0) > worked;
  const header = isCharge ? 'Charged' : 'Hours';
  const found =
    onDay !== undefined
      ? `${who} has ${hoursText(onDay)} on ${dateText(date)}, more than a day has.`
      : size > day || !newest
        ? `${hoursText(size)} in one row is more than a day has.`
        : `${hoursText(size)} in one row is more than the client's newest block has (${hoursText(newest.hours)}).`;
  const message = `${found} It counts. Correct the hours; if they are right, type them into Charged too.`;
  return { clientKey, issue: { tab: 'Time', row, header, message, mends: mendsOf(entry, header) } };
}

/** A decimal point that was left out, minutes typed as hours, or hours that are right. */
function mendsOf({ row, worked, typedCharge, workType, isOnlyCharged }: TimeEntry, header: string): Mend[] {
  const cell = { tab: 'Time' as const, row };
  const typed = hoursOf(worked);
  if (header === 'Charged') return isOnlyCharged ? likelyMends(typed, { ...cell, header }) : [];
  const charge = typedCharge ?? timesTime(worked, workType.multiplier);
  const right = mendCell('It is right', { ...cell, header: 'Charged', value: hoursOf(charge) });
  return [...likelyMends(typed, { ...cell, header }), ...(workType.billable ? [right] : [])];
}

function likelyMends(
  typed: number,
  cell: { readonly tab: 'Time'; readonly row: number; readonly header: string },
) {
  return likelyHours(typed).map(value => mendCell(`Write ${value}`, { ...cell, value }));
}

const mostLikely = 12;

/** `150` for 1.50, and 90 minutes for an hour and a half. */
export function likelyHours(typed: number): readonly number[] {
  if (!Number.isInteger(typed)) return [];
  const withPoint = [typed / 10, typed / 100].find(value => value <= mostLikely);
  const asMinutes =
    typed % 5 === 0 && typed >= 15 && typed <= 720 ? Math.round((typed / 60) * 100) / 100 : undefined;
  const likely = [withPoint, asMinutes].filter(value => value !== undefined);
  return [...new Set(likely)];
}

/** The newest purchase of a client by a day; before the first one, that one, which pays back what was worked. */
function createNewestBefore(blocks: readonly Block[]) {
  const bought = groupsOf(blocks.filter(isPurchase), ({ clientKey }) => clientKey);
  for (const own of bought.values()) own.sort((a, b) => a.date - b.date || a.order - b.order);
  return (clientKey: string, date: CalendarDate): Block | undefined => {
    const own = bought.get(clientKey);
    if (!own) return undefined;
    let [low, high] = [0, own.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((own[middle] as Block).date <= date) low = middle + 1;
      else high = middle;
    }
    return own[Math.max(0, low - 1)];
  };
}
