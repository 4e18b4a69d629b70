import type { AccountRole } from '../model/accounts';
import type { Block } from '../model/block';
import type { Client } from '../model/client';
import type { Settings } from '../model/settings';
import type { TimeEntry } from '../model/time-entry';
import type { Post } from '../rules/account';
import { deferredRevenue, type OpenBlock } from '../rules/open-block';
import { type Bill, billOf, isBilled, takeOff } from '../rules/receivables';
import { minus, plus, sumOf } from '../units/amounts';
import { type CalendarDate, later } from '../units/calendar-date';
import { type MinorUnits, noMoney } from '../units/money';
import { type Draw, minusRow } from './minus-rows';
import type { Book, Memo, Posting } from './posting';

export interface ClientBooks extends Post {
  /** Books the payments up to a date that no movement came after. */
  payUntil(date: CalendarDate): void;
}

type Rules = Pick<Settings, 'unpaidBlocks' | 'expiredHours'>;

/**
 * Turns the movements of one client's replay into postings; each is balanced by itself.
 *
 * Values come from the replay alone, so what the books say is owed is what the blocks say.
 */
export function clientBooks(
  { name, terms }: Client,
  blocks: readonly Block[],
  { unpaidBlocks, expiredHours }: Rules,
  write: (posting: Posting) => void,
): ClientBooks {
  const bills = new Map(blocks.filter(isBilled).map(block => [block, billOf(block, unpaidBlocks)] as const));
  const payments = [...bills.values()].filter(({ block }) => block.paidOn !== undefined);
  payments.sort((a, b) => a.paidOn - b.paidOn || a.block.order - b.block.order);
  let paid = 0;
  /** Where the value of an expired block has gone; in a block that is not here it is still deferred. */
  const gone = new Map<Block, AccountRole>();
  let draws: Draw[] = [];

  const book: Book = (date, amount, [debit, from], [credit, to], memo, cashless = 'service') => {
    if (amount === 0 || debit === credit) return;
    const sides = { debit: { role: debit, block: from.number }, credit: { role: credit, block: to.number } };
    const { currency } = from;
    write({ date, currency, amount, ...sides, client: name, memo, cashless });
  };
  const bookedFrom = (block: Block, date: CalendarDate) => later(date, bills.get(block)?.bookedOn ?? date);

  /** Payments of a day come before what else happens on it. */
  function payUntil(date: CalendarDate): void {
    for (let bill = payments[paid]; bill && bill.paidOn <= date; bill = payments[++paid]) pay(bill);
  }

  function pay(bill: Bill): void {
    const { block, paidOn, givenBack } = bill;
    const cashless = revenueOf(block);
    if (givenBack.net !== 0) {
      // Paid after all: what was given back was revenue of hours that expired.
      book(paidOn, givenBack.net, ['receivable', block], ['breakage', block], 'Expired unused', cashless);
      book(paidOn, givenBack.tax, ['receivable', block], ['tax', block], 'Tax', cashless);
      gone.set(block, 'breakage');
    }
    const amount = sumOf([bill.net, bill.tax, givenBack.net, givenBack.tax]);
    book(paidOn, amount, ['bank', block], ['receivable', block], 'Paid', cashless);
    Object.assign(bill, { net: noMoney, tax: noMoney });
  }

  function sold(date: CalendarDate, { block }: OpenBlock): void {
    payUntil(date);
    const on = bookedFrom(block, date);
    const [source, memo] = arrivalOf(block);
    const cashless = revenueOf(block);
    book(on, block.price, [source, block], ['deferred', block], memo, cashless);
    const tax = isBilled(block) ? block.tax : noMoney;
    book(on, tax, ['receivable', block], ['tax', block], 'Tax', cashless);
  }

  function drawn(date: CalendarDate, { block }: OpenBlock, worth: MinorUnits, from: TimeEntry | Block): void {
    payUntil(date);
    if ('kind' in from) draws.push({ block, worth, by: from });
    const [target, memo] = purposeOf(from, block);
    // A difference stands with the row that makes it.
    const isRow = 'kind' in from && from.currency === block.currency && target !== 'service';
    const to = [target, isRow ? from : block] as const;
    const on = bookedFrom(block, date);
    const owed = gone.get(block) === 'receivable' ? oweAgain(on, block, worth) : noMoney;
    book(on, owed, ['receivable', block], to, memo);
    book(on, minus(worth, owed), [gone.has(block) ? 'breakage' : 'deferred', block], to, memo);
  }

  /** Hours of an unpaid block that are drawn after they had expired: what was given back for them is owed again. */
  function oweAgain(date: CalendarDate, block: Block, worth: MinorUnits): MinorUnits {
    const bill = bills.get(block);
    if (!bill) return noMoney;
    const { net, tax } = takeOff(bill.givenBack, worth);
    bill.net = plus(bill.net, net);
    bill.tax = plus(bill.tax, tax);
    book(date, tax, ['receivable', block], ['tax', block], 'Tax', revenueOf(block));
    return net;
  }

  function expired(date: CalendarDate, open: OpenBlock): void {
    payUntil(date);
    const { block } = open;
    if (expiredHours === 'keep') return;
    const bill = bills.get(block);
    const [on, value] = [bookedFrom(block, date), deferredRevenue(open)];
    // With `wait` it comes into the books when it is paid, and never as a receivable.
    const isUnpaid = bill && bill.paidOn > date && unpaidBlocks === 'use';
    const back = isUnpaid ? takeOff(bill, value) : { net: noMoney, tax: noMoney };
    gone.set(block, back.net > 0 ? 'receivable' : 'breakage');
    const cashless = revenueOf(block);
    book(on, minus(value, back.net), ['deferred', block], ['breakage', block], 'Expired unused');
    book(on, back.net, ['deferred', block], ['receivable', block], 'Expired unused', cashless);
    book(on, back.tax, ['tax', block], ['receivable', block], 'Tax', cashless);
    if (bill) Object.assign(bill.givenBack, back);
  }

  function tookOut(date: CalendarDate, row: Block): void {
    payUntil(date);
    minusRow({ row, draws: draws.filter(({ by }) => by === row), blocks, bills, share: terms.tax }, book);
    draws = [];
  }

  return { sold, drawn, expired, tookOut, payUntil };
}

/** What a block's price is booked against. */
function arrivalOf({ kind }: Block): readonly [AccountRole, Memo] {
  if (kind === 'Opening') return ['opening', 'Brought forward'];
  if (kind === 'Correction') return ['service', 'Correction'];
  if (kind === 'Transfer') return ['differences', 'Transfer'];
  return ['receivable', kind === 'Overage invoice' ? 'Overage invoiced' : 'Sold'];
}

/** What the value that leaves a block becomes. */
function purposeOf(from: TimeEntry | Block, { kind }: Block): readonly [AccountRole, Memo] {
  if (kind === 'Overage invoice') return ['overage', 'Overage invoiced'];
  if (!('kind' in from)) return ['service', 'Work'];
  if (from.kind === 'Write-off') return ['badDebts', 'Written off'];
  if (from.kind === 'Refund' || from.kind === 'Transfer') return ['differences', from.kind];
  return ['service', from.kind === 'Opening' ? 'Brought forward' : 'Correction'];
}

/** Where an invoice of the firm's own accounting has put the money. */
function revenueOf({ kind }: Block): AccountRole {
  return kind === 'Overage invoice' ? 'overage' : 'service';
}
