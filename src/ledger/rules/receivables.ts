import type { Block } from '../model/block';
import type { Settings } from '../model/settings';
import { greater, lesser, minus, plus } from '../units/amounts';
import { afterAllDates, type CalendarDate, earlier } from '../units/calendar-date';
import type { Decimal } from '../units/decimal';
import { amountOf, type MinorUnits, noMoney, portionOf, taxOn } from '../units/money';

/** An amount with its tax. */
export interface Taxed {
  net: MinorUnits;
  tax: MinorUnits;
}

/** What a client owes for one block, and what became of it; what is still to be paid is its own net and tax. */
export interface Bill extends Taxed {
  readonly block: Block;
  /** From when on the block stands in the books; later than every date while it waits for its payment. */
  readonly bookedOn: CalendarDate;
  isBooked: boolean;
  /** Given back because the hours expired unpaid; a late payment brings it back. */
  readonly givenBack: Taxed;
  /** Written off; what is paid of it all the same was no loss. */
  readonly lost: Taxed;
  /** Net amount that was given back in cash. */
  returned: MinorUnits;
}

/** Money that comes in for a block; without an amount all that is still to be paid. */
export interface Receipt {
  readonly date: CalendarDate;
  readonly amount: MinorUnits | undefined;
}

const notYet = afterAllDates;

/** Only what is sold on account has a bill; every other kind, and a price of 0, counts as paid. */
export function isBilled({ kind, price }: Pick<Block, 'kind' | 'price'>): boolean {
  return (kind === 'Purchase' || kind === 'Overage invoice') && price !== 0;
}

/** In the order of their days; what `Paid on` says comes last on its own. */
export function receiptsOf({ payments = [], paidOn }: Pick<Block, 'payments' | 'paidOn'>): Receipt[] {
  const parts: Receipt[] = [...payments].sort((a, b) => a.date - b.date);
  if (paidOn === undefined) return parts;
  const rest = { date: paidOn, amount: undefined };
  return [...parts.filter(({ date }) => date <= paidOn), rest, ...parts.filter(({ date }) => date > paidOn)];
}

/** The day from which on a block is paid in full: by its parts, or as typed in `Paid on`. */
export function paidInFull({
  price,
  tax,
  payments = [],
  paidOn,
}: Pick<Block, 'price' | 'tax' | 'payments' | 'paidOn'>): CalendarDate | undefined {
  let open: MinorUnits = plus(price, tax);
  for (const { date, amount } of receiptsOf({ payments, paidOn })) {
    open = amount === undefined ? noMoney : minus(open, amount);
    if (open <= 0) return date;
  }
  return undefined;
}

/**
 * When a block begins to stand in the books: on its date or, where that is earlier, with its first payment.
 *
 * With `wait` a purchase does not stand there before it.
 */
export function bookingDate(block: Block, unpaid: Settings['unpaidBlocks']): CalendarDate {
  if (!isBilled(block)) return block.date;
  const [first = { date: notYet }] = receiptsOf(block);
  return unpaid === 'wait' && block.kind === 'Purchase' ? first.date : earlier(block.date, first.date);
}

export function billOf(block: Block, unpaid: Settings['unpaidBlocks']): Bill {
  return {
    block,
    bookedOn: bookingDate(block, unpaid),
    isBooked: false,
    net: block.price,
    tax: block.tax,
    givenBack: { net: noMoney, tax: noMoney },
    lost: { net: noMoney, tax: noMoney },
    returned: noMoney,
  };
}

export function grossOf({ net, tax }: Taxed): MinorUnits {
  return plus(net, tax);
}

/** Takes up to `wanted`, tax and all, off an amount; net and tax in proportion, so that nothing is left of either. */
export function takeGross(owed: Taxed, wanted: MinorUnits): Readonly<Taxed> {
  const gross = grossOf(owed);
  const taken = greater(noMoney, lesser(gross, wanted));
  const net = taken === gross ? owed.net : portionOf(owed.net, taken, gross);
  const tax = minus(taken, net);
  owed.net = minus(owed.net, net);
  owed.tax = minus(owed.tax, tax);
  return { net, tax };
}

/** Takes up to `wanted` off what is owed, with the tax that goes with it, so that a cleared bill has none left. */
export function takeOff(bill: Taxed, wanted: MinorUnits): Readonly<Taxed> {
  const net = greater(noMoney, lesser(bill.net, wanted));
  const tax = net === 0 ? noMoney : portionOf(bill.tax, net, bill.net);
  bill.net = minus(bill.net, net);
  bill.tax = minus(bill.tax, tax);
  return { net, tax };
}

/** The tax of what is given back in cash for a block: its own, in proportion, over all that was given back so far. */
export function takeBackTax(bill: Bill, amount: MinorUnits): MinorUnits {
  const { block, returned } = bill;
  bill.returned = plus(returned, amount);
  const upTo = (net: MinorUnits) => portionOf(block.tax, net, block.price);
  return minus(upTo(bill.returned), upTo(returned));
}

/** Kinds whose price is taxed: `Tax` blank, it is the client's share when the block is sold. */
export function isTaxed({ kind }: Pick<Block, 'kind'>): boolean {
  return kind === 'Purchase' || kind === 'Overage invoice';
}

/** Of a row's net amount: the tax as it stands in the row, else the client's share. */
export function taxOfRow(
  { kind, typedTax, currency }: Pick<Block, 'kind' | 'typedTax' | 'currency'>,
  net: MinorUnits,
  share: Decimal,
): MinorUnits {
  // What leaves takes the tax of the blocks it comes from, which only the books know.
  const isLeaving = kind === 'Refund' || kind === 'Write-off';
  if (typedTax && (isLeaving || isTaxed({ kind }))) return amountOf(typedTax, currency);
  return isTaxed({ kind }) ? taxOn(net, share) : noMoney;
}
