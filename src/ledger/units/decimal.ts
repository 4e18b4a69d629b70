/** An exact decimal as a person types it (a rate, a discount, a multiplier, a share): `digits ÷ 10^scale`. */
export interface Decimal {
  readonly digits: number;
  readonly scale: number;
}

/** Powers of ten are exact up to 10^22, and a percentage adds two places. */
const finest = 20;

/**
 * The decimal that a person sees in a number cell.
 *
 * A cell's float carries 15 decimal digits truly; what stands behind them (110.00000000000001) is noise of
 * the float, not something that was typed.
 */
export function decimal(value: number): Decimal {
  // Most rates and prices are whole.
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return { digits: value + 0, scale: 0 };
  if (!Number.isFinite(value)) throw new RangeError(`Not a finite number: ${value}`);
  const match = /^(-?\d)\.(\d*?)0*e(.*)$/.exec(value.toExponential(14)) as RegExpExecArray;
  const [, whole = '', fraction = '', exponent] = match;
  const digits = Number(whole + fraction);
  const scale = fraction.length - Number(exponent);
  if (scale < 0) return { digits: digits * 10 ** -scale, scale: 0 };
  if (scale > finest) return { digits: Math.round(digits / 10 ** (scale - finest)), scale: finest };
  return { digits, scale };
}

export function decimalNumber(value: Decimal): number {
  return value.digits / 10 ** value.scale;
}

/** `whole × factor`, rounded to a whole number, half away from zero. */
export function timesDecimal(whole: number, factor: Decimal): number {
  // Most factors are 1, or whole: nothing is to be rounded, and + 0 makes −0 a 0.
  const product = whole * factor.digits;
  if (factor.scale === 0 && Number.isSafeInteger(product)) return product + 0;
  return multiplyThenDivide(whole, factor.digits, 10 ** factor.scale);
}

/** `value × share` in the fifteen digits that a cell keeps, so that what was worked out is what is read back. */
export function timesShare(value: Decimal, share: Decimal): Decimal {
  const digits = BigInt(value.digits) * BigInt(share.digits);
  return decimal(Number(digits) / 10 ** (value.scale + share.scale));
}

/** Below 0 where `a` is less than `b`, 0 where they are equal. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const ten = BigInt(10);
  const difference = BigInt(a.digits) * ten ** BigInt(b.scale) - BigInt(b.digits) * ten ** BigInt(a.scale);
  return Number(difference);
}

/**
 * `a × b ÷ divisor` to the nearest whole number, half away from zero.
 *
 * Exact for every safe integer: the product may pass 2^53, and floating point would then lose cents.
 */
export function multiplyThenDivide(a: number, b: number, divisor: number): number {
  const product = a * b;
  if (!Number.isSafeInteger(product)) return Number(divideRoundedBig(BigInt(a) * BigInt(b), BigInt(divisor)));
  const size = Math.abs(product);
  const rest = size % divisor;
  const quotient = (size - rest) / divisor + (rest * 2 >= divisor ? 1 : 0);
  return product < 0 ? 0 - quotient : quotient; // never −0
}

/** `dividend ÷ divisor` of whole numbers of any size, half away from zero; the divisor is above 0. */
export function divideRoundedBig(dividend: bigint, divisor: bigint): bigint {
  const zero = BigInt(0);
  const magnitude = dividend < zero ? -dividend : dividend;
  const doubled = magnitude * BigInt(2) + divisor;
  const quotient = doubled / (divisor * BigInt(2));
  return dividend < zero ? -quotient : quotient;
}
