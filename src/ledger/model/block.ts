import type { CalendarDate } from '../units/calendar-date';
import type { Decimal } from '../units/decimal';
import type { Currency, MinorUnits } from '../units/money';
import type { Seconds } from '../units/seconds';

export const kinds = [
  'Purchase',
  'Opening',
  'Goodwill',
  'Correction',
  'Refund',
  'Transfer',
  'Overage invoice',
  'Write-off',
  'Payment',
] as const;
export type Kind = (typeof kinds)[number];
/** What may stand in Kind; a row that is an offer is no block until that is cleared. */
export const kindWords = [...kinds, 'Offer'] as const;

/** Money that a row of kind Payment brings for a block: a part of its price and tax, or all of it. */
export interface Payment {
  /** In Blocks. */
  readonly row: number;
  readonly date: CalendarDate;
  /** With tax, as the bank shows it. */
  readonly amount: MinorUnits;
}

/** The other row of a transfer whose amounts are equal, so that value moves and no difference comes about. */
interface OtherRow {
  readonly number: string;
  readonly date: CalendarDate;
  readonly currency: Currency;
  /** Its client's name. */
  readonly client: string;
}

/** A row of Blocks: prepaid time bought for a price, or (minus hours) time taken out again. */
export interface Block {
  /** Its stable number, `B-0001`. */
  readonly number: string;
  /** Draw order among equals. */
  readonly order: number;
  readonly row: number;
  readonly clientKey: string;
  readonly date: CalendarDate;
  /** Bought; below zero for a row that takes time out. */
  readonly hours: Seconds;
  readonly kind: Kind;
  readonly normalRate: Decimal;
  /** Net. */
  readonly price: MinorUnits;
  /** Added to the price; no figure in a cell depends on it. */
  readonly tax: MinorUnits;
  readonly currency: Currency;
  readonly starts: CalendarDate | undefined;
  readonly expires: CalendarDate | undefined;
  /** Paid in full from this day on: as typed, or by its payments. */
  readonly paidOn: CalendarDate | undefined;
  /** By rows of kind Payment; what is left of it is paid on the day that was typed in `Paid on`, if any. */
  readonly payments?: readonly Payment[];
  readonly reference: string;
  /** As typed, where `price` was not worked out. */
  readonly typedPrice?: Decimal | undefined;
  /** As it stands in `Tax`; blank until a run has written in the client's share of the price. */
  readonly typedTax?: Decimal | undefined;
  /** What stands in `Paid on` and is no day; then the block counts as unpaid. */
  readonly paidUnread?: string | undefined;
  /** A Refund or Transfer without an amount: it is worth what its hours draw, which the next run writes in. */
  readonly pricedByDraw?: true;
  readonly movedWith?: OtherRow;
  /** A row for each further period is written by the daily run. */
  readonly repeats?: (typeof repeatWords)[number] | undefined;
}

export const repeatWords = ['monthly', 'quarterly', 'yearly'] as const;

/** `B-0001/2026-03` of a period of a block that repeats, and `B-0001/2026-02 carried over` of hours that it leaves. */
const periodPattern = /^(.+)\/\d{4}-\d\d( carried over)?$/i;

/** The block that a row is a period of, by its number; a row that is none is its own. */
export function seriesOf({ number, reference }: Pick<Block, 'number' | 'reference'>): string {
  return (periodPattern.exec(reference)?.[1] ?? number).toUpperCase();
}

/** A row that was written because a block repeats. */
export function isPeriod(block: Pick<Block, 'number' | 'reference'>): boolean {
  return seriesOf(block) !== block.number.toUpperCase();
}

/** Hours that a period leaves come out of its own blocks only. */
export function isCarriedOver({ kind, reference }: Pick<Block, 'kind' | 'reference'>): boolean {
  return kind === 'Transfer' && periodPattern.exec(reference)?.[2] !== undefined;
}

/** What arms a client's notices anew. */
export function isPurchase(block: Block): boolean {
  return (
    block.hours > 0 && (block.kind === 'Purchase' || block.kind === 'Opening' || block.kind === 'Transfer')
  );
}

const numberPattern = /^B-(\d{1,9})$/i;

/** The count in `B-0042`, or nothing where the text is not a block number. */
export function blockCount(text: string): number | undefined {
  const match = numberPattern.exec(text.trim());
  return match ? Number(match[1]) : undefined;
}

export function blockNumber(count: number): string {
  return `B-${String(count).padStart(4, '0')}`;
}

/** Only hours that were sold have an agreement; that of a block that repeats holds for its periods. */
export function hasAgreement(block: Pick<Block, 'kind' | 'number' | 'reference'>): boolean {
  return block.kind === 'Purchase' && !isPeriod(block);
}

/**
 * `later`: not sold yet; `sold`: not usable yet; `lapsed`: its last day went by before it was usable, so nothing has
 * expired; `invoice`: covers overage and nothing else.
 */
export type BlockUse = 'later' | 'sold' | 'usable' | 'expired' | 'lapsed' | 'invoice';

/** Where the hours that leave a block go. */
export type Purpose = 'work' | 'correction' | 'removal';
