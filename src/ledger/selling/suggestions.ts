import type { RateTier, Settings } from '../model/settings';
import { addMonths, type CalendarDate, later } from '../units/calendar-date';
import { type Decimal, decimal, decimalNumber, divideRoundedBig } from '../units/decimal';
import { clockText, hoursOf, type Seconds, seconds, secondsPerHour } from '../units/seconds';
import { cardDiscount, type Offer, offerOf, type PriceTerms } from './offer';
import type { TypedSale } from './typed-sale';

const usualSizes = [10, 20, 40];
/** Sold where the client never bought. */
export const usualHours = seconds(20 * secondsPerHour);

/** What blocks of other sizes would cost: those of the rate card, else the usual ones. */
export function otherOffers(terms: PriceTerms, rates: Pick<Settings, 'rateCards'>): readonly Offer[] {
  const tiers = rates.rateCards.get(terms.currency) ?? [];
  const sizes =
    tiers.length > 0
      ? tiers.map(({ hours }) => hours)
      : usualSizes.map(size => seconds(size * secondsPerHour));
  return sizes.map(size => offerOf(size, terms, rates));
}

/** The discount of the rate card as a field shows it; as a percentage to two decimals, which is what people say. */
export function suggestedDiscount(
  hours: Seconds,
  normalRate: Decimal,
  tiers: readonly RateTier[] | undefined,
  given: TypedSale['discountIn'],
): string {
  const discount = cardDiscount(hours, tiers);
  if (given !== 'percent') return decimalText(discount);
  return normalRate.digits === 0 ? '0' : decimalText(shareOfRate(discount, normalRate));
}

function shareOfRate(discount: Decimal, rate: Decimal): Decimal {
  const whole = BigInt(discount.digits) * tenTo(rate.scale + 4);
  const hundredths = divideRoundedBig(whole, BigInt(rate.digits) * tenTo(discount.scale));
  return decimal(Number(hundredths) / 100);
}

/** A decimal as it is typed. */
export function decimalText(value: Decimal): string {
  return decimalNumber(value).toFixed(Math.min(value.scale, 12));
}

/** Hours as they are typed: `20`, `7.5`, `1:40`. */
export function hoursInput(hours: Seconds): string {
  return hours % 36 === 0 ? String(hoursOf(hours)) : clockText(hours);
}

/** The last day of use that the buttons beside *Expires* choose. */
export function expiryIn(months: number, date: CalendarDate, starts: CalendarDate | undefined): CalendarDate {
  return addMonths(later(date, starts ?? date), months);
}

function tenTo(power: number): bigint {
  return BigInt(10) ** BigInt(power);
}
