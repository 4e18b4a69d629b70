/** What a mail has offered is a promise: the cell `Offers` of its row keeps it in words that read back exactly. */
import type { NoticeRow } from '../model/notice-row';
import { readHours } from '../reading/hours';
import { addDays, type CalendarDate, fromSheetSerial } from '../units/calendar-date';
import { decimal } from '../units/decimal';
import { amountNumber, amountOf, type Currency, currencyOf, type MinorUnits } from '../units/money';
import type { Seconds } from '../units/seconds';
import { type Offer, offerFor, offerOf, type PriceTerms, type RateCards } from './offer';
import type { RenewalOffers } from './renewal-sizes';
import { hoursInput } from './suggestions';

/** A size with the net price that was promised for it. */
export interface PromisedSize {
  readonly hours: Seconds;
  readonly price: MinorUnits;
  readonly currency: Currency;
}

/** For so many days a price holds, whatever the rate card says by then. */
const daysOfPromise = 30;

/** The last day on which what a mail has offered holds. */
export function promisedUntil(sentAt: number): CalendarDate {
  return addDays(fromSheetSerial(sentAt), daysOfPromise);
}

/** `20 h: 1800 USD; 10 h: 950 USD`, the size that is proposed first. */
export function promiseText({ main, others }: RenewalOffers, currency: Currency): string {
  return [main, ...others]
    .map(({ hours, price }) => `${hoursInput(hours)} h: ${amountNumber(price, currency)} ${currency}`)
    .join('; ');
}

const promisedSize = /^(\S{1,12}) h: (\d{1,12}(?:\.\d{1,4})?) ([A-Z]{3})$/;

/** Nothing where the cell holds no promise, for anybody may type there. */
export function readPromise(text: string): readonly PromisedSize[] {
  const sizes = text.split('; ').map(each => {
    const [, typed = '', amount = '', code = ''] = promisedSize.exec(each) || [];
    const [hours, currency] = [readHours('', typed), currencyOf(code)];
    if (typeof hours !== 'number' || hours <= 0 || !currency) return undefined;
    return { hours, price: amountOf(decimal(Number(amount)), currency), currency };
  });
  return sizes.every(each => each !== undefined) ? sizes : [];
}

type SentRow = Pick<NoticeRow, 'block' | 'state' | 'sentAt' | 'figures'>;

/**
 * The offers of a mail about a purchase of which its client was written to before: the same sizes, and for thirty days
 * the same prices.
 */
export function asPromised(
  offers: RenewalOffers,
  rows: readonly SentRow[],
  { block, asOf }: { readonly block: string; readonly asOf: CalendarDate },
  terms: PriceTerms,
  rates: RateCards,
): RenewalOffers {
  const told = rows
    .filter(row => row.state === 'Sent' && row.block.toUpperCase() === block.toUpperCase())
    .map(({ sentAt = 0, figures }) => ({
      age: asOf - fromSheetSerial(sentAt),
      sizes: readPromise(figures?.offers ?? '').filter(({ currency }) => currency === terms.currency),
    }))
    .filter(({ sizes }) => sizes.length > 0)
    .sort((a, b) => b.age - a.age);
  const standing = told.find(({ age }) => age <= daysOfPromise);
  const known = standing ?? told[told.length - 1];
  if (!known) return offers;
  const [main = offers.main, ...others] = known.sizes.map(
    ({ hours, price }): Offer => (standing ? offerFor(hours, price, terms) : offerOf(hours, terms, rates)),
  );
  return { main, others };
}
