import { readHours } from '../reading/hours';
import { readRate } from '../reading/terms';
import { take } from '../reading/typed-fields';
import { readShare } from '../reading/values';
import { isProblem } from '../sheet/cell';
import { compareDecimals, type Decimal, decimal, timesShare } from '../units/decimal';
import { isCountable } from '../units/money';
import type { Seconds } from '../units/seconds';
import { type Offer, offerAt, type PriceTerms } from './offer';
import type { Refuse, TypedSale } from './typed-sale';

/** What the typed figures come to. */
export interface Pricing {
  readonly hours: Seconds;
  /** Off an hour, however it was typed. */
  readonly discount: Decimal;
  /** With the normal rate as typed. */
  readonly terms: PriceTerms;
  readonly offer: Offer;
}

type TypedFigures = Pick<TypedSale, 'hours' | 'normalRate' | 'discount' | 'discountIn'>;

/** Prices the typed figures; a blank rate is the client's, a blank discount is none. */
export function readPricing(typed: TypedSale, buyer: PriceTerms, refuse: Refuse): Pricing | undefined {
  const hours = readSoldHours(typed, refuse);
  const normalRate = typed.normalRate.trim()
    ? take(typed, 'normalRate', 'Normal rate', readRate, refuse)
    : buyer.normalRate;
  const discount = normalRate && readDiscount(typed, normalRate, refuse);
  if (hours === undefined || !normalRate || !discount) return undefined;
  const terms = { ...buyer, normalRate };
  const offer = offerAt(hours, discount, terms);
  if (!isCountable(offer.normalPrice))
    return void refuse('hours', 'The price is too large to be counted. Check hours and rate.');
  return { hours, discount, terms, offer };
}

function readSoldHours(typed: TypedSale, refuse: Refuse): Seconds | undefined {
  const hours = take(typed, 'hours', 'Hours', readHours, refuse);
  if (typed.hours.trim() === '') return void refuse('hours', 'Type how many hours are sold, such as 20.');
  if (hours === undefined || hours > 0) return hours;
  return void refuse('hours', 'Hours must be above zero, such as 20.');
}

/** What comes off an hour; a percentage is of the normal rate. */
function readDiscount(typed: TypedFigures, normalRate: Decimal, refuse: Refuse): Decimal | undefined {
  const text = typed.discount.replace(/%\s*$/, '').trim();
  const isShare = typed.discountIn === 'percent' || text !== typed.discount.trim();
  if (text === '') return decimal(0);
  // With its sign: 1 alone would be read as the whole.
  const read = isShare ? readShare('Discount', `${text} %`) : readRate('Discount', text);
  if (read === undefined || isProblem(read)) {
    const mend = isShare ? 'Type a percentage from 0 to 100.' : 'Type a number such as 10, not below zero.';
    return void refuse('discount', read ? read.problem : mend);
  }
  const discount = isShare ? timesShare(normalRate, read) : read;
  if (compareDecimals(discount, normalRate) <= 0) return discount;
  return void refuse('discount', 'The discount is more than the normal rate. Correct one of them.');
}
