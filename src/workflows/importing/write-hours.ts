import { type HourRow, rowsACall, timeRow } from '../../ledger/importing/hour-row';
import { markOfSource } from '../../ledger/importing/source';
import { appendRows } from '../../workbook/append-rows';
import type { Book } from '../../workbook/open-book';
import { type ReadTab, readTab } from '../../workbook/tabs';
import type { NewCells } from '../../workbook/write-cells';
import { writeIntoRows } from '../../workbook/write-into-rows';
import { rowCells } from '../../workbook/write-rows';
import { noteImport } from './import-rows';
import { hourRowsIn } from './preview-hours';
import { allStanding, type StandingRow } from './standing-hours';

/** What came of rows that were sent: what stood there already is never overwritten. */
export interface WrittenHours {
  readonly written: number;
  readonly already: number;
}

/**
 * Writes those rows of work that do not stand there yet.
 *
 * Each is known by its mark, so that a call that died, or whose answer was lost, is sent again without harm.
 */
export function writeHours(book: Book, given: unknown, file: unknown): WrittenHours {
  const rows = hourRowsIn(given, rowsACall);
  const time = readTab(book.workbook, 'Time', book.toCell, false);
  if (!time) throw new Error('The tab "Time" is missing. Run Block Ledger > Set up workbook.');
  const standing = new Map(allStanding(book, time).map(row => [row.mark, row]));
  const found = rows.map(row => ({ row, stands: standing.get(markOfSource(row[0])) }));
  const fresh = uniqueRows(found.flatMap(({ row, stands }) => (stands ? [] : [row])));
  const halves = found.flatMap(({ row, stands }) => (stands && isHalf(stands) ? [{ row, stands }] : []));
  // Every cell is made before the first is written: what is missing is told while nothing has happened yet.
  const cells = clockCells(time, fresh);
  const mended = halves.flatMap(({ row, stands }) => (clockCells(time, [row])[0] ?? []).map(cell => ({ ...cell, row: stands.row })));
  if (fresh.length > 0) noteImport(book, String(file ?? '').slice(0, 200), fresh);
  appendRows(time, cells);
  if (mended.length > 0) writeIntoRows(time, mended, ['Source']);
  return { written: fresh.length, already: rows.length - fresh.length };
}

/** A run that died between columns that a user's own part leaves the mark of a row alone. */
function isHalf({ tab, client, seconds, day }: StandingRow): boolean {
  return tab === 'Time' && client === '' && seconds === undefined && day === undefined;
}

function uniqueRows(rows: readonly HourRow[]): HourRow[] {
  return [...new Map(rows.map(row => [row[0], row])).values()];
}

/** Times of day are shown as such: a bare number of days tells nobody anything. */
function clockCells(time: ReadTab, rows: readonly HourRow[]): NewCells {
  const clocks = [time.column('Start'), time.column('End')];
  return rowCells(time, rows.map(timeRow)).map(cells =>
    cells.map(cell => (clocks.includes(cell.column) && cell.value !== '' ? { ...cell, format: 'h:mm:ss' } : cell)),
  );
}
