import { sealArchive } from '../../ledger/archive/seal-archive';
import type { Moving } from '../../ledger/model/archive';
import type { Ledger } from '../../ledger/model/ledger';
import { firstKeptDay, isMoving } from '../../ledger/rules/archive';
import { isMoment } from '../../ledger/sheet/cell';
import { type Book, type OpenBook, openBook } from '../../workbook/open-book';
import type { ReadTab } from '../../workbook/tabs';
import { emptyRows, removeBlankRows } from '../../workbook/take-out-rows';
import { archiveTab, readSeal, writeState } from './archive-tabs';

/**
 * Finishes a move of entries that a run has left half way; only under the lock, or it would take a living run for one.
 *
 * What stands in Time as well is taken out of the archive; otherwise the archive has it alone, and keeps it.
 */
export function healMove(book: Book): void {
  const seal = readSeal(book);
  if (!seal?.moving) return;
  const opened = openBook(book);
  const { moving, until } = seal;
  const isKept = opened.ledger.entries.some(entry => entry.archived !== undefined && isMoving(entry, moving));
  const archive = archiveTab(book, 'Time archive');
  const spans = isKept ? [] : emptyRows(archive, movingRows(archive, moving));
  const sealed = sealArchive(opened.ledger, until);
  writeState(book, sealed.seal, sealed.kept);
  removeBlankRows(archive, spans);
}

/** Whether the archive has other rows than were kept, as far as one question can tell. */
export function hasLostRows({ workbook }: Book, { ledger: { archive } }: OpenBook): boolean {
  if (!archive?.seal || archive.isRead || archive.seal.isChanged) return false;
  const rows = (workbook.tab('Time archive')?.lastRow() ?? 1) - 1;
  return rows !== archive.seal.entries;
}

/** The rows of the archive that a move is about. */
export function movingRows({ cells }: ReadTab, moving: Moving): number[] {
  const [dates, places] = ['date', 'archive place'].map(header => cells.columns.get(header) || []);
  const rows: number[] = [];
  for (let index = 0; index < cells.rows; index++) {
    const [date, place] = [dates?.[index] ?? '', places?.[index]];
    if (!isMoment(date) || typeof place !== 'number') continue;
    if (place >= moving.place && date.date >= moving.from && date.date <= moving.to) rows.push(index + 2);
  }
  return rows;
}

/** Keeps the archive's end anew where an edit before it has made it useless, so that it need not be read every time. */
export function resealWhereUseless(book: Book, { ledger }: OpenBook): void {
  const { archive, settings } = ledger;
  const seal = archive?.seal;
  if (!archive?.isRead || seal?.moving || ledger.fatal.length > 0) return;
  // Somebody has typed there: whether that was meant is for a person to say.
  const isChanged = seal !== undefined && seal.digest !== archive.digest;
  if (isChanged) markChanged(book, ledger);
  if (isChanged) return;
  if (seal && settings.today < firstKeptDay(seal, settings)) return;
  const { seal: fresh, kept } = sealArchive(ledger, seal ? seal.until : lastArchived(ledger));
  writeState(book, fresh, kept);
}

function lastArchived({ entries, settings }: Ledger) {
  const archived = entries.filter(entry => entry.archived !== undefined);
  return archived.reduce(
    (last, { date }) => (date > last ? date : last),
    archived[0]?.date ?? settings.today,
  );
}

/** From now on the archive is read, and counts as it stands. */
export function markChanged(book: Book, { archive }: Partial<Pick<Ledger, 'archive'>>): void {
  const seal = archive?.seal ?? readSeal(book);
  if (!seal || seal.isChanged || seal.moving) return;
  writeState(book, { ...seal, clients: 0, isChanged: true }, []);
}
