import type { Currency, MinorUnits } from '../units/money';
import type { Month } from '../units/month';

/** A line of a month's journal: the net amount of one account, client, block and reason. */
export interface JournalLine {
  readonly month: Month;
  readonly currency: Currency;
  readonly code: string;
  readonly account: string;
  /** Above zero it is a debit, below zero a credit. */
  readonly amount: MinorUnits;
  readonly client: string;
  readonly block: string;
  readonly memo: string;
}
