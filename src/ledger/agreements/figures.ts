import type { AgreementTerms } from '../rules/agreement-terms';
import { effectiveRate } from '../selling/offer';
import { greater, minus } from '../units/amounts';
import type { CalendarDate } from '../units/calendar-date';
import { type Decimal, decimal } from '../units/decimal';
import type { Language } from '../units/language';
import { type Currency, type MinorUnits, noMoney, priceOf } from '../units/money';
import { oneHour, type Seconds, secondsPerHour } from '../units/seconds';
import { localText, percentText } from '../words/local-text';

/** How figures of an agreement are written in its language. */
export interface AgreementText {
  readonly hours: (time: Seconds) => string;
  readonly money: (amount: MinorUnits) => string;
  readonly date: (date: CalendarDate) => string;
  readonly number: (value: number) => string;
  readonly percent: (share: Decimal) => string;
  readonly minutes: (time: Seconds) => string;
}

const hardSpace = '\u00a0';

export function agreementText(language: Language, currency: Currency): AgreementText {
  const local = localText(language);
  const number = (value: number) => (language === 'en' ? String(value) : String(value).replace('.', ','));
  return {
    // A figure and its unit stay on one line.
    hours: time => local.hours(time).replace(' ', hardSpace),
    money: amount => local.money(amount, currency).replace(/^-/, '−'),
    date: local.date,
    number,
    percent: share => percentText(language, share, 6),
    minutes: time => `${number(Number((time / 60).toFixed(2)))}${hardSpace}min`,
  };
}

const nothingOff = decimal(0);

/** What the price of a block is made of. */
export interface PriceParts {
  readonly normalRate: MinorUnits;
  readonly normalPrice: MinorUnits;
  /** Off the normal price; 0 where the block costs as much or more. */
  readonly discount: MinorUnits;
  /** Off each hour, and the price of one; nothing where they are no whole minor units. */
  readonly discountAnHour: MinorUnits | undefined;
  readonly prepaidRate: MinorUnits | undefined;
}

export function priceParts({ hours, normalRate, price, currency }: AgreementTerms): PriceParts {
  const normalPrice = priceOf(hours, normalRate, nothingOff, currency);
  const discount = greater(minus(normalPrice, price), noMoney);
  return {
    normalRate: priceOf(oneHour, normalRate, nothingOff, currency),
    normalPrice,
    discount,
    discountAnHour: exactRate(hours, discount),
    prepaidRate: exactRate(hours, price),
  };
}

function exactRate(hours: Seconds, price: MinorUnits): MinorUnits | undefined {
  const isExact = (BigInt(price) * BigInt(secondsPerHour)) % BigInt(hours) === BigInt(0);
  return isExact ? effectiveRate({ hours, price }) : undefined;
}
