import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Decimal, decimal } from '../../../src/ledger/units/decimal';
import {
  amountOf,
  type Currency,
  currencyDecimals,
  isCountable,
  moneyText,
  priceOf,
  shareOf,
  taxOn,
} from '../../../src/ledger/units/money';
import type { Seconds } from '../../../src/ledger/units/seconds';
import { cents, h, usd } from '../builders';

const [jpy, kwd, eur] = ['JPY' as Currency, 'KWD' as Currency, 'EUR' as Currency];
const none = decimal(0);

describe('amounts', () => {
  it('have cents, or none in yen, or thousandths in Kuwaiti dinars', () => {
    expect([usd, eur, jpy, kwd].map(currencyDecimals)).toEqual([2, 2, 0, 3]);
    expect(amountOf(decimal(12.345), usd)).toBe(1235);
    expect(amountOf(decimal(12.345), jpy)).toBe(12);
    expect(amountOf(decimal(12.345), kwd)).toBe(12_345);
  });

  it('round half a cent away from zero', () => {
    expect(amountOf(decimal(1.005), usd)).toBe(101);
    expect(amountOf(decimal(-1.005), usd)).toBe(-101);
    expect(amountOf(decimal(0.5), jpy)).toBe(1);
  });

  it('are written with their currency', () => {
    expect(moneyText(cents(121_500), usd)).toBe('$1,215.00');
    expect(moneyText(cents(1500), jpy)).toBe('¥1,500');
    expect(moneyText(cents(1500), kwd)).toBe('KWD\u00a01.500');
  });

  it('are countable up to ten million million minor units', () => {
    expect(isCountable(cents(1e13))).toBe(true);
    expect(isCountable(cents(-1e13 - 1))).toBe(false);
  });
});

describe('prices', () => {
  it('are hours × (normal rate − discount), rounded once', () => {
    expect(priceOf(h(20), decimal(100), decimal(10), usd)).toBe(180_000);
    // 1/3 h at 0.10: the rate less discount is never rounded, only the product.
    expect(priceOf(1200 as Seconds, decimal(0.1), none, usd)).toBe(3);
    expect(priceOf(h(3), decimal(33.335), decimal(0.0017), usd)).toBe(10_000);
  });

  it('are in yen and dinars what they are', () => {
    expect(priceOf(h(1.5), decimal(9999), none, jpy)).toBe(14_999);
    expect(priceOf(h(1.5), decimal(10.001), none, kwd)).toBe(15_002);
  });

  test('equal the same sum in fractions of any size', () => {
    const rates = fc.record({ digits: fc.nat(1e9), scale: fc.nat(6) });
    const currencies = fc.constantFrom(usd, jpy, kwd);
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        rates,
        rates,
        currencies,
        (time, rate, discount, currency) => {
          const scale = 10n ** 12n;
          const scaled = (each: Decimal) => BigInt(each.digits) * 10n ** BigInt(12 - each.scale);
          const minor = 10n ** BigInt(currencyDecimals(currency));
          const product = BigInt(time) * (scaled(rate) - scaled(discount)) * minor;
          const size = product < 0n ? -product : product;
          const by = 3600n * scale;
          const rounded = Number((size * 2n + by) / (by * 2n));
          expect(priceOf(time as Seconds, rate, discount, currency)).toBe(
            product < 0n ? 0 - rounded : rounded,
          );
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('shares of a price', () => {
  test('add up to the price, whatever the draws are', () => {
    const prices = fc.integer({ min: 0, max: 1e12 });
    const draws = fc.array(fc.integer({ min: 1, max: 1e7 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(prices, draws, (price, sizes) => {
        const bought = sizes.reduce((sum, size) => sum + size, 0) as Seconds;
        let drawn = 0;
        let worth = 0;
        for (const size of sizes) {
          const before = shareOf(cents(price), drawn as Seconds, bought);
          drawn += size;
          worth += shareOf(cents(price), drawn as Seconds, bought) - before;
        }
        expect(worth).toBe(price);
      }),
      { numRuns: 500 },
    );
  });
});

describe('tax', () => {
  it('is rounded to the minor unit', () => {
    expect(taxOn(cents(180_000), decimal(0.19))).toBe(34_200);
    expect(taxOn(cents(50), decimal(0.07))).toBe(4);
    expect(taxOn(cents(180_000), none)).toBe(0);
  });
});
