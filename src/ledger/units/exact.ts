/**
 * `a × b ÷ divisor` to the nearest whole number, half away from zero.
 *
 * Exact for every safe integer: the product may pass 2^53, and floating point would then lose cents.
 */
export function multiplyThenDivide(a: number, b: number, divisor: number): number {
  const product = a * b;
  if (Math.abs(product) <= Number.MAX_SAFE_INTEGER) return divideRounded(product, divisor);
  return Number(divideRoundedBig(BigInt(a) * BigInt(b), BigInt(divisor)));
}

/** `dividend ÷ divisor` of whole numbers, half away from zero; the divisor is above 0. */
function divideRounded(dividend: number, divisor: number): number {
  const magnitude = Math.abs(dividend);
  const rest = magnitude % divisor;
  const quotient = (magnitude - rest) / divisor + (rest >= divisor - rest ? 1 : 0);
  return dividend < 0 && quotient > 0 ? -quotient : quotient;
}

/** The same for whole numbers of any size. */
export function divideRoundedBig(dividend: bigint, divisor: bigint): bigint {
  const zero = BigInt(0);
  const magnitude = dividend < zero ? -dividend : dividend;
  const doubled = magnitude * BigInt(2) + divisor;
  const quotient = doubled / (divisor * BigInt(2));
  return dividend < zero ? -quotient : quotient;
}
