import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Buyer, isSale, readSale } from '../../../src/ledger/selling/read-sale';
import type { TypedSale } from '../../../src/ledger/selling/typed-sale';
import { decimal, decimalNumber } from '../../../src/ledger/units/decimal';
import { type Currency, priceOf, taxOn } from '../../../src/ledger/units/money';
import { hoursOf } from '../../../src/ledger/units/seconds';
import { block, day, h, ledgerOf, usd } from '../builders';

const terms = { normalRate: decimal(100), currency: usd, tax: decimal(0) };
const buyers: readonly Buyer[] = [
  { name: 'Acme', terms },
  { name: 'Beta', terms, problem: 'Clients row 3: Normal rate "a lot" cannot be read.' },
];
const sensible: TypedSale = {
  client: 'acme ',
  hours: '20',
  normalRate: '',
  discount: '10',
  discountIn: 'an hour',
  date: '2026-11-23',
  starts: '',
  expires: '',
  repeats: '',
  carryOver: '',
  paidOn: '',
  reference: '',
  note: '',
};
const read = (change: Partial<TypedSale>) => readSale({ ...sensible, ...change }, { clients: buyers, terms });
const sale = (change: Partial<TypedSale> = {}) => {
  const found = read(change);
  if (!isSale(found)) throw new Error(found.map(({ message }) => message).join(' '));
  return found;
};

describe('a sale as typed', () => {
  it('is priced as the worked example', () => {
    expect(sale()).toMatchObject({
      client: 'Acme',
      hours: h(20),
      discount: decimal(10),
      offer: { price: 180_000, normalPrice: 200_000 },
      date: day('2026-11-23'),
      starts: undefined,
      paidOn: undefined,
    });
  });

  it('ends its first period where it repeats, unless another end was typed', () => {
    const end = (change: Partial<TypedSale>) => sale({ repeats: 'monthly', ...change }).expires;
    expect(end({})).toBe(day('2026-12-22'));
    expect(end({ repeats: 'Yearly', starts: '2026-12-01' })).toBe(day('2027-11-30'));
    expect(end({ expires: '2027-01-31' })).toBe(day('2027-01-31'));
    expect(sale({ repeats: 'monthly', carryOver: 'All' })).toMatchObject({
      repeats: 'monthly',
      carryOver: 'all',
    });
  });

  it('takes hours and money however people type them', () => {
    expect(sale({ hours: '1h 30m' }).offer.price).toBe(13_500);
    expect(sale({ hours: '7:20' }).offer.price).toBe(66_000);
    expect(sale({ normalRate: '99,50', discount: '9,5' }).offer.price).toBe(180_000);
    expect(sale({ discount: '' }).offer.price).toBe(200_000);
  });

  it('takes a percentage of the normal rate', () => {
    expect(sale({ discount: '10', discountIn: 'percent' }).discount).toEqual(decimal(10));
    expect(sale({ discount: '1', discountIn: 'percent' }).offer.price).toBe(198_000);
    expect(sale({ discount: '12.5 %' }).discount).toEqual(decimal(12.5));
    expect(sale({ discount: '33.3', discountIn: 'percent', normalRate: '99.99' }).discount).toEqual(
      decimal(33.29667),
    );
  });

  it.each<[string, Partial<TypedSale>, string, string]>([
    ['no client', { client: ' ' }, 'client', 'Choose the client.'],
    ['a slip in the name', { client: 'Acmee' }, 'client', '“Acmee” is not in Clients.'],
    ['a client whose row is broken', { client: 'Beta' }, 'client', 'Clients row 3: Normal rate'],
    [
      'hours to carry over where nothing repeats',
      { carryOver: '5' },
      'carryOver',
      'Only a block that repeats',
    ],
    ['words for them', { repeats: 'monthly', carryOver: 'some' }, 'carryOver', 'Carry over (h) “some”'],
    ['another word', { repeats: 'weekly' }, 'repeats', 'Repeats "weekly" cannot be read.'],
    ['no hours', { hours: '' }, 'hours', 'Type how many hours are sold'],
    ['hours below zero', { hours: '-5' }, 'hours', 'Hours must be above zero'],
    ['words for hours', { hours: 'many' }, 'hours', 'Hours "many" cannot be read.'],
    ['a price beyond all counting', { hours: '900000', normalRate: '999999999' }, 'hours', 'too large'],
    ['words for a rate', { normalRate: 'x' }, 'normalRate', 'Normal rate "x" cannot be read.'],
    ['thousands', { normalRate: '1,800' }, 'normalRate', 'without a mark for thousands'],
    ['more off than the rate', { discount: '100.01' }, 'discount', 'more than the normal rate'],
    ['more off than all', { discount: '101', discountIn: 'percent' }, 'discount', 'cannot be read'],
    ['a discount below zero', { discount: '-1' }, 'discount', 'cannot be read'],
    ['no day', { date: '' }, 'date', 'Type the day of the sale.'],
    ['a day that is none', { starts: '2026-02-30' }, 'starts', 'Starts "2026-02-30" cannot be read.'],
    ['an end before the sale', { expires: '2026-11-22' }, 'expires', 'expire before'],
    ['an end before the start', { starts: '2027-01-02', expires: '2027-01-01' }, 'expires', 'expire before'],
    ['a day of payment that is none', { paidOn: 'soon' }, 'paidOn', 'Paid on "soon" cannot be read.'],
    ['a novel', { note: 'x'.repeat(501) }, 'note', 'Shorten it'],
  ])('refuses %s beside its field', (_, change, field, message) => {
    expect(read(change)).toEqual([{ field, message: expect.stringContaining(message) }]);
  });

  it('names every field to mend, in the order of the page', () => {
    const found = read({ note: 'x'.repeat(501), hours: '', date: '', client: '' });
    expect(isSale(found) || found.map(({ field }) => field)).toEqual(['client', 'hours', 'date', 'note']);
  });

  it('may end on the day it is sold, for both ends are included', () => {
    expect(sale({ expires: '2026-11-23' }).expires).toBe(day('2026-11-23'));
  });
});

