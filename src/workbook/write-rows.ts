import { type Issue, issueText } from '../ledger/model/issue';
import type { TabName } from '../ledger/model/tab-names';
import type { NewRow } from '../ledger/reading/with-rows';
import type { Cell } from '../ledger/sheet/cell';
import { isMoment, serialOf } from '../ledger/sheet/cell';
import { tabs as tabSpecs } from '../ledger/sheet/tabs';
import type { OpenBook } from './open-book';
import { lastFilledRow, type ReadTab } from './tabs';
import { blocksOf, type CellWrite, writeCells } from './write-cells';

/** A tab into which rows can be written: it is there, with the columns without which nothing counts. */
export function soundTab({ ledger, tabs }: OpenBook, name: TabName): ReadTab {
  const isGone = (issue: Issue) => ledger.missing.some(gone => gone.issue === issue);
  const fatal = ledger.fatal.find(issue => issue.tab === name && !isGone(issue));
  const found = tabs.get(name);
  if (fatal) throw new Error(issueText(fatal));
  if (found) return found;
  throw new Error(`The tab "${name}" is missing. Run Block Ledger > Set up workbook.`);
}

/** The cells of rows below the last filled one; a missing column is told before anything is written. */
export function rowCells(tab: ReadTab, rows: readonly NewRow[]): CellWrite[] {
  return rowCellsFrom(tab, rows, lastFilledRow(tab) + 1);
}

/** The same from a row on. */
export function rowCellsFrom(tab: ReadTab, rows: readonly NewRow[], first: number): CellWrite[] {
  return rows.flatMap((row, index) => cellsOf(tab, row, first + index));
}

/**
 * Writes rows, all in one call where the user's columns allow it.
 *
 * Where they do not, the part with the hours comes last: a run that dies before it leaves rows that count nothing
 * and are listed by Check workbook, never one half of a transfer.
 */
export function writeRows(read: ReadTab, cells: readonly CellWrite[]): void {
  read.tab.grow(Math.max(...cells.map(({ row }) => row)), 1);
  for (const write of writesOf(read, cells)) writeCells(read.tab, write);
}

/** The cells of each write, in their order. */
export function writesOf(
  { column }: Pick<ReadTab, 'column'>,
  cells: readonly CellWrite[],
): readonly (readonly CellWrite[])[] {
  const vital = column('Hours') || column('Client');
  const holdsVital = (each: CellWrite[]) => each.some(cell => cell.column === vital);
  const parts = blocksOf(cells).map(({ row, column: left, values }) =>
    cells.filter(
      cell =>
        cell.row >= row &&
        cell.row < row + values.length &&
        cell.column >= left &&
        cell.column < left + (values[0] as unknown[]).length,
    ),
  );
  return [...parts.filter(each => !holdsVital(each)), ...parts.filter(holdsVital)];
}

/** The whole row, blanks too, so that it is one block of cells where the user's columns allow it. */
function cellsOf({ name, column }: ReadTab, values: NewRow, row: number): CellWrite[] {
  return tabSpecs[name].flatMap(({ header, format }): CellWrite[] => {
    const [cell = '', at] = [values[header], column(header)];
    if (at > 0) return [{ row, column: at, value: written(cell), format: format || 'General' }];
    if (cell === '') return [];
    throw new Error(`${name} has no column "${header}". Run Block Ledger > Set up workbook, then try again.`);
  });
}

function written(cell: Cell): CellWrite['value'] {
  return isMoment(cell) ? serialOf(cell) : cell;
}
