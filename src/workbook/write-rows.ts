import { type Issue, issueText } from '../ledger/model/issue';
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
  const found = tabs.get(name);
  const fatal = fatalOf(ledger, name);
  if (fatal) throw new Error(issueText(fatal));
  if (found) return found;
  throw new Error(missingWords(name));
}

function fatalOf({ fatal, missing }: OpenBook['ledger'], name: TabName): Issue | undefined {
  const isGone = (issue: Issue) => missing.some(gone => gone.issue === issue);
  return fatal.find(issue => issue.tab === name && !isGone(issue));
}

function missingWords(name: TabName): string {
  return `The tab "${name}" is missing. Run More > Set up > Set up workbook.`;
}

/** What keeps rows from being written into a tab, for those who tell it before anything is written. */
export function unsoundWords({ ledger, tabs }: OpenBook, name: TabName): string | undefined {
  const found = tabs.get(name);
  const gone = tabSpecs[name].find(({ header, needed }) => needed && found && found.column(header) === 0);
  return (
    fatalOf(ledger, name)?.message ??
    (found ? gone && missingColumnWords(name, gone.header) : missingWords(name))
  );
}

/** The cells of new rows; a missing column is told before anything is written. */
export function rowCells(tab: ReadTab, rows: readonly NewRow[]): NewCells {
  return rows.map(row => cellsOf(tab, row));
}

/** The whole row, blanks too, so that it is one block of cells where the user's columns allow it. */
function cellsOf({ name, column }: ReadTab, values: NewRow): NewCell[] {
  return tabSpecs[name].flatMap(({ header, format }): NewCell[] => {
    const [cell = '', at] = [values[header], column(header)];
    if (at > 0) return [{ column: at, value: written(cell), format: format || 'General' }];
    if (cell === '') return [];
    throw new Error(missingColumnWords(name, header));
  });
}

function missingColumnWords(name: TabName, header: string): string {
  return `${name} has no column "${header}". Run More > Set up > Set up workbook, then try again.`;
}

function written(cell: Cell): CellWrite['value'] {
  return isMoment(cell) ? serialOf(cell) : cell;
}
