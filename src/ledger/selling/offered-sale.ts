import { decimal, decimalNumber } from '../units/decimal';
import { amountNumber } from '../units/money';
import { seconds, secondsPerHour } from '../units/seconds';
import { offerAt, type PriceTerms } from './offer';
import { hoursInput } from './suggestions';

/** The size and the discount of an offer, as a person would type them. */
export interface OfferedSale {
  readonly hours: string;
  readonly discount: string;
}

const places = 10_000;
/** More was offered to nobody. */
const mostHours = 1e6;

/**
 * What a mail has offered, from the cells of its row: its price is kept, whatever the rate card says by now.
 *
 * Nothing where the cells hold no offer, or where no discount to four decimals gives its price.
 */
export function offeredSale(hours: unknown, price: unknown, terms: PriceTerms): OfferedSale | undefined {
  if (
    typeof hours !== 'number' ||
    typeof price !== 'number' ||
    !(hours > 0 && hours <= mostHours) ||
    price < 0
  )
    return undefined;
  const time = seconds(Math.round(hours * secondsPerHour));
  const off = Math.round((decimalNumber(terms.normalRate) - price / hours) * places) / places;
  if (off < 0) return undefined;
  const offer = offerAt(time, decimal(off), terms);
  const isItsPrice = amountNumber(offer.price, terms.currency) === price;
  return isItsPrice ? { hours: hoursInput(time), discount: String(off) } : undefined;
}
