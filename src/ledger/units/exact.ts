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
