import { type Block, isPurchase } from '../model/block';
import type { Client } from '../model/client';
import type { Mend } from '../model/issue';
import type { TimeEntry } from '../model/time-entry';
import { greater, sumOf } from '../units/amounts';
import { type CalendarDate, dateText } from '../units/calendar-date';
import { timesDecimal } from '../units/decimal';
import { groupsOf } from '../units/groups';
import { foldName } from '../units/names';
import { hoursOf, hoursText, noTime, type Seconds, timesTime } from '../units/seconds';
import { type Doubt, mendCell, type ReadRows } from './doubt';

const day = 86_400;
/** Nobody means less by a difference. */
const minute = 60;

/**
 * Work that is more than one person does in a day, or larger than the block that it is drawn from.
 *
 * A large entry that is right is confirmed in its own row: what is typed into Charged, or was written there when its
 * month was closed, somebody has looked at.
 */
export function doubtfulWork({ clients, blocks, entries, newest: known }: ReadRows): Doubt[] {
  const newestBefore = known ?? createNewestBefore(blocks);
  const long = longDays(entries);
  const least = known ? -Infinity : leastBought(blocks);
  const doubts: Doubt[] = [];
  // One by one, for most of a hundred thousand are smaller than any block.
  for (const entry of entries) {
    const size = sizeOf(entry);
    if (size <= day && size - least < minute && !long.has(entry)) continue;
    const newest = newestBefore(entry.clientKey, entry.date);
    const isLarge = newest !== undefined && size - newest.hours >= minute;
    if (size <= day && !isLarge && !long.has(entry)) continue;
    if (isConfirmed(entry, clients.get(entry.clientKey))) continue;
    doubts.push(doubtOf(entry, size > day ? undefined : long.get(entry), size, newest));
  }
  return doubts;
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

/** The entries of people who have more than 24 hours on a day, with how much it is; without a name nobody knows whose day it is. */
function longDays(entries: readonly TimeEntry[]): ReadonlyMap<TimeEntry, Seconds> {
  const named = entries.filter(({ who }) => who);
  const sums = new Map<number, number>();
  for (const { date, worked } of named) sums.set(date, (sums.get(date) ?? 0) + worked);
  const full = named.filter(({ date }) => (sums.get(date) ?? 0) > day);
  const long = new Map<TimeEntry, Seconds>();
  for (const own of groupsOf(full, ({ date, who = '' }) => `${date} ${foldName(who)}`).values()) {
    const sum = sumOf(own.map(({ worked }) => worked));
    // The largest of them is the slip, most of the time.
    const largest = own.reduce((most, entry) => (entry.worked > most.worked ? entry : most));
    if (sum > day) long.set(largest, sum);
  }
  return long;
}

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
