import type { Moving } from '../model/archive';
import type { TimeEntry } from '../model/time-entry';

/**
 * The archived entries that count.
 *
 * A run that moves entries writes them into one tab before it takes them out of the other. While it is at it, and
 * after it has died, they stand in both: then those of the archive do not count. They are taken out in one step, so
 * it is enough that most of them stand in Time, and an edit in between neither loses an hour nor counts it twice.
 */
export function countedEntries(
  archived: readonly TimeEntry[],
  inTime: readonly TimeEntry[],
  moving: Moving | undefined,
): readonly TimeEntry[] {
  if (!moving || !standInTime(archived, inTime, moving)) return archived;
  return archived.filter(entry => !isMoving(entry, moving));
}

export function isMoving({ date, archived = 0 }: TimeEntry, { from, to, place }: Moving): boolean {
  return archived >= place && date >= from && date <= to;
}

export function standInTime(
  archived: readonly TimeEntry[],
  inTime: readonly TimeEntry[],
  moving: Moving,
): boolean {
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
