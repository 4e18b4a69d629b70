import type { Block } from '../model/block';
import type { Settings } from '../model/settings';
import { greater, lesser, minus } from '../units/amounts';
import { afterAllDates, type CalendarDate, later } from '../units/calendar-date';
import type { Decimal } from '../units/decimal';
import { amountOf, type MinorUnits, noMoney, portionOf, taxOn } from '../units/money';

/** What a client owes for one block, and what became of it. */
export interface Bill {
  readonly block: Block;
  /** From when on the block stands in the books; later than every date while it waits for its payment. */
  readonly bookedOn: CalendarDate;
  readonly paidOn: CalendarDate;
  /** Still to be paid, without tax. */
  net: MinorUnits;
  tax: MinorUnits;
  /** Of these, what was given back because the hours expired unpaid; a late payment brings it back. */
  readonly givenBack: { net: MinorUnits; tax: MinorUnits };
}

const notYet = afterAllDates;

/** Only what is sold on account has a bill; every other kind, and a price of 0, counts as paid. */
export function isBilled({ kind, price }: Pick<Block, 'kind' | 'price'>): boolean {
  return (kind === 'Purchase' || kind === 'Overage invoice') && price !== 0;
}

/** When a block begins to stand in the books: with `wait`, a purchase not before it is paid. */
export function bookingDate(block: Block, unpaid: Settings['unpaidBlocks']): CalendarDate {
  const waits = unpaid === 'wait' && block.kind === 'Purchase' && isBilled(block);
  return later(block.date, waits ? (block.paidOn ?? notYet) : block.date);
}

export function billOf(block: Block, unpaid: Settings['unpaidBlocks']): Bill {
  return {
    block,
    bookedOn: bookingDate(block, unpaid),
    paidOn: block.paidOn ?? notYet,
    net: block.price,
    tax: block.tax,
    givenBack: { net: noMoney, tax: noMoney },
  };
}

/** Takes up to `wanted` off what is owed, with the tax that goes with it, so that a cleared bill has none left. */
export function takeOff(
  bill: { net: MinorUnits; tax: MinorUnits },
  wanted: MinorUnits,
): { readonly net: MinorUnits; readonly tax: MinorUnits } {
  const net = greater(noMoney, lesser(bill.net, wanted));
  const tax = net === 0 ? noMoney : portionOf(bill.tax, net, bill.net);
  bill.net = minus(bill.net, net);
  bill.tax = minus(bill.tax, tax);
  return { net, tax };
}

/** Of a row's net amount: the tax as typed, else the client's share; only what is invoiced or given back is taxed. */
export function taxOfRow(
  { kind, typedTax, currency }: Pick<Block, 'kind' | 'typedTax' | 'currency'>,
  net: MinorUnits,
  share: Decimal,
): MinorUnits {
  if (kind !== 'Purchase' && kind !== 'Overage invoice' && kind !== 'Refund') return noMoney;
  return typedTax ? amountOf(typedTax, currency) : taxOn(net, share);
}
