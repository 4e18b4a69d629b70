import type { TabName } from '../ledger/model/tab-names';
import { foldHeader } from '../ledger/sheet/headers';
import { columnFinder, headersOf } from './tabs';
import type { Workbook } from './workbook';

/** Where the cursor stands; the row counts from 1. */
export interface Place {
  readonly tab: string;
  readonly row: number;
}

/** The tabs whose rows name a client. */
const clientTabs: readonly TabName[] = [
  'Clients',
  'Blocks',
  'Time',
  'Notices',
  'Agreements',
  'Balances',
  'Care plan',
  'Small things',
  'Care log',
];

/** The client of the row in which the cursor stands; blank where the row names none. */
export function selectedClient(workbook: Workbook, place: Place): string {
  return selectedCell(workbook, place, 'Client');
}

/** The cell of that row under a header; blank where the tab has none. */
export function selectedCell(workbook: Workbook, place: Place, header: string): string {
  return String(selectedCells(workbook, place, [header])[0]);
}

/** The cells of that row under headers; blank where the tab has none. */
function selectedCells(
  workbook: Workbook,
  { tab: selected, row }: Place,
  wanted: readonly string[],
): readonly unknown[] {
  const name = clientTabs.find(each => foldHeader(each) === foldHeader(selected));
  const tab = name && workbook.tab(name);
  const { headerRow = 0, headers = [] } = tab ? headersOf(name, tab) : {};
  if (!tab || row <= headerRow) return wanted.map(() => '');
  const [cells = []] = tab.rows(row, 1);
  const column = columnFinder(headers);
  return wanted.map(header => cells[column(header) - 1] ?? '');
}
