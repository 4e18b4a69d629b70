import { hourRowsIn, rowsACall, timeRow } from '../../ledger/importing/hour-row';
import { markOfSource } from '../../ledger/importing/source';
import { type Cell, cellText } from '../../ledger/sheet/cell';
import { isFilled } from '../../ledger/sheet/tab-cells';
import { appendRows } from '../../workbook/append-rows';
import type { Book } from '../../workbook/open-book';
import { type ReadTab, readTab } from '../../workbook/tabs';
import { type NewCell, type NewCells, partsOf } from '../../workbook/write-cells';
import { writeIntoRows } from '../../workbook/write-into-rows';
import { rowCells } from '../../workbook/write-rows';
import { markedRows, noteImport } from './import-rows';

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
  const standing = markedRows(book, time);
  // Every cell is made before the first is written: what is missing is told while nothing has happened yet.
  const clocks = ['Start', 'End'].map(time.column);
  const made = rows.map(timeRow);
  const cells = rowCells(time, made).map(row =>
    // A bare part of a day tells nobody anything.
    row.map(each =>
      clocks.includes(each.column) && each.value !== '' ? { ...each, format: 'h:mm:ss' } : each,
    ),
  );
  const stands = rows.map(([source]) => standing.get(markOfSource(source) ?? ''));

  const pick = <Each>(all: readonly Each[]) => all.filter((_, at) => !stands[at]);
  const fresh = pick(rows);
  if (fresh.length > 0) noteImport(book, String(file).slice(0, 200), fresh, pick(made));
  const added = pick(cells);
  // Where columns of a user's own part the row, its mark goes first and its hours last: a run that dies is completed.
  const isParted = partsOf(time, added).length > 1;
  appendRows(
    time,
    isParted ? added.map(row => row.filter(({ column }) => column === time.column('Source'))) : added,
  );
  const now = isParted ? readTab(book.workbook, 'Time', book.toCell, false) : time;
  if (now) complete(now, new Map(rows.map(([source], at) => [source, cells[at] ?? []])));
  return { written: fresh.length, already: rows.length - fresh.length };
}

/** Fills in what rows lack whose mark stands there without hours; what a person has typed into them stays. */
function complete(time: ReadTab, cells: ReadonlyMap<string, NewCells[number]>): void {
  const hours = time.column('Hours');
  const lacking = (time.cells.columns.get('source') ?? []).flatMap((source, index) => {
    const row = time.rows[index + 1] ?? [];
    const isLacking = ({ column }: NewCell) => !isFilled(row[column - 1] as Cell);
    const own = cells.get(cellText(source)) ?? [];
    const isHalf = own.some(cell => cell.column === hours && isLacking(cell));
    return isHalf ? own.filter(isLacking).map(cell => ({ ...cell, row: index + 2 })) : [];
  });
  for (const isLast of [false, true])
    writeIntoRows(
      time,
      lacking.filter(({ column }) => (column === hours) === isLast),
      ['Source'],
    );
}
