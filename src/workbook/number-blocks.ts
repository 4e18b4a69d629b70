import type { BookedSale } from '../ledger/books/closed-month';
import type { Block } from '../ledger/model/block';
import type { BlockNumbers } from '../ledger/model/block-numbers';
import type { Issue } from '../ledger/model/issue';
import type { Ledger } from '../ledger/model/ledger';
import { isTaxed } from '../ledger/rules/receivables';
import { cellText, isBlank } from '../ledger/sheet/cell';
import { foldHeader } from '../ledger/sheet/headers';
import type { TabCells } from '../ledger/sheet/tab-cells';
import { tabs } from '../ledger/sheet/tabs';
import { decimal, decimalNumber } from '../ledger/units/decimal';
import { amountNumber, amountOf, type MinorUnits, minorUnits, portionOf } from '../ledger/units/money';
import type { Memory, WrittenTax } from './memory-shapes';
import { createRowPen, type RowNaming, type RowWrite } from './row-pen';
import type { FindColumn, OpenTab } from './tabs';
import type { CellWrite } from './write-cells';
import { factsOwed, isWrittenIn, type WrittenFacts } from './written-facts';

/**
 * The numbers of blocks without one (or with a copied one), and the facts of each sale that its row does not say yet:
 * rate, currency and tax, written as values, so that a later change of the client's or the firm's moves nothing that
 * was sold. A row waits until it can be counted.
 *
 * What stands in closed months is written as it was booked there, whatever holds now.
 */
export function newBlockCells(
  ledger: Ledger,
  { rows, column }: OpenTab,
  booked: ReadonlyMap<string, BookedSale> = new Map(),
): CellWrite[] {
  const isSound = soundTerms(ledger);
  return ledger.blocks.flatMap(block => {
    const { row, number } = block;
    const own = ledger.numbers.rows.get(row);
    if (!own) return [];
    const isBlank = (at: number) => String((rows[row - 1] as readonly unknown[])[at - 1] ?? '').trim() === '';
    const sale = own.isNew ? undefined : booked.get(number.toUpperCase());
    const blank = Object.entries(isSound(block) ? factsOf(block, sale) : {})
      .map(([header, value]) => ({ row, column: column(header), value }))
      .filter(cell => cell.column > 0 && isBlank(cell.column));
    const at = column('Block');
    return own.isNew && at > 0 ? [{ row, column: at, value: own.number }, ...blank] : blank;
  });
}

/** Rates that cannot be read must not be written into blocks as the firm's. */
function soundTerms({ unbooked, broken }: Ledger): (block: Block) => boolean {
  const isUnread = (issues: readonly Issue[] = []) =>
    issues.some(({ tab }) => tab === 'Settings' || tab === 'Clients');
  const isFirmUnread = isUnread(unbooked.get(''));
  return ({ clientKey }) =>
    !isFirmUnread && !isUnread(unbooked.get(clientKey)) && !isUnread(broken.get(clientKey));
}

function factsOf(block: Block, booked: BookedSale | undefined): WrittenFacts {
  const currency = booked?.currency ?? block.currency;
  const money = (amount: MinorUnits) => amountNumber(amount, currency);
  const rate = { 'Normal rate': decimalNumber(block.normalRate), Currency: currency };
  if (!isTaxed(block)) return rate;
  const { price: asBooked = block.price } = booked ?? {};
  const price = asBooked === block.price ? {} : { Price: money(asBooked) };
  return { ...rate, ...price, Tax: money(booked?.tax ?? block.tax) };
}

/** Later edits of a row find its tax as it stands. */
const mostTaxed = 40;

/** The taxes of blocks whose price is another one since, at the rate that each was sold at; a typed tax stays. */
export function retaxedCells(
  ledger: Ledger,
  { column }: OpenTab,
  taxed: readonly WrittenTax[],
): readonly CellWrite[] {
  const written = new Map(taxed.map(each => [each.number, each]));
  const at = column('Tax');
  return ledger.blocks.flatMap(({ number, row, price, tax, currency }): CellWrite[] => {
    const was = written.get(number);
    if (!was || at === 0 || was.net === price || was.net === 0 || tax !== was.tax) return [];
    const value = amountNumber(portionOf(tax, price, minorUnits(was.net)), currency);
    return [{ row, column: at, value }];
  });
}

