import type { ClientTerms, RateTier, Settings } from '../model/settings';
import { greater, plus } from '../units/amounts';
import { type Decimal, decimal } from '../units/decimal';
import { hourlyPrice, type MinorUnits, noMoney, priceOf, taxOn } from '../units/money';
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

/** What is off an hour from how many hours on, by currency. */
export type RateCards = Pick<Settings, 'rateCards'>;

/** What a price depends on, besides the hours. */
export type PriceTerms = Pick<ClientTerms, 'normalRate' | 'currency' | 'tax'>;

const nothingOff = decimal(0);

/** Prices a block from the rate card of the client's currency: the largest tier that the hours reach. */
export function offerOf(hours: Seconds, terms: PriceTerms, { rateCards }: RateCards): Offer {
  return offerAt(hours, cardDiscount(hours, rateCards.get(terms.currency)), terms);
}

/** What comes off an hour by the rate card. */
export function cardDiscount(hours: Seconds, tiers: readonly RateTier[] = []): Decimal {
  return [...tiers].reverse().find(tier => hours >= tier.hours)?.discount ?? nothingOff;
}

/** Prices a block with so much off an hour. */
export function offerAt(hours: Seconds, discount: Decimal, terms: PriceTerms): Offer {
  const price = priceOf(hours, terms.normalRate, discount, terms.currency);
  return offerFor(hours, greater(price, noMoney), terms);
}

/** A block at a net price that stands. */
export function offerFor(
  hours: Seconds,
  price: MinorUnits,
  { normalRate, currency, tax }: PriceTerms,
): Offer {
  const taxed = taxOn(price, tax);
  const normalPrice = priceOf(hours, normalRate, nothingOff, currency);
  return { hours, price, normalPrice, tax: taxed, total: plus(price, taxed) };
}

/** Price ÷ hours, to the nearest minor unit. */
export function effectiveRate({ hours, price }: Pick<Offer, 'hours' | 'price'>): MinorUnits {
  return hourlyPrice(price, hours);
}
