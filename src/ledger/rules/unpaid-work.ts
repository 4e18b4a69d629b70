import { decimal } from '../units/decimal';
import { type Currency, type MinorUnits, moneyText, priceOf } from '../units/money';
import { hoursText, type Seconds } from '../units/seconds';
import { overageOf, type SettledClient } from './settle';

/** Work for a client that has never had a block: nothing was prepaid, so it is to be paid. */
export interface UnpaidWork {
  readonly hours: Seconds;
  /** At the client's normal rate. */
  readonly worth: MinorUnits;
  readonly currency: Currency;
  /** Of the first entry; 0 where it was archived. */
  readonly row: number;
}

/** Nothing where the client has had hours once, or was invoiced. */
export function unpaidWork(settled: SettledClient): UnpaidWork | undefined {
  const hours = overageOf(settled);
  if (hours <= 0 || settled.blocks.length > 0) return undefined;
  const { normalRate, currency } = settled.client.terms;
  const first = settled.entries.find(({ charged, entry }) => charged > 0 && entry.archived === undefined);
  const worth = priceOf(hours, normalRate, decimal(0), currency);
  return { hours, worth, currency, row: first?.entry.row ?? 0 };
}

/** For people: whose hours, how many, and what they are worth. */
export function unpaidText(name: string, { hours, worth, currency }: UnpaidWork): string {
  return `Hours to be paid: ${name} has no block and ${hoursText(hours)} of work (${moneyText(worth, currency)}).`;
}
