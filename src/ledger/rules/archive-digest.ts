import type { TimeEntry } from '../model/time-entry';
import { createDigest } from '../units/digest';
import { foldName } from '../units/names';

/** A digest of archived work as it counts, whatever the order of its rows. */
export function archiveDigest(entries: readonly TimeEntry[]): string {
  const digest = createDigest();
  const sorted = [...entries].sort((a, b) => (a.archived || 0) - (b.archived || 0));
  for (const { archived, clientKey, date, start, worked, typedCharge, workType, what } of sorted) {
    for (const part of [archived, date, start, worked, typedCharge]) digest.take(String(part));
    for (const part of [clientKey, foldName(workType.name), what]) digest.take(part);
  }
  return digest.hex();
}
