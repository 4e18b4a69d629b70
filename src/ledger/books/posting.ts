import type { AccountRole } from '../model/accounts';
import type { Block } from '../model/block';
import type { CalendarDate } from '../units/calendar-date';
import type { Currency, MinorUnits } from '../units/money';

/** Why something was booked; it stands in the journal. */
export type Memo =
  | 'Sold'
  | 'Tax'
  | 'Paid'
  | 'Work'
  | 'Brought forward'
  | 'Correction'
  | 'Refund'
  | 'Transfer'
  | 'Overage invoiced'
  | 'Written off'
  | 'Expired unused';

/** One side of a posting: an account, and the block (or row of Blocks) by its number. */
export interface Side {
  readonly role: AccountRole;
  readonly block: string;
}

/** An amount that goes from one account to another on a date; below zero it goes the other way. */
export interface Posting {
  readonly date: CalendarDate;
  readonly currency: Currency;
  readonly amount: MinorUnits;
  readonly debit: Side;
  readonly credit: Side;
  /** The client's name. */
  readonly client: string;
  readonly memo: Memo;
  /** What takes the place of bank, receivables and tax where `Cash side` is `none`. */
  readonly cashless: AccountRole;
}

/** Writes a posting; a row that is not in the books yet has it written when it comes into them. */
export type Book = (
  date: CalendarDate,
  amount: MinorUnits,
  debit: readonly [AccountRole, Block],
  credit: readonly [AccountRole, Block],
  memo: Memo,
  cashless?: AccountRole,
) => void;
