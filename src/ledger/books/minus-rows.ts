import type { Block } from '../model/block';
import { type Bill, takeOff, taxOfRow } from '../rules/receivables';
import { minus, plus, sizeOf, sumOf } from '../units/amounts';
import { later } from '../units/calendar-date';
import type { Decimal } from '../units/decimal';
import { type MinorUnits, noMoney } from '../units/money';
import type { Book } from './posting';

/** Value that a minus row took out of a block on its date. */
export interface Draw {
  readonly block: Block;
  readonly worth: MinorUnits;
  readonly by: Block;
}

export interface MinusRow {
  readonly row: Block;
  readonly draws: readonly Draw[];
  /** Of the client. */
  readonly blocks: readonly Block[];
  readonly bills: ReadonlyMap<Block, Bill>;
  /** The client's tax. */
  readonly share: Decimal;
}

/** Books the money of a minus row; the value of its hours was booked when they were drawn. */
export function minusRow(minus: MinusRow, book: Book): void {
  if (minus.row.kind === 'Refund') refund(minus, book);
  if (minus.row.kind === 'Write-off') writeOff(minus, book);
}

/** Money given back: first off what is still unpaid of the blocks it comes from, then in cash. */
function refund({ row, draws, bills, share, blocks }: MinusRow, book: Book): void {
  const { date, typedPrice } = row;
  const drawnWorth = sumOf(draws.filter(sameCurrency(row)).map(({ worth }) => worth));
  const amount = typedPrice ? sizeOf(row.price) : drawnWorth;
  const tax = sizeOf(taxOfRow(row, amount, share));
  let [rest, restTax] = [amount, tax];
  for (const bill of openBills(row, draws, blocks, bills)) {
    const { net, tax: part } = takeOff(bill, rest);
    const on = later(date, bill.bookedOn);
    book(on, net, ['differences', row], ['receivable', bill.block], 'Refund');
    book(on, part, ['tax', row], ['receivable', bill.block], 'Tax');
    rest = minus(rest, net);
    restTax = minus(restTax, part);
  }
  // A bill that was cleared took its own tax with it; only money in cash takes more.
  if (rest === 0) restTax = noMoney;
  book(date, rest, ['differences', row], ['receivable', row], 'Refund');
  book(date, restTax, ['tax', row], ['receivable', row], 'Tax');
  // Before its own date a row is not there yet.
  const paid = later(date, row.paidOn ?? date);
  book(paid, plus(rest, restTax), ['receivable', row], ['bank', row], 'Paid');
}

/** A receivable that will not be paid: what its unused hours were worth has left, the rest is a bad debt. */
function writeOff({ row, draws, bills, blocks }: MinusRow, book: Book): void {
  const open = openBills(row, draws, blocks, bills);
  const owed = sumOf(open.map(({ net }) => net));
  let rest = row.typedPrice ? sizeOf(row.price) : owed;
  for (const bill of open) {
    const { net, tax } = takeOff(bill, rest);
    const on = later(row.date, bill.bookedOn);
    book(on, net, ['badDebts', row], ['receivable', bill.block], 'Written off', 'badDebts');
    book(on, tax, ['tax', row], ['receivable', bill.block], 'Tax', 'badDebts');
    rest = minus(rest, net);
  }
  book(row.date, rest, ['badDebts', row], ['receivable', row], 'Written off', 'badDebts');
}

/** Unpaid bills of the blocks that a row draws from or names; on the day of a payment it is paid. */
function openBills(
  row: Block,
  draws: readonly Draw[],
  blocks: readonly Block[],
  bills: ReadonlyMap<Block, Bill>,
): Bill[] {
  const named = blocks.filter(({ number }) => number.toUpperCase() === row.reference.toUpperCase());
  const from = new Set([...draws.map(({ block }) => block), ...named]);
  return [...from].filter(sameCurrencyAs(row)).flatMap(block => {
    const bill = bills.get(block);
    return bill && bill.net !== 0 && block.date <= row.date && bill.paidOn > row.date ? [bill] : [];
  });
}

function sameCurrency(row: Block) {
  return ({ block }: Draw) => block.currency === row.currency;
}

function sameCurrencyAs(row: Block) {
  return ({ currency }: Block) => currency === row.currency;
}
