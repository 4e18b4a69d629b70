import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offerFor, type PriceTerms } from '../../../src/ledger/selling/offer';
import { asPromised, promiseText, readPromise } from '../../../src/ledger/selling/promise';
import { toSheetSerial } from '../../../src/ledger/units/calendar-date';
import { type Currency, minorUnits } from '../../../src/ledger/units/money';
import { hoursOf, seconds } from '../../../src/ledger/units/seconds';
import { day, h, ledgerOf, usd } from '../builders';

const { settings } = ledgerOf({});
const terms: PriceTerms = { ...settings.terms, currency: usd };
const offered = (hours: number, price: number) => offerFor(h(hours), minorUnits(price), terms);
const now = { main: offered(20, 190_000), others: [offered(40, 360_000)] };

/** A mail about the purchase that went out on a day and offered something. */
function mail(sentOn: string, offers: string, block = 'b-0001') {
  const figures = { hoursLeft: 1, offerHours: 20, offerPrice: 1, offers, digest: '#1' } as const;
  return { block, state: 'Sent', sentAt: toSheetSerial(day(sentOn)) + 0.4, figures } as const;
}

const on = (date: string) => ({ block: 'B-0001', asOf: day(date) });

function pricesOf(rows: readonly ReturnType<typeof mail>[], date: string) {
  const { main, others } = asPromised(now, rows, on(date), terms, settings);
  return [main, ...others].map(({ hours, price }) => [hoursOf(hours), price]);
}

describe('what a mail has offered', () => {
  it('reads back as it was, whatever the sizes, prices and currencies', () => {
    const size = fc.record({ hours: fc.integer({ min: 1, max: 3_600_000 }), price: fc.nat(99_999_999) });
    const offers = fc.record({ main: size, others: fc.array(size, { maxLength: 3 }) });
    fc.assert(
      fc.property(offers, fc.constantFrom('USD', 'JPY', 'KWD'), ({ main, others }, code) => {
        const currency = code as Currency;
        const all = [main, ...others].map(({ hours, price }) =>
          offerFor(seconds(hours), minorUnits(price), { ...terms, currency }),
        );
        const [first = offered(1, 1), ...rest] = all;
        expect(readPromise(promiseText({ main: first, others: rest }, currency))).toEqual(
          all.map(({ hours, price }) => ({ hours, price, currency })),
        );
      }),
    );
  });

  it.each([
    '',
    '20 h',
    '20 h: 1800',
    '20 h: -5 USD',
    '20 h: 1800 USD; x',
    '=1',
    '20 h: 1800 US',
    'x h: 1 USD',
  ])('is nothing where the cell holds %j', text => expect(readPromise(text)).toEqual([]));

  it('holds for thirty days, though the rate card says something else by then', () => {
    const rows = [mail('2026-11-01', '20 h: 1800 USD; 10 h: 950 USD')];
    expect(pricesOf(rows, '2026-12-01')).toEqual([
      [20, 180_000],
      [10, 95_000],
    ]);
  });

  it('keeps its sizes after that, at the price of the day', () => {
    const rows = [mail('2026-11-01', '20 h: 1700 USD; 10 h: 900 USD')];
    expect(pricesOf(rows, '2026-12-02')).toEqual([
      [20, 180_000],
      [10, 95_000],
    ]);
  });

  it('is that of the oldest mail which still holds', () => {
    const rows = [
      mail('2026-11-20', '40 h: 3000 USD'),
      mail('2026-11-05', '20 h: 1600 USD'),
      mail('2026-10-01', '10 h: 1 USD'),
    ];
    expect(pricesOf(rows, '2026-12-01')).toEqual([[20, 160_000]]);
  });

  it('is no promise of another block, another currency, or a mail that never left', () => {
    const usual = [
      [20, 190_000],
      [40, 360_000],
    ];
    expect(pricesOf([mail('2026-11-20', '20 h: 1 USD', 'B-0002')], '2026-12-01')).toEqual(usual);
    expect(pricesOf([mail('2026-11-20', '20 h: 1 EUR')], '2026-12-01')).toEqual(usual);
    const held = { ...mail('2026-11-20', '20 h: 1 USD'), state: 'Held' } as unknown as ReturnType<
      typeof mail
    >;
    expect(pricesOf([held], '2026-12-01')).toEqual(usual);
  });
});
