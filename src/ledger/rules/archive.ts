import type { Moving, Seal } from '../model/archive';
import type { Client } from '../model/client';
import type { Ledger, PassingLedger } from '../model/ledger';
import type { TimeEntry } from '../model/time-entry';
import type { CalendarDate } from '../units/calendar-date';
import { restoreAccount } from './kept-account';
import { basisOf, type ChargedRows } from './kept-client';
import type { Start } from './replay';

/** Work that counts, archived too, whether it was read or not. */
export function entriesOf({ entries, archive }: Pick<PassingLedger, 'entries' | 'archive'>): number {
  return archive && !archive.isRead ? entries.length + archive.entries : entries.length;
}

const longestPace = 12;

/** The first day on which nothing is asked of archived work but what is kept: the pace looks so far back. */
export function firstKeptDay({ until }: Seal, { paceWeeks }: Pick<Ledger['settings'], 'paceWeeks'>): number {
  return until + Math.max(longestPace, paceWeeks) * 7 + 1;
}

/** Whether figures from a day on can start from what is kept, as far as the seal tells. */
export function isSealedFor({ archive, settings, workTypes }: PassingLedger, asOf: CalendarDate): boolean {
  const seal = archive?.seal;
  if (!seal || seal.moving || seal.isChanged || asOf < firstKeptDay(seal, settings)) return false;
  // In an unread archive nobody sees that the row of its work type cannot be read any more.
  return seal.workTypes.every(key => !workTypes.has(key) || workTypes.get(key) !== undefined);
}

/** Where a client's replay starts; nothing where what is kept no longer fits what stands in the tabs. */
export function startOf(
  { archive, settings }: Pick<Ledger, 'archive' | 'settings'>,
  client: Client,
  rows: ChargedRows,
): Start | undefined {
  const [seal, kept] = [archive?.seal, archive?.kept.get(client.key)];
  if (!seal || !kept || basisOf(client, rows, seal, settings) !== kept.basis) return undefined;
  return { asOf: seal.until, account: restoreAccount(kept.account, rows.blocks, settings.unpaidBlocks) };
}

/** A ledger that is to show what happened, and not only how things stand, needs all work. */
export function needWholeLedger({ archive }: Pick<Ledger, 'archive'>): void {
  if (archive && !archive.isRead) throw new Error('Time archive was not read, but it is needed here.');
}

/**
 * The archived entries that count.
 *
 * A run that moves entries writes them into one tab before it takes them out of the other. While it is at it, and
 * after it has died, they stand in both: then those of the archive do not count. They are taken out in one step, so
 * it is enough that most of them stand in Time, and an edit in between neither loses an hour nor counts it twice.
 */
export function countedEntries(
  archived: readonly TimeEntry[],
  inTime: Iterable<TimeEntry>,
  moving: Moving | undefined,
): readonly TimeEntry[] {
  if (!moving || !standInTime(archived, inTime, moving)) return archived;
  return archived.filter(entry => !isMoving(entry, moving));
}

export function isMoving({ date, archived = 0 }: TimeEntry, { from, to, place }: Moving): boolean {
  return archived >= place && date >= from && date <= to;
}

function standInTime(archived: readonly TimeEntry[], inTime: Iterable<TimeEntry>, moving: Moving): boolean {
  const left = new Map<string, number>();
  for (const entry of inTime) {
    if (entry.date < moving.from || entry.date > moving.to) continue;
    const text = textOf(entry);
    left.set(text, (left.get(text) || 0) + 1);
  }
  const batch = archived.filter(entry => isMoving(entry, moving));
  const found = batch.filter(entry => {
    const text = textOf(entry);
    const count = left.get(text) || 0;
    left.set(text, count - 1);
    return count > 0;
  });
  return found.length > 0 && found.length * 2 >= batch.length;
}

function textOf({ clientKey, date, start, worked, typedCharge, workType, what }: TimeEntry): string {
  return JSON.stringify([clientKey, date, start, worked, typedCharge, workType.name, what]);
}
