import { blockNumber } from '../ledger/block';
import { foldHeader } from '../ledger/headers';
import type { Ledger } from '../ledger/ledger';
import { type Cell, isMoment } from '../ledger/reading/cell';
import { issueText } from '../ledger/reading/issue';
import { foldName } from '../ledger/reading/names';
import { balanceOf, settleOne } from '../ledger/rules/settle';
import { isSale, readSale, type Sale } from '../ledger/selling/read-sale';
import { type SaleAnswer, type SaleForm, type SoldBlock, saleForm } from '../ledger/selling/sale-form';
import { soldRow } from '../ledger/selling/sold-row';
import { saleFields, type TypedSale } from '../ledger/selling/typed-sale';
import { tabs as tabSpecs } from '../ledger/tabs';
import { toSheetSerial } from '../ledger/units/calendar-date';
import type { Seconds } from '../ledger/units/seconds';
import type { Cache } from './figure-store';
import { type Book, ledgerOf, type OpenBook, openBook } from './open-book';
import { lastFilledRow, type ReadTab } from './open-tabs';
import { type CellWrite, writeCells } from './write-cells';

type SoldRow = ReturnType<typeof soldRow>;

/** What the dialog opens with; of the tabs only those that tell of clients, blocks and prices. */
export function openSaleForm(book: Book, selected: string): SaleForm {
  const { ledger } = openBook(book, undefined, ['Clients', 'Blocks', 'Settings', 'Notices']);
  return saleForm(ledger, selected);
}

/** The same sale a second time, after its answer got lost on the way, is told again and not written again. */
export function sellOnce(book: Book, cache: Cache, typed: unknown, attempt: unknown): SaleAnswer {
  const key = `sale ${String(attempt).slice(0, 60)}`;
  const known = cache.getAll([key])[key];
  if (known) return JSON.parse(known);
  const answer = writeSoldBlock(book, typed);
  if (attempt && 'sold' in answer) cache.putAll({ [key]: JSON.stringify(answer) });
  return answer;
}

/** Writes a block below the last filled row of Blocks; what does not make sense is told beside its field. */
function writeSoldBlock(book: Book, given: unknown): SaleAnswer {
  const opened = openBook(book);
  const sale = readSale(typedSale(given), saleForm(opened.ledger, ''));
  if (!isSale(sale)) return { problems: sale };
  const blocks = soundBlocks(opened);
  const highest = opened.ledger.numbers.highest + 1;
  const sold = soldRow(sale, blockNumber(highest));
  const row = lastFilledRow(blocks.rows) + 1;
  const writes = cellsOf(sold, row, blocks);
  // First the memory: a number that was remembered and not written is lost, one given twice would be wrong.
  book.store.write({ highestBlock: String(highest) });
  blocks.tab.grow(row, 1);
  writeCells(blocks.tab, writes);
  const tabs = new Map(opened.tabs).set('Blocks', withRow(blocks, row, sold));
  return { sold: tellOf(sale, blockNumber(highest), ledgerOf(book, tabs, highest)) };
}

/** A page may send anything; what is no text is blank. */
function typedSale(given: unknown): TypedSale {
  const fields = Object(given) as Record<string, unknown>;
  const textOf = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
  const texts = saleFields.map(field => [field, textOf(fields[field])]);
  return Object.fromEntries(texts);
}

function soundBlocks({ ledger, tabs }: OpenBook): ReadTab {
  const fatal = ledger.fatal.find(({ tab }) => tab === 'Blocks');
  if (fatal) throw new Error(issueText(fatal));
  return tabs.get('Blocks') as ReadTab;
}

/** The whole row, blanks too, so that it is one block of cells where the user's columns allow it. */
function cellsOf(sold: SoldRow, row: number, { column }: ReadTab): CellWrite[] {
  return tabSpecs.Blocks.flatMap(({ header, format }): CellWrite[] => {
    const [cell = '', at] = [sold[header], column(header)];
    if (at > 0) return [{ row, column: at, value: written(header, cell), format: format || 'General' }];
    if (cell === '') return [];
    throw new Error(`Blocks has no column "${header}". Run Block Ledger > Set up workbook, then sell again.`);
  });
}

function written(header: string, cell: Cell): CellWrite['value'] {
  if (isMoment(cell)) return toSheetSerial(cell.date);
  // A column of names is no text column, so the apostrophe keeps a name such as 1-2 or =A from becoming a date or formula.
  return header === 'Client' ? `'${cell}` : cell;
}

/** The tab as it reads once the row stands there. */
function withRow(blocks: ReadTab, row: number, sold: SoldRow): ReadTab {
  const columns = new Map([...blocks.cells.columns].map(([header, cells]) => [header, [...cells]]));
  for (const [header, cell] of Object.entries(sold)) {
    const cells = columns.get(foldHeader(header));
    if (cells) cells[row - 2] = cell;
  }
  return { ...blocks, cells: { ...blocks.cells, columns, rows: Math.max(blocks.cells.rows, row - 1) } };
}

/** What the page says of the sale; a client with a row that cannot be counted has no figure to tell. */
function tellOf({ client, hours, offer, terms }: Sale, number: string, ledger: Ledger): SoldBlock {
  const sold = { number, client, hours, price: offer.price, currency: terms.currency };
  const known = ledger.clients.get(foldName(client));
  if (!known || ledger.fatal.length > 0 || ledger.broken.has(known.key))
    return { ...sold, left: null, later: 0 as Seconds };
  const settled = settleOne(ledger, known);
  return { ...sold, left: balanceOf(settled), later: settled.account.notYetUsable as Seconds };
}
