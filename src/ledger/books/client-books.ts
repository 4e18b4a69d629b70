import type { AccountRole } from '../model/accounts';
import type { Block } from '../model/block';
import type { Client } from '../model/client';
import type { Settings } from '../model/settings';
import type { TimeEntry } from '../model/time-entry';
import type { Post } from '../rules/account';
import { broughtForward } from '../rules/deferred';
import { deferredRevenue, type OpenBlock } from '../rules/open-block';
import {
  type Bill,
  billOf,
  grossOf,
  isBilled,
  type Receipt,
  receiptsOf,
  takeGross,
  takeOff,
} from '../rules/receivables';
import { minus, plus, sizeOf, sumOf } from '../units/amounts';
import { type CalendarDate, later } from '../units/calendar-date';
import { decimal } from '../units/decimal';
import { type MinorUnits, noMoney, priceOf } from '../units/money';
import { noTime, type Seconds } from '../units/seconds';
import { type Draw, minusRow } from './minus-rows';
import type { Book, BookSide, Memo, Posting } from './posting';

export interface ClientBooks extends Post {
  /** Books the payments up to a date that no movement came after. */
  payUntil(date: CalendarDate): void;
}

type Rules = Pick<Settings, 'unpaidBlocks' | 'expiredHours'> & Partial<Pick<Settings, 'accrueOverage'>>;

/**
 * Turns the movements of one client's replay into postings; each is balanced by itself.
 *
 * Values come from the replay alone, so what the books say is owed is what the blocks say.
 */
export function clientBooks(
  { name, terms }: Client,
  blocks: readonly Block[],
  { unpaidBlocks, expiredHours, accrueOverage = false }: Rules,
  write: (posting: Posting) => void,
): ClientBooks {
  const bills = new Map(blocks.filter(isBilled).map(block => [block, billOf(block, unpaidBlocks)] as const));
  const receipts = [...bills.values()].flatMap(bill =>
    receiptsOf(bill.block).map(each => ({ bill, ...each })),
  );
  receipts.sort((a, b) => a.date - b.date || a.bill.block.order - b.bill.block.order);
  let paid = 0;
  /** Expired blocks whose value is not deferred any more. */
  const gone = new Set<Block>();
  /** Minus rows whose date is past, with the hours that they took since they came. */
  const covered = new Map<Block, Seconds>();
  const done = new Set<Block>();
  let draws: Draw[] = [];
  let toInvoice = noTime;

  const book: Book = (date, amount, debit, credit, memo, cashless = 'service') => {
    if (amount === 0 || (debit[0] === credit[0] && debit[1].number === credit[1].number)) return;
    const sides = { debit: sideOf(debit), credit: sideOf(credit) };
    write({ date, currency: debit[1].currency, amount, ...sides, client: name, memo, cashless });
  };
  const bookedFrom = (block: Block, date: CalendarDate) => later(date, bills.get(block)?.bookedOn ?? date);

  /** Payments of a day come before what else happens on it. */
  function payUntil(date: CalendarDate): void {
    for (let next = receipts[paid]; next && next.date <= date; next = receipts[++paid]) pay(next.bill, next);
  }

  function bookSale(bill: Bill, on: CalendarDate): void {
    const { block, tax } = bill;
    bill.isBooked = true;
    const memo = block.kind === 'Overage invoice' ? 'Overage invoiced' : 'Sold';
    book(on, block.price, ['receivable', block], ['deferred', block], memo, revenueOf(block));
    book(on, tax, ['receivable', block], ['tax', block], 'Tax', revenueOf(block));
  }

  /** First what is owed, then what was given back because hours expired unpaid, then what was written off. */
  function pay(bill: Bill, { date, amount }: Receipt): void {
    const { block, givenBack, lost } = bill;
    const cashless = revenueOf(block);
    if (!bill.isBooked) bookSale(bill, date);
    const received = amount ?? sumOf([bill, givenBack, lost].map(grossOf));
    let rest = minus(received, grossOf(takeGross(bill, received)));
    // Paid after all: it was revenue of hours that expired.
    const again = takeGross(givenBack, rest);
    book(date, again.net, ['receivable', block], ['breakage', block], 'Expired unused', cashless);
    book(date, again.tax, ['receivable', block], ['tax', block], 'Tax', cashless);
    rest = minus(rest, grossOf(again));
    const late = takeGross(lost, rest);
    book(date, late.net, ['bank', block], ['badDebts', block], 'Paid after all', 'badDebts');
    book(date, late.tax, ['bank', block], ['tax', block], 'Paid after all', 'badDebts');
    // What is paid too much is owed to the client.
    book(date, minus(received, grossOf(late)), ['bank', block], ['receivable', block], 'Paid', cashless);
  }

  function sold(date: CalendarDate, { block }: OpenBlock): void {
    payUntil(date);
    const bill = bills.get(block);
    if (bill) {
      if (!bill.isBooked) bookSale(bill, bookedFrom(block, date));
      return;
    }
    const [source, memo] = arrivalOf(block);
    book(date, block.price, source, ['deferred', block], memo);
  }

  function drawn(
    date: CalendarDate,
    { block }: OpenBlock,
    worth: MinorUnits,
    from: TimeEntry | Block,
    taken: Seconds,
  ): void {
    payUntil(date);
    const isRow = 'kind' in from;
    if (isRow) draws.push({ block, worth, by: from });
    const [target, memo] = isRow ? purposeOf(from, block, done.has(from)) : workOn(block);
    // A difference stands with the row that makes it.
    const isOwn = isRow && from.currency === block.currency && target !== 'service';
    const to = [target, isOwn ? from : block] as const;
    const on = bookedFrom(block, date);
    // Hours of an unpaid block that are drawn after they had expired: what was given back for them is owed again.
    const owed = gone.has(block) ? oweAgain(on, block, worth) : noMoney;
    book(on, owed, ['receivable', block], to, memo);
    book(on, minus(worth, owed), [gone.has(block) ? 'breakage' : 'deferred', block], to, memo);
    if (isRow && from.kind === 'Opening') clearBroughtForward(date, from, taken);
  }

  function oweAgain(date: CalendarDate, block: Block, worth: MinorUnits): MinorUnits {
    const bill = bills.get(block);
    if (!bill) return noMoney;
    const { net, tax } = takeOff(bill.givenBack, worth);
    bill.net = plus(bill.net, net);
    bill.tax = plus(bill.tax, tax);
    book(date, tax, ['receivable', block], ['tax', block], 'Tax', revenueOf(block));
    return net;
  }

  /** Of hours used before this workbook their value was earned there, so only the difference to it is earned here. */
  function clearBroughtForward(date: CalendarDate, row: Block, taken: Seconds): void {
    const before = covered.get(row) ?? noTime;
    covered.set(row, plus(before, taken));
    const cleared = minus(broughtForward(row, before), broughtForward(row, plus(before, taken)));
    book(date, cleared, ['service', row], ['deferred', row], 'Brought forward');
  }

  function expired(date: CalendarDate, open: OpenBlock): void {
    payUntil(date);
    const { block } = open;
    if (expiredHours === 'keep') return;
    const bill = bills.get(block);
    const [on, value] = [bookedFrom(block, date), deferredRevenue(open)];
    // With `wait` it comes into the books when it is paid, and never as a receivable.
    const isOwed = bill && bill.bookedOn <= date;
    const back = isOwed ? takeOff(bill, value) : { net: noMoney, tax: noMoney };
    gone.add(block);
    const cashless = revenueOf(block);
    book(on, minus(value, back.net), ['deferred', block], ['breakage', block], 'Expired unused');
    book(on, back.net, ['deferred', block], ['receivable', block], 'Expired unused', cashless);
    book(on, back.tax, ['tax', block], ['receivable', block], 'Tax', cashless);
    if (bill) Object.assign(bill.givenBack, back);
  }

  /** At the normal rate, over all of it: what is invoiced in the end leaves nothing behind. */
  function overage(date: CalendarDate, change: Seconds): void {
    payUntil(date);
    if (!accrueOverage) return;
    const { normalRate, currency } = terms;
    const worth = (hours: Seconds) => priceOf(hours, normalRate, decimal(0), currency);
    const before = worth(toInvoice);
    toInvoice = plus(toInvoice, change);
    const none = { number: '', currency };
    book(date, minus(worth(toInvoice), before), ['accrued', none], ['overage', none], 'Overage accrued');
  }

  function tookOut(date: CalendarDate, row: Block): void {
    payUntil(date);
    const { kind, movedWith, price } = row;
    minusRow({ row, draws: draws.filter(({ by }) => by === row), blocks, bills }, book);
    // Until its other row comes, what was moved away is under way.
    if (movedWith) book(date, sizeOf(price), ['differences', row], ['deferred', row, name], 'Transfer');
    if (kind === 'Opening')
      book(date, broughtForward(row, noTime), ['deferred', row], ['opening', row], 'Brought forward');
    done.add(row);
    draws = [];
  }

  return { sold, drawn, expired, overage, tookOut, payUntil };
}

