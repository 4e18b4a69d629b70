import type { ClientTerms, Settings } from '../settings';
import { decimal } from '../units/decimal';
import { type MinorUnits, priceOf, taxOn } from '../units/money';
import type { Seconds } from '../units/seconds';

/** What a new block would cost a client. */
export interface Offer {
  readonly hours: Seconds;
  readonly price: MinorUnits;
  /** The same hours without prepayment. */
  readonly normalPrice: MinorUnits;
  readonly tax: MinorUnits;
  readonly total: MinorUnits;
}

/** Prices a block from the rate card of the client's currency: the largest tier that the hours reach. */
export function offerOf(hours: Seconds, terms: ClientTerms, settings: Pick<Settings, 'rateCards'>): Offer {
  const tiers = settings.rateCards.get(terms.currency) ?? [];
  const discount = [...tiers].reverse().find(tier => hours >= tier.hours)?.discount ?? decimal(0);
  const normalPrice = priceOf(hours, terms.normalRate, decimal(0), terms.currency);
  const discounted = priceOf(hours, terms.normalRate, discount, terms.currency);
  const price = Math.max(discounted, 0) as MinorUnits;
  const tax = taxOn(price, terms.tax);
  return { hours, price, normalPrice, tax, total: (price + tax) as MinorUnits };
}
