import type { TimeEntry, WorkType } from '../model/time-entry';
import { createDigest } from '../units/digest';
import { remembering } from '../units/groups';

/**
 * A digest of what counts of work, entry by entry in the order of the sheet.
 *
 * Client and work type are told by their places, each among those that are taken in the end: a hundred thousand names
 * would cost more than all the rest.
 */
export function createWorkDigest() {
  const digest = createDigest();
  const clients: string[] = [];
  const types: WorkType[] = [];
  const placeOfClient = remembering((key: string) => clients.push(key));
  const placeOfType = remembering((type: WorkType) => types.push(type));
  return {
    see({ clientKey, date, start, worked, typedCharge, workType, what }: TimeEntry): void {
      digest.takePart(placeOfClient(clientKey));
      digest.takePart(date);
      digest.takePart(start);
      digest.takePart(worked);
      digest.takePart(typedCharge);
      digest.takePart(placeOfType(workType));
      digest.takePart(what);
    },
    hex(): string {
      digest.takePart(JSON.stringify([clients, types]));
      return digest.hex();
    },
  };
}

/** Of work that is at hand; what was archived has a digest of its own. */
export function digestOfWork(entries: Iterable<TimeEntry>): string {
  const digest = createWorkDigest();
  for (const entry of entries) if (entry.archived === undefined) digest.see(entry);
  return digest.hex();
}
