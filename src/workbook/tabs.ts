import type { TabName } from '../ledger/model/tab-names';
import { stampTabs } from '../ledger/reading/read-ledger';
import type { Cell } from '../ledger/sheet/cell';
import { foldHeader, headerPositions } from '../ledger/sheet/headers';
import { isFilled, type TabCells } from '../ledger/sheet/tab-cells';
import { tabs } from '../ledger/sheet/tabs';
import type { Tab, Workbook } from './workbook';

/** A tab as it was read, and where to write into it. */
export interface OpenTab {
  readonly name: TabName;
  readonly tab: Tab;
  /** Every row, headers included; a user's own columns too. */
  readonly rows: readonly (readonly unknown[])[];
  readonly column: FindColumn;
}

/** The column of a header, counted from 1; 0 where it is missing. */
export type FindColumn = (header: string) => number;

export function openTab(workbook: Workbook, name: TabName): OpenTab | undefined {
  const tab = workbook.tab(name);
  if (!tab) return;
  const rows = tab.cells();
  return { name, tab, rows, column: columnFinder(rows[0] || []) };
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
  return { ...open, cells: cellsOf(name, open.rows.slice(1), open.column, toCell, onlyCounting) };
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
  return { tab, rows: rows.length, columns };
}

/**
 * The tabs as BLOCKLEDGER gets them: a tab's name, then its columns, each with its header on top.
 * What is neither (an error in place of a column) is left out, so that its column is missing.
 */
export function tabsOfArguments(given: readonly unknown[], toCell: ToCell): Map<TabName, TabCells> {
  const read = new Map<TabName, TabCells>();
  let current = { tab: 'Clients' as TabName, rows: 0, columns: new Map<string, Cell[]>() };
  for (const value of given) {
    const tab = stampTabs.find(name => name === value);
    if (tab) {
      current = { tab, rows: 0, columns: new Map() };
      read.set(tab, current);
      continue;
    }
    const [first, ...below] = [value].flat(2);
    const header = foldHeader(String(first));
    if (!tabs[current.tab].some(spec => foldHeader(spec.header) === header)) continue;
    current.columns.set(header, below.map(toCell));
    current.rows = Math.max(current.rows, below.length);
  }
  return read;
}

/** Whether a person filled something in: blanks and unticked boxes are nothing. */
export function isFilledRow(cells: readonly unknown[]): boolean {
  return cells.some(cell => isFilled(cell as Cell));
}

/** The last row that a person filled; unticked boxes may reach down to the end of the tab. */
export function lastFilledRow(rows: OpenTab['rows']): number {
  let row = rows.length;
  while (row > 0 && !isFilledRow(rows[row - 1] as readonly unknown[])) row--;
  return row;
}