/** Texts of money with up to three decimals. */
const amount = (most: number) => fc.nat(most * 1000).map(thousandths => String(thousandths / 1000));

test('the total is net + tax to the cent, and the ledger reads the written row back at the shown price', () => {
  const currencies = fc.constantFrom('USD', 'JPY', 'KWD');
  fc.assert(
    fc.property(
      fc.integer({ min: 36, max: 3_600_000 }),
      amount(500),
      amount(100),
      fc.boolean(),
      fc.nat(30),
      currencies,
      (time, normalRate, discount, inPercent, tax, currency) => {
        const buyer = {
          name: 'Acme',
          terms: { ...terms, currency: currency as Currency, tax: decimal(tax / 100) },
        };
        const hours = `${Math.floor(time / 3600)}h ${Math.floor((time % 3600) / 60)}m ${time % 60}s`;
        const typed = { ...sensible, hours, normalRate, discount };
        const found = readSale(
          { ...typed, discountIn: inPercent ? 'percent' : 'an hour' },
          { clients: [buyer], terms },
        );
        fc.pre(isSale(found));
        if (!isSale(found)) return;
        const { offer } = found;

        expect(offer.tax).toBe(taxOn(offer.price, buyer.terms.tax));
        expect(offer.total).toBe(offer.price + offer.tax);
        const row = block(hoursOf(found.hours), {
          'Normal rate': decimalNumber(found.terms.normalRate),
          'Discount / h': decimalNumber(found.discount),
          Currency: currency,
        });
        const [written] = ledgerOf({ blocks: [row] }).blocks;
        expect([written?.price, written?.hours]).toEqual([offer.price, found.hours]);
        expect(priceOf(found.hours, found.terms.normalRate, found.discount, found.terms.currency)).toBe(
          offer.price,
        );
      },
    ),
  );
});
