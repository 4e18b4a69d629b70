import type { Block } from '../../ledger/model/block';
import type { News } from '../../ledger/notices/crossing';
import { doubtsOf } from '../../ledger/plausible/doubts';
import { readLedger } from '../../ledger/reading/read-ledger';
import { isBlank } from '../../ledger/sheet/cell';
import type { TabCells } from '../../ledger/sheet/tab-cells';
import { moneyText } from '../../ledger/units/money';
import { foldName } from '../../ledger/units/names';
import { hoursText } from '../../ledger/units/seconds';
import type { Figures } from '../../workbook/figure-store';
import type { Book } from '../../workbook/open-book';
import { cellsOf, columnFinder, headersOf, openTab } from '../../workbook/tabs';
import type { TypedEdit } from './tick-new-rows';

/** What is typed or pasted twice stands close by; a whole tab would be read too long. */
const rowsAround = 60;
/** Before a level is told of: it may come of the slip alone. */
const weight = 4;

/** The edited rows with those around them, read in one step. */
export interface EditedRows {
  readonly cells: TabCells;
  /** Of the first row that was read, as the sheet counts. */
  readonly first: number;
  /** How many of them stand above the first edited one. */
  readonly above: number;
}

/** The columns by which a row moves hours or money, or says the same as another. */
const telling = {
  Blocks: [
    'Date',
    'Client',
    'Hours',
    'Normal rate',
    'Discount / h',
    'Price',
    'Starts',
    'Paid on',
    'Kind',
    'Reference',
  ],
  Time: ['Date', 'Client', 'Who', 'Hours', 'Start', 'End', 'Work type', 'Charged', 'What was done'],
};

/** Nothing where no such column, or only headers and what stands above them, were edited. */
export function readEdited(
  { workbook, toCell }: Book,
  name: 'Blocks' | 'Time',
  edit: TypedEdit,
): EditedRows | undefined {
  const tab = workbook.tab(name);
  if (!tab) return undefined;
  const { headerRow, headers } = headersOf(name, tab);
  const edited = Math.max(edit.row, headerRow + 1);
  const first = Math.max(edited - rowsAround, headerRow + 1);
  const count = edit.row + edit.rows - first;
  if (edit.row + edit.rows <= edited) return undefined;
  const column = columnFinder(headers);
  const isTouched = (at: number) => at >= edit.column && at < edit.column + edit.columns;
  if (!telling[name].some(header => isTouched(column(header)))) return undefined;
  const cells = cellsOf(name, tab.rows(first, count), column, toCell, true);
  return { cells, first, above: edited - first };
}

interface LookedAt {
  readonly blocks: readonly Block[];
  readonly news: readonly News[];
}

/** What is to be said of the edited rows by themselves: the one look of the check, at the rows around them. */
export function lookAtEdited(
  { now }: Book,
  { cells, first, above }: EditedRows,
  figures?: Figures | undefined,
): LookedAt {
  const today = now().date;
  const read = readLedger({ tabs: new Map([[cells.tab, cells]]), clockToday: today });
  // The rows were read as if they stood right below the headers.
  const placed = <Row extends { readonly row: number }>(rows: readonly Row[]): Row[] =>
    rows.map(each => ({ ...each, row: each.row + first - 2 }));
  const newest = (key: string) => {
    const hours = figures?.clients.get(key)?.watch.newest;
    return hours === undefined ? undefined : { hours };
  };
  const rows = { clients: read.clients, blocks: placed(read.blocks), entries: placed(read.entries) };
  const found = doubtsOf({ ...rows, today, newest }, { unpaidBlocks: 'use' }).issues;
  const isEdited = ({ row }: { readonly row: number }) => row >= first + above;
  const news = found.filter(isEdited).map(({ row, message }) => ({ weight, text: `Row ${row}: ${message}` }));
  return { blocks: rows.blocks.filter(isEdited), news };
}

/** A block typed by hand has its price nowhere in its row: it is told where hours or rates were typed. */
export function priceNews({ blocks }: LookedAt, { cells, above }: EditedRows): string | undefined {
  const prices = cells.columns.get('price')?.slice(above) ?? [];
  const [block] = blocks;
  if (blocks.length !== 1 || !block || block.hours <= 0 || block.price <= 0) return undefined;
  if (block.kind !== 'Purchase' || prices.some(cell => !isBlank(cell))) return undefined;
  const { number, hours, price, currency } = block;
  return `${number}: ${hoursText(hours)} for ${moneyText(price, currency)}. =BLOCKLIST() shows what is left of each block.`;
}

/** A name retyped in Clients leaves its rows behind: said at once, for only now Ctrl+Z is all that it takes. */
export function retypedNews(book: Book, edit: TypedEdit, figures: Figures | undefined): string | undefined {
  const { row, rows, columns, oldValue = '' } = edit;
  const key = foldName(oldValue);
  const tab = rows === 1 && columns === 1 && key !== '' ? book.workbook.tab('Clients') : undefined;
  if (!tab) return undefined;
  const { headerRow, headers } = headersOf('Clients', tab);
  if (row <= headerRow || columnFinder(headers)('Client') !== edit.column) return undefined;
  const now = String(tab.rows(row, 1)[0]?.[edit.column - 1] ?? '');
  if (foldName(now) === key || !hasRows(book, key, figures)) return undefined;
  const name = oldValue.trim().slice(0, 60);
  return `Blocks and Time still say “${name}”: its hours are no longer this client’s. Press Ctrl+Z, then choose Blocks > Rename client, which changes the name everywhere.`;
}

/** As far as is kept from the last reading; else the tabs are looked through. */
function hasRows({ workbook }: Book, key: string, figures: Figures | undefined): boolean {
  const kept = figures?.clients.get(key);
  if (kept) return kept.used > 0 || kept.money.length > 0;
  return (['Blocks', 'Time'] as const).some(name => {
    const open = openTab(workbook, name);
    const at = open ? open.column('Client') - 1 : -1;
    return open?.rows.slice(1).some(cells => foldName(String(cells[at] ?? '')) === key) ?? false;
  });
}