/** What is remembered of the taxes once cells are written. */
function taxedNow(
  ledger: Ledger,
  { column }: OpenTab,
  taxed: readonly WrittenTax[],
  cells: readonly CellWrite[],
): readonly WrittenTax[] {
  const rows = new Map(
    cells.filter(cell => cell.column === column('Tax')).map(({ row, value }) => [row, value]),
  );
  const fresh = ledger.blocks.flatMap(({ number, row, price, currency }): WrittenTax[] => {
    const value = rows.get(row);
    if (typeof value !== 'number' || value === 0) return [];
    return [{ number, net: price, tax: amountOf(decimal(value), currency) }];
  });
  const numbers = new Set(fresh.map(({ number }) => number));
  return [...taxed.filter(({ number }) => !numbers.has(number)), ...fresh].slice(-mostTaxed);
}

/** What is to be remembered before cells are written; nothing where it is known. */
export function factsRemembered(
  before: Pick<Memory, 'highestBlock' | 'taxed'>,
  ledger: Ledger,
  blocks: OpenTab,
  writes: readonly CellWrite[],
): Record<string, string> {
  const { highest } = ledger.numbers;
  const now = JSON.stringify(taxedNow(ledger, blocks, before.taxed, writes));
  return {
    ...(highest > before.highestBlock && { highestBlock: String(highest) }),
    ...(now !== JSON.stringify(before.taxed) && { taxed: now }),
  };
}

/** Whether a row of Blocks lacks a fact that a run would write in, so that the other tabs are worth reading. */
export function lacksFacts(
  { cells }: OpenTab & { readonly cells: TabCells },
  numbers: BlockNumbers,
): boolean {
  const blank = (header: string, row: number) => {
    const column = cells.columns.get(foldHeader(header));
    return column !== undefined && isBlank(column[row - 2] ?? '');
  };
  return [...numbers.rows].some(([row, { isNew }]) => {
    const kind = cellText(cells.columns.get('kind')?.[row - 2] ?? '').toLowerCase();
    const isSale = ['', 'purchase', 'overage invoice'].includes(kind);
    return isNew || factsOwed(isSale).some(header => blank(header, row));
  });
}

/** Beside the number, which is what a row without one cannot be known by. */
const steady = tabs.Blocks.map(({ header }) => header).filter(
  header => header !== 'Block' && !isWrittenIn(header),
);

/** A block is known by all that a person typed, and until it is written by its number as well. */
const naming: RowNaming = {
  find: (row, column) => contentOf(row, column, ['Block', ...steady]),
  stay: (row, column) => contentOf(row, column, steady),
};

function contentOf(row: readonly unknown[], column: FindColumn, headers: readonly string[]): string {
  const cells = headers.map(header => row[column(header) - 1] ?? '');
  return cells.every(cell => cell === '') ? '' : JSON.stringify(cells);
}

/** Writes into rows of Blocks as they were read, wherever a sort has brought them by now. */
export function writeBlocks({ name, tab, rows, column }: OpenTab, cells: readonly CellWrite[]): void {
  const names = rows.map((row, at) => (at === 0 ? '' : naming.find(row, column)));
  const headerAt = (place: number) => String(rows[0]?.[place - 1] ?? '');
  const numbers = [...new Set(cells.map(({ row }) => row))];
  const writes = numbers.map((number): RowWrite => {
    const name = names[number - 1] ?? '';
    const nth = names.slice(0, number - 1).filter(each => each === name).length;
    const own = cells.filter(({ row }) => row === number);
    return { name, nth, cells: own.map(cell => ({ header: headerAt(cell.column), value: cell.value })) };
  });
  const pen = createRowPen({ name, tab }, naming);
  const only = (isWanted: (header: string) => boolean) =>
    writes.map(write => ({ ...write, cells: write.cells.filter(({ header }) => isWanted(header)) }));
  // The number comes last: with it the row has another name.
  const isNumber = (header: string) => foldHeader(header) === 'block';
  for (const part of [only(header => !isNumber(header)), only(isNumber)])
    pen.write(part.filter(({ cells }) => cells.length > 0));
  pen.check();
}
