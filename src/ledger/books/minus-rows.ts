import type { Block } from '../model/block';
import { type Bill, takeBackTax, takeOff } from '../rules/receivables';
import { greater, lesser, minus, plus, sizeOf, sumOf } from '../units/amounts';
import { later } from '../units/calendar-date';
import { amountOf, type MinorUnits, noMoney, portionOf } from '../units/money';
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
}

/** Books the money of a minus row; the value of its hours was booked when they were drawn. */
export function minusRow(minus: MinusRow, book: Book): void {
  if (minus.row.kind === 'Refund') refund(minus, book);
  if (minus.row.kind === 'Write-off') writeOff(minus, book);
}

/** What a row took from each block in its own currency; the block that it names is among them, drawn from or not. */
function sourcesOf({ row, draws, blocks }: MinusRow): Map<Block, MinorUnits> {
  const worths = new Map<Block, MinorUnits>();
  for (const { block, worth } of draws) worths.set(block, plus(worths.get(block) ?? noMoney, worth));
  for (const block of blocks)
    if (block.hours > 0 && block.number.toUpperCase() === row.reference.toUpperCase())
      worths.set(block, worths.get(block) ?? noMoney);
  return new Map([...worths].filter(([{ currency }]) => currency === row.currency));
}

function lessen(sources: Map<Block, MinorUnits>, block: Block, by: MinorUnits): void {
  sources.set(block, greater(noMoney, minus(sources.get(block) ?? noMoney, by)));
}

/** What is still to be paid of the sources. */
function openBills({ row, bills }: MinusRow, sources: ReadonlyMap<Block, MinorUnits>): Bill[] {
  return [...sources.keys()].flatMap(block => {
    const bill = bills.get(block);
    return bill && bill.net > 0 && block.date <= row.date ? [bill] : [];
  });
}

/** Money given back: first off what is still unpaid of the blocks it comes from, then in cash. */
function refund(each: MinusRow, book: Book): void {
  const { row, bills } = each;
  const sources = sourcesOf(each);
  const amount = row.typedPrice ? sizeOf(row.price) : sumOf([...sources.values()]);
  let [rest, clearedTax] = [amount, noMoney];
  for (const bill of openBills(each, sources)) {
    const { net, tax } = takeOff(bill, rest);
    const on = later(row.date, bill.bookedOn);
    book(on, net, ['differences', row], ['receivable', bill.block], 'Refund');
    book(on, tax, ['tax', row], ['receivable', bill.block], 'Tax');
    rest = minus(rest, net);
    clearedTax = plus(clearedTax, tax);
    lessen(sources, bill.block, net);
  }
  const restTax = cashTax(row, { rest, clearedTax }, sources, bills);
  book(row.date, rest, ['differences', row], ['receivable', row], 'Refund');
  book(row.date, restTax, ['tax', row], ['receivable', row], 'Tax');
  // Before its own date a row is not there yet.
  const paid = later(row.date, row.paidOn ?? row.date);
  book(paid, plus(rest, restTax), ['receivable', row], ['bank', row], 'Paid');
}

/** The tax of what is given back in cash: as typed, else that of the blocks it comes from, by what each was worth. */
function cashTax(
  { typedTax, currency }: Block,
  { rest, clearedTax }: { readonly rest: MinorUnits; readonly clearedTax: MinorUnits },
  sources: ReadonlyMap<Block, MinorUnits>,
  bills: ReadonlyMap<Block, Bill>,
): MinorUnits {
  // A bill that was cleared took its own tax with it; only money in cash takes more.
  if (rest === 0) return noMoney;
  if (typedTax) return minus(sizeOf(amountOf(typedTax, currency)), clearedTax);
  const worths = [...sources];
  const all = sumOf(worths.map(([, worth]) => worth));
  let [tax, given, upTo] = [noMoney, noMoney, noMoney];
  for (const [at, [block, worth]] of worths.entries()) {
    upTo = plus(upTo, worth);
    // An allowance draws nothing: it is all of the block that it names, which comes last.
    const share = all > 0 ? portionOf(rest, upTo, all) : at === worths.length - 1 ? rest : noMoney;
    const bill = bills.get(block);
    if (bill) tax = plus(tax, takeBackTax(bill, minus(share, given)));
    given = share;
  }
  return tax;
}

/**
 * A receivable that will not be paid: what its unused hours were worth has left, the rest is a bad debt.
 *
 * No more than is unpaid can be lost, so what leaves above it was paid for and is earned.
 */
function writeOff(each: MinusRow, book: Book): void {
  const { row } = each;
  const sources = sourcesOf(each);
  const open = openBills(each, sources);
  let rest = row.typedPrice ? sizeOf(row.price) : sumOf(open.map(({ net }) => net));
  let restTax = row.typedTax && sizeOf(amountOf(row.typedTax, row.currency));
  for (const bill of open) {
    const { net, tax } = takeOff(bill, rest);
    const on = later(row.date, bill.bookedOn);
    // Tax that cannot be claimed back is lost as well.
    const claimed = restTax === undefined ? tax : lesser(tax, restTax);
    if (restTax !== undefined) restTax = minus(restTax, claimed);
    const loss = plus(net, minus(tax, claimed));
    book(on, loss, ['badDebts', row], ['receivable', bill.block], 'Written off', 'badDebts');
    book(on, claimed, ['tax', row], ['receivable', bill.block], 'Tax', 'badDebts');
    bill.lost.net = plus(bill.lost.net, loss);
    bill.lost.tax = plus(bill.lost.tax, claimed);
    rest = minus(rest, net);
    lessen(sources, bill.block, net);
  }
  for (const [block, above] of sources) {
    const on = later(row.date, each.bills.get(block)?.bookedOn ?? row.date);
    book(on, above, ['badDebts', row], ['service', row], 'Written off');
  }
}
