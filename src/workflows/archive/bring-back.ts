import { sealArchive } from '../../ledger/archive/seal-archive';
import { isMoving } from '../../ledger/rules/archive';
import { firstDay, lastDay, type Month } from '../../ledger/units/month';
import { filledColumns } from '../../workbook/formula-rows';
import { appendMoved, movedRows } from '../../workbook/moved-rows';
import { type Book, openBook } from '../../workbook/open-book';
import { openedTab, type ReadTab } from '../../workbook/tabs';
import { emptyRows } from '../../workbook/take-out-rows';
import type { RowSpan } from '../../workbook/workbook';
import { rowsOfSpans } from '../../workbook/write-cells';
import { soundTab } from '../../workbook/write-rows';
import { archiveTab, letGo, readSeal, writeState } from './archive-tabs';
import { healMove, movingRows } from './heal-archive';

/**
 * Moves the entries of a month from the archive back to Time, below what stands there; gives how many.
 *
 * The same steps as archiving, the other way round: they are written and read back before the archive lets them go.
 */
export function bringBack(book: Book, month: Month): number {
  if (!book.workbook.tab('Time archive')) return 0;
  healMove(book);
  const opened = openBook(book);
  const time = soundTab(opened, 'Time');
  const moving = { from: firstDay(month), to: lastDay(month), place: 1 };
  const archive = archiveTab(book, 'Time archive');
  const rows = movingRows(archive, moving);
  if (rows.length === 0) return 0;
  const until = readSeal(book)?.until ?? moving.to;
  const before = sealArchive(opened.ledger, until);
  writeState(book, { ...before.seal, clients: 0, moving }, []);
  const spans = writeBack(book, archive, time, rows);
  const { ledger } = openBook(book);
  if (ledger.entries.some(entry => entry.archived !== undefined && isMoving(entry, moving))) {
    emptyRows(openedTab('Time', time.tab), rowsOfSpans(spans));
    writeState(book, before.seal, before.kept);
    throw new Error(
      'The entries did not arrive in Time as they stand in Time archive, so nothing was moved.',
    );
  }
  letGo(book, archive, rows, sealArchive(ledger, until));
  return rows.length;
}

/** In one call: while it is under way either none of the rows stands in Time, or all of them. */
function writeBack(book: Book, archive: ReadTab, time: ReadTab, rows: readonly number[]): readonly RowSpan[] {
  const { toCell, workbook } = book;
  const leave = [archive.column('Archive place')];
  const taken = movedRows({ from: archive, to: time, rows, toCell, leave });
  for (const column of filledColumns(time)) for (const line of taken.values) line[column - 1] = '';
  const spans = appendMoved(time, taken);
  workbook.flush();
  return spans;
}
