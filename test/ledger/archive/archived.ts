import { sealArchive } from '../../../src/ledger/archive/seal-archive';
import type { Seal } from '../../../src/ledger/model/archive';
import type { Ledger } from '../../../src/ledger/model/ledger';
import type { TimeEntry } from '../../../src/ledger/model/time-entry';
import { readArchiveState, stateRows } from '../../../src/ledger/reading/seal';
import { archiveDigest } from '../../../src/ledger/rules/archive-digest';
import type { CalendarDate } from '../../../src/ledger/units/calendar-date';
import { tabCells } from '../builders';

/** A ledger whose entries `isMoved` were archived: as it reads with the archive, and as it reads without. */
export function archived(ledger: Ledger, isMoved: (entry: TimeEntry) => boolean, until: CalendarDate) {
  const moved = ledger.entries.filter(isMoved).sort((a, b) => a.row - b.row);
  const left = ledger.entries.filter(entry => !isMoved(entry));
  const entries = moved.map((entry, index) => ({ ...entry, row: index + 2, archived: index + 1 }));
  const read = { kept: new Map(), isRead: true, entries: entries.length };
  const archive = { ...read, seal: undefined as Seal | undefined, digest: archiveDigest(entries) };
  const whole: Ledger = { ...ledger, entries: [...entries, ...left], archive };
  const { seal, kept } = sealArchive(whole, until);
  const rows = stateRows(seal, kept).map(({ client, part, state, digest }) => ({
    Client: client,
    Part: part,
    State: state,
    Digest: digest,
  }));
  const state = readArchiveState(tabCells('Archive state', rows));
  const unread: Ledger = { ...ledger, entries: left, archive: { ...archive, ...state, isRead: false } };
  return { whole: { ...whole, archive: { ...archive, ...state } }, unread, seal, kept };
}
