import type { KeptClient, Seal } from '../model/archive';
import type { Ledger } from '../model/ledger';
import { needWholeLedger } from '../rules/archive';
import { archiveDigest } from '../rules/archive-digest';
import { keepClient } from '../rules/kept-client';
import { settleLedger } from '../rules/settle';
import type { CalendarDate } from '../units/calendar-date';
import { foldName } from '../units/names';

/** What is to be kept beside an archive as it stands now: the seal, and every client of it at its end. */
export interface SealedArchive {
  readonly seal: Seal;
  readonly kept: readonly KeptClient[];
}

/** Settles every client of the archive at its end; the ledger must hold all work. */
export function sealArchive(ledger: Ledger, until: CalendarDate): SealedArchive {
  needWholeLedger(ledger);
  const archived = ledger.entries.filter(entry => entry.archived !== undefined);
  const digest = archiveDigest(archived);
  const owners = new Set(archived.map(({ clientKey }) => clientKey));
  const kept = [...settleLedger(ledger, until).values()]
    .filter(({ client }) => owners.has(client.key))
    .map(settled => keepClient(settled, { until, digest }, ledger.settings));
  const places = archived.map(({ archived: place = 0 }) => place);
  return {
    seal: {
      until,
      digest,
      entries: archived.length,
      nextPlace: places.reduce((most, place) => Math.max(most, place), 0) + 1,
      workTypes: [...new Set(archived.map(({ workType }) => foldName(workType.name)))],
      clients: kept.length,
    },
    kept,
  };
}