function sideOf([role, { number: block }, across]: BookSide): Posting['debit'] {
  return across === undefined ? { role, block } : { role, block, across };
}

/** What the value of a block without a bill is booked against. */
function arrivalOf(block: Block): readonly [BookSide, Memo] {
  const { kind, movedWith } = block;
  if (kind === 'Opening') return [['opening', block], 'Brought forward'];
  if (kind === 'Correction') return [['service', block], 'Correction'];
  if (movedWith) return [['deferred', movedWith, movedWith.client], 'Transfer'];
  if (kind === 'Transfer') return [['differences', block], 'Transfer'];
  return [['receivable', block], 'Sold'];
}

function workOn({ kind }: Block): readonly [AccountRole, Memo] {
  return kind === 'Overage invoice' ? ['overage', 'Overage invoiced'] : ['service', 'Work'];
}

/** What the value becomes that a minus row takes out of a block. */
function purposeOf(from: Block, block: Block, isDone: boolean): readonly [AccountRole, Memo] {
  if (block.kind === 'Overage invoice') return ['overage', 'Overage invoiced'];
  if (from.kind === 'Refund' || from.kind === 'Transfer') return ['differences', from.kind];
  // Hours that are covered after its day belong to a block of which nothing was written off.
  if (from.kind === 'Write-off' && !isDone && from.currency === block.currency)
    return ['badDebts', 'Written off'];
  return ['service', from.kind === 'Opening' ? 'Brought forward' : 'Correction'];
}

/** Where an invoice of the firm's own accounting has put the money. */
function revenueOf({ kind }: Block): AccountRole {
  return kind === 'Overage invoice' ? 'overage' : 'service';
}
