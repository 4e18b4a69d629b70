import type { Ledger } from '../../ledger/model/ledger';
import { type NewRow, withBlockRows } from '../../ledger/reading/with-rows';
import { type LastDialog, memoryOf, newRows } from '../../workbook/last-dialog';
import type { Book, OpenBook } from '../../workbook/open-book';
import { rowCells, soundTab, writeRows } from '../../workbook/write-rows';

/**
 * Writes numbered rows below the last filled row of Blocks, and gives the ledger as it reads then.
 *
 * A dialog writes all its rows or none: what keeps one from being written is told before the first.
 */
export function writeBlockRows(
  book: Book,
  opened: OpenBook,
  rows: readonly NewRow[],
  told: Pick<LastDialog, 'title' | 'what'>,
): Ledger {
  const blocks = soundTab(opened, 'Blocks');
  const cells = rowCells(blocks, rows);
  const after = withBlockRows(opened.ledger, blocks.cells, rows);
  // First the memory: a number that was remembered and not written is lost, one given twice would be wrong.
  const last = memoryOf({ ...told, parts: [newRows('Blocks', rows)] });
  book.store.write({ highestBlock: String(after.numbers.highest), ...last });
  writeRows(blocks, cells);
  return after;
}
