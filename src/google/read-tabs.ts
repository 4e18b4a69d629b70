import { foldHeader, headerPositions } from '../ledger/headers';
import type { Cell } from '../ledger/reading/cell';
import { type LedgerTab, ledgerTabs } from '../ledger/reading/read-ledger';
import type { TabCells } from '../ledger/reading/tab-cells';
import { type TabName, tabs } from '../ledger/tabs';
import { lastFilledRow } from '../workflows/rows';
import type { SheetClock } from './cells';
import { sheetNamed } from './workbook';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** `counting`: only the columns that cell functions depend on; `all`: every column that the add-on knows. */
export type WhichColumns = 'counting' | 'all';

/** A tab as it was read, and where to write into it. */
export interface OpenTab {
  readonly sheet: Sheet;
  readonly cells: TabCells;
  /** Column of each folded header, counted from 1. */
  readonly columns: ReadonlyMap<string, number>;
  /** The last row that holds something a person typed or a run wrote; boxes may reach further down. */
  readonly lastFilled: number;
}

/** Opens tabs, each with one getValues; a missing tab is missing in the result. */
export function openTabs(
  spreadsheet: Spreadsheet,
  clock: SheetClock,
  which: WhichColumns,
  names: readonly LedgerTab[] = ledgerTabs,
): Map<TabName, OpenTab> {
  const open = new Map<TabName, OpenTab>();
  for (const name of names) {
    const sheet = sheetNamed(spreadsheet, name);
    if (sheet) open.set(name, openTab(name, sheet, clock, which));
  }
  return open;
}

export function cellsOf(open: ReadonlyMap<TabName, OpenTab>): Map<TabName, TabCells> {
  return new Map([...open].map(([name, { cells }]) => [name, cells]));
}

/** Turns rows into columns by header; a user's own columns are left alone. */
function openTab(name: LedgerTab, sheet: Sheet, clock: SheetClock, which: WhichColumns): OpenTab {
  const values: unknown[][] = sheet.getDataRange().getValues();
  const positions = headerPositions(values[0] ?? []);
  const rows = values.slice(1);
  const cells = new Map<string, Cell[]>();
  const columns = new Map<string, number>();
  for (const spec of tabs[name]) {
    const folded = foldHeader(spec.header);
    const position = positions.get(folded);
    if (position === undefined || (which === 'counting' && !spec.counts)) continue;
    columns.set(folded, position + 1);
    cells.set(
      folded,
      rows.map(row => clock.toCell(row[position])),
    );
  }
  const lastFilled = lastFilledRow(values);
  return { sheet, cells: { tab: name, rows: rows.length, columns: cells }, columns, lastFilled };
}

/**
 * The tabs as BLOCKLEDGER gets them: a tab's name, then its columns, each with its header on top.
 * What is neither (an error in place of a column) is left out, so that its column is missing.
 */
export function tabsOfArguments(given: readonly unknown[], clock: SheetClock): Map<TabName, TabCells> {
  const read = new Map<TabName, TabCells>();
  let current: { tab: TabName; rows: number; columns: Map<string, Cell[]> } | undefined;
  for (const value of given) {
    const tab = ledgerTabs.find(name => name === value);
    if (tab) {
      current = { tab, rows: 0, columns: new Map() };
      read.set(tab, current);
      continue;
    }
    const column = (Array.isArray(value) ? value : [[value]]).map(row => (Array.isArray(row) ? row[0] : row));
    const header = foldHeader(String(column[0] ?? ''));
    if (!current || !tabs[current.tab].some(spec => foldHeader(spec.header) === header)) continue;
    current.columns.set(
      header,
      column.slice(1).map(cell => clock.toCell(cell)),
    );
    current.rows = Math.max(current.rows, column.length - 1);
  }
  return read;
}
