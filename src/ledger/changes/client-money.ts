import type { Block } from '../block';
import { moneyOf } from '../reports/money';
import { drawnValue } from '../rules/drawn-price';
import type { SettledClient } from '../rules/settle';
import type { Currency } from '../units/money';

/** Where a client's money stands in one currency, net of tax and in minor units. */
export interface ClientMoney {
  readonly currency: Currency;
  /** Money received, less what was given back. */
  cash: number;
  /** Sold and not paid yet. */
  receivable: number;
  /** Brought forward from before this workbook. */
  opening: number;
  /** Value of hours that came from other clients, less what went to them. */
  moved: number;
  /** Receivables that will not be paid, less the hours that left with them. */
  badDebts: number;
  /** Earned by work and corrections, with what refunds were below or above the value of their hours. */
  revenue: number;
  deferred: number;
}

/** What is still to be paid of a sold block. */
interface Receivable {
  readonly block: Block;
  open: number;
}

const nothing = { cash: 0, receivable: 0, opening: 0, moved: 0, badDebts: 0, revenue: 0, deferred: 0 };

/**
 * Follows the money of a settled client: sales to receivables on their date and to cash when they are paid, refunds
 * from what is unpaid first and then from cash.
 */
export function clientMoney(settled: SettledClient, unpaidBlocks: 'use' | 'wait'): ClientMoney[] {
  const sums = new Map<Currency, ClientMoney>();
  const sumIn = (currency: Currency): ClientMoney => {
    const sum = sums.get(currency) || { currency, ...nothing };
    sums.set(currency, sum);
    return sum;
  };
  for (const { currency, deferred, earned } of moneyOf(settled)) {
    const sum = sumIn(currency);
    sum.deferred += deferred;
    sum.revenue += earned;
  }
  const receivables: Receivable[] = [];
  for (const { block, isPayment } of eventsOf(settled, unpaidBlocks)) {
    const sum = sumIn(block.currency);
    const worth = drawnBy(block, settled);
    if (isPayment) pay(sum, receivables, block);
    else if (block.hours > 0) putIn(sum, receivables, block);
    else takeOut(sum, receivables, block, worth);
  }
  return [...sums.values()];
}

interface MoneyEvent {
  readonly date: number;
  /** Within a day: what is sold, what is paid, what is taken out. */
  readonly place: number;
  readonly block: Block;
  readonly isPayment: boolean;
}

/** With `wait` a sale is nothing before it is paid. */
function eventsOf({ blocks, asOf }: SettledClient, unpaidBlocks: 'use' | 'wait'): MoneyEvent[] {
  const events = blocks.flatMap((block): MoneyEvent[] => {
    const { date, kind, hours, price, paidOn = Number.POSITIVE_INFINITY } = block;
    if (hours < 0) return [{ date, place: 2, block, isPayment: false }];
    const isSale = (kind === 'Purchase' || kind === 'Overage invoice') && price !== 0;
    const paid = Math.max(date, paidOn);
    const waits = isSale && unpaidBlocks === 'wait' && kind === 'Purchase';
    const row = { date: waits ? paid : date, place: 0, block, isPayment: false };
    return isSale ? [row, { date: paid, place: 1, block, isPayment: true }] : [row];
  });
  const upTo = events.filter(({ date }) => date <= asOf);
  return upTo.sort((a, b) => a.date - b.date || a.place - b.place || a.block.order - b.block.order);
}

function drawnBy(block: Block, { account }: SettledClient): number {
  const taking = account.takings.get(block);
  return (taking && drawnValue(taking, block)) || 0;
}

function putIn(sum: ClientMoney, receivables: Receivable[], block: Block): void {
  const { kind, price } = block;
  if (kind === 'Opening') sum.opening += price;
  else if (kind === 'Transfer') sum.moved += price;
  else if (kind === 'Correction') sum.revenue -= price;
  else {
    receivables.push({ block, open: price });
    sum.receivable += price;
  }
}

function pay(sum: ClientMoney, receivables: readonly Receivable[], block: Block): void {
  const paid = receivables.find(each => each.block === block);
  if (!paid) return;
  sum.receivable -= paid.open;
  sum.cash += paid.open;
  paid.open = 0;
}

/** `worth` is the value of the hours that left; what a refund is below or above it is revenue. */
function takeOut(sum: ClientMoney, receivables: readonly Receivable[], block: Block, worth: number): void {
  const { kind, price, pricedByDraw } = block;
  const amount = pricedByDraw ? worth : 0 - price;
  if (kind === 'Opening') sum.opening += price;
  else if (kind === 'Transfer') {
    sum.moved -= amount;
    sum.revenue += worth - amount;
  } else if (kind === 'Refund') {
    const unpaid = takeBack(receivables, block, amount);
    sum.receivable -= unpaid;
    sum.cash -= amount - unpaid;
    sum.revenue += worth - amount;
  } else if (kind === 'Write-off') {
    const lost = takeBack(receivables, block, price === 0 ? Number.POSITIVE_INFINITY : Math.abs(price));
    sum.receivable -= lost;
    sum.badDebts += lost - worth;
  }
}

/** Lessens what is unpaid, of the block that Reference names or oldest first; gives by how much. */
function takeBack(
  receivables: readonly Receivable[],
  { reference, currency }: Block,
  amount: number,
): number {
  const isNamed = ({ block }: Receivable) => block.number.toUpperCase() === reference.toUpperCase();
  const own = receivables.filter(({ block }) => block.currency === currency);
  const named = own.filter(isNamed);
  let taken = 0;
  for (const each of named.length > 0 ? named : own) {
    const part = Math.max(Math.min(each.open, amount - taken), 0);
    each.open -= part;
    taken += part;
  }
  return taken;
}
