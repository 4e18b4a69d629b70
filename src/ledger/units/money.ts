import type { Branded } from './branded';
import type { Decimal } from './decimal';
import { divideRoundedBig, multiplyThenDivide } from './exact';
import { type Seconds, secondsPerHour } from './seconds';

/** Whole minor units of one currency: cents, yen, fils. */
export type MinorUnits = Branded<number, 'MinorUnits'>;

/** A three-letter code such as `USD`. */
export type Currency = Branded<string, 'Currency'>;

export const noMoney = 0 as MinorUnits;

/** Decimals where they are not two (ISO 4217). */
const unusualDecimals: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLF: 4,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  UYW: 4,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

export function currencyDecimals(currency: Currency): number {
  return unusualDecimals[currency] ?? 2;
}

/** Beyond this an amount is a slip of the hand; up to it hundreds of amounts add up exactly. */
const mostMoney = 1e13;

/** Whether an amount that was worked out from typed cells can be counted to the cent. */
export function isCountable(amount: MinorUnits): boolean {
  return Math.abs(amount) <= mostMoney;
}

/** An amount as typed, to the nearest minor unit, half away from zero. */
export function amountOf(typed: Decimal, currency: Currency): MinorUnits {
  const units = BigInt(typed.digits) * tenTo(currencyDecimals(currency));
  return Number(divideRoundedBig(units, tenTo(typed.scale))) as MinorUnits;
}

/** Whole and fractional currency units, as a cell shows them. */
export function amountNumber(amount: MinorUnits, currency: Currency): number {
  return amount / 10 ** currencyDecimals(currency);
}

/** What `time` costs at `rate` an hour less `discount`: rates stay unrounded, the product is rounded once. */
export function priceOf(time: Seconds, rate: Decimal, discount: Decimal, currency: Currency): MinorUnits {
  const net = BigInt(rate.digits) * tenTo(discount.scale) - BigInt(discount.digits) * tenTo(rate.scale);
  const units = BigInt(time) * net * tenTo(currencyDecimals(currency));
  const divisor = BigInt(secondsPerHour) * tenTo(rate.scale + discount.scale);
  return Number(divideRoundedBig(units, divisor)) as MinorUnits;
}

/**
 * The part of `price` that `drawn` of `bought` is worth: V(s) = price × s / bought, rounded.
 *
 * Always of the running total, never of one draw, so that a used-up block is worth exactly its price.
 */
export function shareOf(price: MinorUnits, drawn: Seconds, bought: Seconds): MinorUnits {
  return multiplyThenDivide(price, drawn, bought) as MinorUnits;
}

/** Tax on a net amount, to the nearest minor unit; `share` is 0.19 for 19 %. */
export function taxOn(net: MinorUnits, share: Decimal): MinorUnits {
  return multiplyThenDivide(net, share.digits, 10 ** share.scale) as MinorUnits;
}

/** Money for people: `$1,215.00`, `¥1,500`. */
export function moneyText(amount: MinorUnits, currency: Currency): string {
  const decimals = currencyDecimals(currency);
  const format = {
    style: 'currency' as const,
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  };
  return new Intl.NumberFormat('en-US', format).format(amountNumber(amount, currency));
}

function tenTo(power: number): bigint {
  return BigInt(10) ** BigInt(power);
}
