import type { TabName } from '../ledger/model/tab-names';
import { foldHeader } from '../ledger/sheet/headers';
import { columnFinder } from './tabs';
import type { Workbook } from './workbook';

/** Where the cursor stands; the row counts from 1. */
export interface Place {
  readonly tab: string;
  readonly row: number;
}

/** The tabs whose rows name a client, and the row of their headers. */
const headerRows: Partial<Record<TabName, number>> = {
  Clients: 1,
  Blocks: 1,
  Time: 1,
  Notices: 1,
  Agreements: 1,
  Balances: 2,
  'Care plan': 1,
  'Small things': 1,
  'Care log': 1,
};

/** The client of the row in which the cursor stands; blank where the row names none. */
export function selectedClient(workbook: Workbook, place: Place): string {
  return selectedCell(workbook, place, 'Client');
}

/** The cell of that row under a header; blank where the tab has none. */
export function selectedCell(workbook: Workbook, place: Place, header: string): string {
  return String(selectedCells(workbook, place, [header])[0]);
}

/** The cells of that row under headers; blank where the tab has none. */
export function selectedCells(
  workbook: Workbook,
  { tab: selected, row }: Place,
  wanted: readonly string[],
): readonly unknown[] {
  const name = (Object.keys(headerRows) as TabName[]).find(each => foldHeader(each) === foldHeader(selected));
  const tab = name && workbook.tab(name);
  const headerRow = name && headerRows[name];
  if (!tab || !headerRow || row <= headerRow) return wanted.map(() => '');
  const [headers = []] = tab.rows(headerRow, 1);
  const [cells = []] = tab.rows(row, 1);
  const column = columnFinder(headers);
  return wanted.map(header => cells[column(header) - 1] ?? '');
}
