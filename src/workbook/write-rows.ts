import { issueText } from '../ledger/model/issue';
import type { TabName } from '../ledger/model/tab-names';
import type { NewRow } from '../ledger/reading/with-rows';
import type { Cell } from '../ledger/sheet/cell';
import { isMoment, serialOf } from '../ledger/sheet/cell';
import { tabs as tabSpecs } from '../ledger/sheet/tabs';
import type { OpenBook } from './open-book';
import type { ReadTab } from './tabs';
import type { CellWrite, NewCell, NewCells } from './write-cells';

/** A tab into which rows can be written: it is there, with the columns without which nothing counts. */
export function soundTab({ ledger, tabs }: OpenBook, name: TabName): ReadTab {
  const fatal = ledger.fatal.find(({ tab }) => tab === name);
  const found = tabs.get(name);
  if (fatal) throw new Error(issueText(fatal));
  if (found) return found;
  throw new Error(`The tab "${name}" is missing. Run Block Ledger > Set up workbook.`);
}

/** The cells of new rows; a missing column is told before anything is written. */
export function rowCells(tab: ReadTab, rows: readonly NewRow[]): NewCells {
  return rows.map(row => cellsOf(tab, row));
}

/** The whole row, blanks too, so that it is one block of cells where the user's columns allow it. */
function cellsOf({ name, column }: ReadTab, values: NewRow): NewCell[] {
  return tabSpecs[name].flatMap(({ header, format, list }): NewCell[] => {
    const [cell = '', at] = [values[header], column(header)];
    // A column of names is no text column, so the apostrophe keeps a name such as 1-2 or =A from becoming a date or formula.
    const isName = typeof cell === 'string' && cell !== '' && format === '' && !list;
    const value = isName ? `'${cell}` : written(cell);
    if (at > 0) return [{ column: at, value, format: format || 'General' }];
    if (cell === '') return [];
    throw new Error(`${name} has no column "${header}". Run Block Ledger > Set up workbook, then try again.`);
  });
}

function written(cell: Cell): CellWrite['value'] {
  return isMoment(cell) ? serialOf(cell) : cell;
}
