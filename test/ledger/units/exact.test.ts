import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decimal, decimalNumber, multiplyThenDivide, timesDecimal } from '../../../src/ledger/units/decimal';

/** The school rule in whole numbers of any size: half goes away from zero. */
function reference(a: number, b: number, divisor: number): number {
  const product = BigInt(a) * BigInt(b);
  const [size, by] = [product < 0n ? -product : product, BigInt(divisor)];
  const quotient = Number(size / by + ((size % by) * 2n >= by ? 1n : 0n));
  return product < 0n ? 0 - quotient : quotient;
}

const safe = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
const divisors = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

describe('multiplying and dividing', () => {
  test('is exact for every safe integer', () => {
    fc.assert(
      fc.property(safe, safe, divisors, (a, b, divisor) => {
        expect(multiplyThenDivide(a, b, divisor)).toBe(reference(a, b, divisor));
      }),
      { numRuns: 2000 },
    );
  });

  test('is exact where the product stays small', () => {
    const small = fc.integer({ min: -60_000, max: 60_000 });
    const by = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(small, small, by, (a, b, divisor) => {
        expect(multiplyThenDivide(a, b, divisor)).toBe(reference(a, b, divisor));
      }),
      { numRuns: 2000 },
    );
  });

  test('rounds every half away from zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 1, max: 1e9 }), (whole, by) => {
        const away = whole < 0 ? -1 : 1;
        const half = 2 * whole + away;
        expect(multiplyThenDivide(half, by, 2 * by)).toBe(whole + away);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [1, 1, 2, 1],
    [-1, 1, 2, -1],
    [1, 1, 3, 0],
    [-1, 1, 3, 0],
    [9_007_199_254_740_991, 9_007_199_254_740_991, 9_007_199_254_740_991, 9_007_199_254_740_991],
    [1_000_000_000_000, 71_999, 72_000, 999_986_111_111],
  ])('gives %d × %d ÷ %d = %d', (a, b, divisor, expected) => {
    expect(multiplyThenDivide(a, b, divisor)).toBe(expected);
  });

  it('gives a zero without a minus sign', () => {
    expect(Object.is(multiplyThenDivide(-1, 1, 3), 0)).toBe(true);
    expect(Object.is(multiplyThenDivide(-1, 1, Number.MAX_SAFE_INTEGER), 0)).toBe(true);
  });
});

describe('decimals', () => {
  it.each([
    [110, 110, 0],
    [12.5, 125, 1],
    [0.1 + 0.2, 3, 1],
    [110.00000000000001, 110, 0],
    [-0.045, -45, 3],
    [1e11, 100_000_000_000, 0],
    [0, 0, 0],
  ])('reads %d as it is seen: %d with %d places', (value, digits, scale) => {
    expect(decimal(value)).toEqual({ digits, scale });
  });

  it('takes what is smaller than any cell shows for nothing', () => {
    expect(decimalNumber(decimal(5e-324))).toBe(0);
    expect(timesDecimal(3600, decimal(4.94065645841247e-300))).toBe(0);
  });

  it('refuses what is no number', () => {
    expect(() => decimal(Number.NaN)).toThrow(RangeError);
    expect(() => decimal(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  test('stands for the 15 digits of any number', () => {
    const numbers = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(numbers, value => {
        const { digits, scale } = decimal(value);
        expect(Number.isSafeInteger(digits)).toBe(true);
        expect(scale).toBeLessThanOrEqual(20);
        expect(decimalNumber({ digits, scale })).toBeCloseTo(Number(value.toPrecision(15)), 4);
      }),
      { numRuns: 1000 },
    );
  });
});
