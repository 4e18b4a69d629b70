import type { Branded } from './branded';
import { type Decimal, divideRoundedBig, multiplyThenDivide, timesDecimal } from './decimal';
import { remembering } from './groups';
import { type Seconds, secondsPerHour } from './seconds';

/** Whole minor units of one currency: cents, yen, fils. */
export type MinorUnits = Branded<number, 'MinorUnits'>;

/** A three-letter code such as `USD`. */
export type Currency = Branded<string, 'Currency'>;

/** For a number that is whole already. */
function units(whole: number): MinorUnits {
  return whole as MinorUnits;
}

export function minorUnits(value: number): MinorUnits {
  if (!Number.isInteger(value)) throw new RangeError(`Not whole minor units: ${value}`);
  return units(value);
}

export const noMoney = units(0);

/** Reads a code such as `USD`; nothing where it is none. */
export function currencyOf(code: string): Currency | undefined {
  return /^[A-Z]{3}$/.test(code) ? (code as Currency) : undefined;
}

/** Currencies whose decimals are not two (ISO 4217). */
const unusualDecimals: readonly [string, number][] = [
  ['BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF', 0],
  ['BHD IQD JOD KWD LYD OMR TND', 3],
  ['CLF UYW', 4],
];

export const currencyDecimals = remembering((currency: Currency): number => {
  const [, decimals = 2] = unusualDecimals.find(([codes]) => codes.includes(currency)) || [];
  return decimals;
});

/** Beyond this an amount is a slip of the hand; up to it hundreds of amounts add up exactly. */
const mostMoney = 1e13;

/** Whether an amount that was worked out from typed cells can be counted to the cent. */
export function isCountable(amount: MinorUnits): boolean {
  return Math.abs(amount) <= mostMoney;
}

/** An amount as typed, to the nearest minor unit, half away from zero. */
export function amountOf(typed: Decimal, currency: Currency): MinorUnits {
  return units(multiplyThenDivide(typed.digits, 10 ** currencyDecimals(currency), 10 ** typed.scale));
}

/** Whole and fractional currency units, as a cell shows them. */
export function amountNumber(amount: MinorUnits, currency: Currency): number {
  return amount / 10 ** currencyDecimals(currency);
}

/** Money as machines take it, with all its decimals and no mark for thousands: `1215.00`, `1500`, `-3.333`. */
export function plainAmount(amount: MinorUnits, currency: Currency): string {
  return amountNumber(amount, currency).toFixed(currencyDecimals(currency));
}

/** What `time` costs at `rate` an hour less `discount`: rates stay unrounded, the product is rounded once. */
export function priceOf(time: Seconds, rate: Decimal, discount: Decimal, currency: Currency): MinorUnits {
  const quick = safePrice(time, rate, discount, currency);
  if (quick !== undefined) return quick;
  const net = BigInt(rate.digits) * tenTo(discount.scale) - BigInt(discount.digits) * tenTo(rate.scale);
  const dividend = BigInt(time) * net * tenTo(currencyDecimals(currency));
  const divisor = BigInt(secondsPerHour) * tenTo(rate.scale + discount.scale);
  return units(Number(divideRoundedBig(dividend, divisor)));
}

/** The same without large numbers, where every step of it is exact; nothing where one may not be. */
function safePrice(
  time: Seconds,
  rate: Decimal,
  discount: Decimal,
  currency: Currency,
): MinorUnits | undefined {
  const normal = rate.digits * 10 ** discount.scale;
  const less = discount.digits * 10 ** rate.scale;
  const hourly = (normal - less) * 10 ** currencyDecimals(currency);
  const divisor = secondsPerHour * 10 ** (rate.scale + discount.scale);
  const isExact = [normal, less, hourly, 2 * divisor].every(Number.isSafeInteger);
  return isExact ? units(multiplyThenDivide(time, hourly, divisor)) : undefined;
}

/**
 * The part of `price` that `drawn` of `bought` is worth: V(s) = price × s / bought, rounded.
 *
 * Always of the running total, never of one draw, so that a used-up block is worth exactly its price.
 */
export function shareOf(price: MinorUnits, drawn: Seconds, bought: Seconds): MinorUnits {
  return units(multiplyThenDivide(price, drawn, bought));
}

/** The same part of one amount as `some` is of `all`. */
export function portionOf(amount: MinorUnits, some: MinorUnits, all: MinorUnits): MinorUnits {
  return units(multiplyThenDivide(amount, some, all));
}

/** What one hour costs where `time` costs `price`, to the nearest minor unit. */
export function hourlyPrice(price: MinorUnits, time: Seconds): MinorUnits {
  return units(multiplyThenDivide(price, secondsPerHour, time));
}

/** Tax on a net amount, to the nearest minor unit; `share` is 0.19 for 19 %. */
export function taxOn(net: MinorUnits, share: Decimal): MinorUnits {
  return units(timesDecimal(net, share));
}

/** Money for people: `$1,215.00`, `¥1,500`. */
export function moneyText(amount: MinorUnits, currency: Currency): string {
  const decimals = currencyDecimals(currency);
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return amountNumber(amount, currency).toLocaleString('en-US', { style: 'currency', currency, ...digits });
}

function tenTo(power: number): bigint {
  return BigInt(10) ** BigInt(power);
}
