import type { TabName } from '../ledger/model/tab-names';
import { lostColumns } from '../ledger/reading/missing-inputs';
import { stampTabs } from '../ledger/reading/read-ledger';
import type { Cell } from '../ledger/sheet/cell';
import {
  foldHeader,
  fromHeaderRow,
  headerPositions,
  headerRowIn,
  headerSearch,
  headersTwice,
} from '../ledger/sheet/headers';
import { isFilled, type TabCells } from '../ledger/sheet/tab-cells';
import { tabs } from '../ledger/sheet/tabs';
import type { Tab, Workbook } from './workbook';

/** A tab as it was read, and where to write into it. */
export interface OpenTab {
  readonly name: TabName;
  readonly tab: Tab;
  /** As the sheet counts it: a title may stand above it. */
  readonly headerRow: number;
  /** Every row, the headers first and a title left blank; a user's own columns too. */
  readonly rows: readonly (readonly unknown[])[];
  readonly column: FindColumn;
}

/** The column of a header, counted from 1; 0 where it is missing. */
export type FindColumn = (header: string) => number;

export function openTab(workbook: Workbook, name: TabName): OpenTab | undefined {
  const tab = workbook.tab(name);
  return tab && openedTab(name, tab);
}

/** Reads a tab that is at hand. */
export function openedTab(name: TabName, tab: Tab): OpenTab {
  const cells = tab.cells();
  const headerRow = headerRowIn(name, cells);
  const rows = fromHeaderRow(cells, headerRow, []);
  return { name, tab, headerRow, rows, column: columnFinder(rows[0] || []) };
}

/** The header row of a tab and its headers, without the rows below. */
export function headersOf(
  name: TabName,
  tab: Tab,
): { readonly headerRow: number; readonly headers: readonly unknown[] } {
  const top = tab.top(headerSearch);
  const headerRow = headerRowIn(name, top);
  return { headerRow, headers: top[headerRow - 1] ?? [] };
}

export function columnFinder(headers: readonly unknown[]): FindColumn {
  // A blank in front makes columns count from 1.
  const positions = headerPositions(['', ...headers]);
  return header => positions.get(foldHeader(header)) || 0;
}

/** A tab with its cells as the ledger reads them. */
export interface ReadTab extends OpenTab {
  readonly cells: Omit<TabCells, 'columns'> & { readonly columns: ReadonlyMap<string, Cell[]> };
}

export type ToCell = (value: unknown) => Cell;

/** Reads the columns that the ledger knows, or only those that functions in cells see. */
export function readTab(
  workbook: Workbook,
  name: TabName,
  toCell: ToCell,
  onlyCounting: boolean,
): ReadTab | undefined {
  const open = openTab(workbook, name);
  if (!open) return;
  const [headers = [], ...rows] = open.rows;
  const cells = cellsOf(name, rows, open.column, toCell, onlyCounting);
  return { ...open, cells: { ...cells, twice: headersTwice(name, headers) } };
}

/** Rows of a tab, without its headers, by column. */
export function cellsOf(
  tab: TabName,
  rows: OpenTab['rows'],
  column: FindColumn,
  toCell: ToCell,
  onlyCounting: boolean,
): ReadTab['cells'] {
  const columns = new Map<string, Cell[]>();
  for (const { header, counts } of tabs[tab]) {
    const position = column(header) - 1;
    if (position < 0 || (onlyCounting && !counts)) continue;
    columns.set(
      foldHeader(header),
      rows.map(row => toCell(row[position])),
    );
  }
  return { tab, rows: rows.length, columns, onlyCounting };
}

/**
 * The tabs as BLOCKLEDGER gets them: a tab's name, then its columns, each with its header on top.
 * What is neither (an error in place of a column) is left out, so that its column is missing; so is a number.
 */
export function tabsOfArguments(given: readonly unknown[], toCell: ToCell): Map<TabName, TabCells> {
  const columnsOf = new Map<TabName, GivenColumn[]>();
  let columns: GivenColumn[] = [];
  for (const value of given) {
    const tab = stampTabs.find(name => name === value);
    if (typeof value === 'number') continue;
    if (!tab) columns.push(Array.isArray(value) ? value : [value]);
    else {
      columns = [];
      columnsOf.set(tab, columns);
    }
  }
  return new Map([...columnsOf].map(([tab, each]) => [tab, cellsOfColumns(tab, each, toCell)]));
}

/** A row for each cell, as Sheets hands over a column; it is never copied, for it reaches to the end of the tab. */
type GivenColumn = readonly unknown[];

function cellIn(column: GivenColumn, index: number): unknown {
  const row = column[index];
  return Array.isArray(row) ? row[0] : row;
}

function cellsOfColumns(tab: TabName, given: readonly GivenColumn[], toCell: ToCell): TabCells {
  const top = Array.from({ length: headerSearch }, (_, row) => given.map(column => cellIn(column, row)));
  const headerRow = headerRowIn(tab, top);
  const known = new Set(tabs[tab].map(({ header }) => foldHeader(header)));
  const columns = new Map<string, Cell[]>();
  const twice = headersTwice(tab, top[headerRow - 1] ?? []);
  let rows = 0;
  for (const column of given) {
    const header = foldHeader(String(cellIn(column, headerRow - 1)));
    if (!known.has(header)) continue;
    const below = cellsBelow(column, headerRow, toCell);
    columns.set(header, below);
    rows = Math.max(rows, below.length);
  }
  const lost = lostColumns(
    tab,
    given.map(column => String(cellIn(column, headerRow - 1) ?? '')),
  );
  return { tab, rows, columns, twice, onlyCounting: true, lost };
}

/** From row 2 of the sheet down to the last that holds something; what stands above the headers is blank. */
function cellsBelow(column: GivenColumn, headerRow: number, toCell: ToCell): Cell[] {
  let end = column.length;
  while (end > headerRow && cellIn(column, end - 1) === '') end--;
  const cells = new Array<Cell>(Math.max(0, end - 1));
  for (let row = 1; row < end; row++) cells[row - 1] = row < headerRow ? '' : toCell(cellIn(column, row));
  return cells;
}

/** Whether a person filled something in: blanks and unticked boxes are nothing. */
export function isFilledRow(cells: readonly unknown[]): boolean {
  return cells.some(cell => isFilled(cell as Cell));
}

/** The last row that a person filled; unticked boxes may reach down to the end of the tab. */
export function lastFilledRow({ rows, headerRow }: Pick<OpenTab, 'rows' | 'headerRow'>): number {
  let row = rows.length;
  while (row > 0 && !isFilledRow(rows[row - 1] as readonly unknown[])) row--;
  // Below a title the headers are the last row where there is nothing else.
  return row === 1 ? headerRow : row;
}
