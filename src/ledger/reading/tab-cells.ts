import { foldHeader } from '../headers';
import { type TabName, tabs } from '../tabs';
import { type Cell, isBlank, isProblem, type Problem } from './cell';
import type { Issue, IssueList } from './issue';

/** A tab as it was read, column by column; the first cell of a column is row 2 of the sheet. */
export interface TabCells {
  readonly tab: TabName;
  readonly rows: number;
  /** By folded header. */
  readonly columns: ReadonlyMap<string, readonly Cell[]>;
}

const firstRow = 2;
const longestText = 10_000;
const noCells: readonly Cell[] = [];

/** Reads one cell; its header stands in the problem. */
export type Parse<T> = (header: string, cell: Cell) => T | undefined | Problem;

/** Walks a tab's rows; what cannot be read becomes an issue of the row, never an exception. */
export interface RowReader {
  /** As the sheet counts: the first row below the headers is 2. */
  number(): number;
  cell(header: string): Cell;
  /** The parsed cell; a problem is noted for the row and gives nothing. */
  take<T>(header: string, parse: Parse<T>): T | undefined;
  /** The same for a cell on which no figure depends: a problem is noted, and the row still counts. */
  takeAside<T>(header: string, parse: Parse<T>): T | undefined;
  /** Notes something about the row that a person should know, but that does not keep it from counting. */
  note(message: string): void;
  /** Notes why the row cannot be counted. */
  fail(message: string): void;
  /** Whether the row cannot be counted. */
  broken(): boolean;
  /** The row's problems, once it has been read. */
  problems(): { readonly notes: readonly Issue[]; readonly failures: readonly Issue[] };
}

/** Calls `read` for each row in which a person filled something; unticked boxes and blanks are nothing. */
export function readRows(cells: TabCells, read: (row: RowReader) => void): void {
  const columns = [...cells.columns.values()];
  const { reader, moveTo } = createRowReader(cells);
  for (let index = 0; index < cells.rows; index++) {
    if (!columns.some(column => isFilled(column[index] ?? ''))) continue;
    moveTo(index);
    read(reader);
  }
}

export function isFilled(cell: Cell): boolean {
  return cell !== false && !isBlank(cell);
}

/** Folds each header once, not once a row. */
function columnFinder(columns: TabCells['columns']): (header: string) => readonly Cell[] {
  const known = new Map<string, readonly Cell[]>();
  return header => {
    let column = known.get(header);
    if (!column) {
      column = columns.get(foldHeader(header)) ?? noCells;
      known.set(header, column);
    }
    return column;
  };
}

/** One reader moves down the tab: a workbook has a hundred thousand rows, and each would make its own. */
function createRowReader({ tab, columns }: TabCells) {
  const columnOf = columnFinder(columns);
  let index = 0;
  let notes: Issue[] = [];
  let failures: Issue[] = [];
  const issue = (message: string): Issue => ({ tab, row: index + firstRow, message });
  const cell = (header: string): Cell => columnOf(header)[index] ?? '';
  const takeInto = <T>(list: Issue[], header: string, parse: Parse<T>): T | undefined => {
    const found = cell(header);
    const value = parse(header, found);
    if (isProblem(value)) return void list.push(issue(value.problem));
    if (typeof found === 'string' && found.length > longestText) {
      notes.push(issue(`${header} holds ${found.length} characters. Shorten it to what people read.`));
    }
    return value;
  };
  const reader: RowReader = {
    number: () => index + firstRow,
    cell,
    take: (header, parse) => takeInto(failures, header, parse),
    takeAside: (header, parse) => takeInto(notes, header, parse),
    note: message => void notes.push(issue(message)),
    fail: message => void failures.push(issue(message)),
    broken: () => failures.length > 0,
    problems: () => ({ notes, failures }),
  };
  const moveTo = (next: number) => {
    index = next;
    if (notes.length > 0) notes = [];
    if (failures.length > 0) failures = [];
  };
  return { reader, moveTo };
}

/** A tab without columns, for one that is missing. */
export function emptyTab(tab: TabName): TabCells {
  return { tab, rows: 0, columns: new Map() };
}

/** Without blocks or work every figure would be wrong; without the other tabs their defaults hold. */
export function isVital(tab: TabName): boolean {
  return tab === 'Blocks' || tab === 'Time';
}

/** Missing headers are issues of row 1; without a needed one nothing in the tab can be counted. */
export function checkHeaders(cells: TabCells, issues: IssueList): void {
  if (cells.columns.size === 0) {
    const message = `The tab "${cells.tab}" has none of its headers in row 1. Run Block Ledger > Set up workbook.`;
    issues.all.push({ tab: cells.tab, row: 1, message });
    if (isVital(cells.tab)) issues.fatal.push({ tab: cells.tab, row: 1, message });
    return;
  }
  for (const { header, needed, counts } of tabs[cells.tab]) {
    if (cells.columns.has(foldHeader(header))) continue;
    const message = `The column "${header}" is missing. Rename its header back, or run Block Ledger > Set up workbook.`;
    issues.all.push({ tab: cells.tab, row: 1, message });
    if (needed && counts && isVital(cells.tab)) issues.fatal.push({ tab: cells.tab, row: 1, message });
  }
}
