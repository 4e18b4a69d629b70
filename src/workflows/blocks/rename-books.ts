import { closedNow } from '../../ledger/books/closed-month';
import { readClosedMonths, readJournal } from '../../ledger/reading/read-journal';
import type { Book } from '../../workbook/open-book';
import type { Hash } from '../../workbook/ports';
import { type ReadTab, readTab } from '../../workbook/tabs';
import { type CellWrite, writeCells } from '../../workbook/write-cells';
import { digestOf } from '../books/books-tabs';

/**
 * Writes into Closed months the digests that the lines of Journal will have once `rows` name the client anew.
 *
 * Before the lines: a run that dies between the two is done again, and then the digest is right already. A month whose
 * lines are not those that were closed keeps its digest, so that this is still told.
 */
export function renameClosedMonths(
  { workbook, toCell }: Book,
  hash: Hash,
  journal: ReadTab,
  { rows, to }: { readonly rows: readonly number[]; readonly to: string },
): void {
  const months = rows.length > 0 && readTab(workbook, 'Closed months', toCell, false);
  if (!months || months.column('Digest') === 0) return;
  const renamed = new Set(rows);
  const written = readJournal(journal.cells);
  const writes: CellWrite[] = [];
  for (const [month, { row, digest, work }] of closedNow(readClosedMonths(months.cells))) {
    const lines = written.filter(line => line.month === month);
    const after = lines.map(line => (renamed.has(line.row) ? { ...line, client: to } : line));
    const fresh = digestOf(after, work, hash);
    if (digest !== digestOf(lines, work, hash) || digest === fresh) continue;
    writes.push({ row, column: months.column('Digest'), value: fresh, format: '@' });
  }
  writeCells(months.tab, writes);
  workbook.flush();
}
