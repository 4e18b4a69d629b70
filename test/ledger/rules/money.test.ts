import { describe, expect, it } from 'vitest';
import { type CurrencyFigures, moneyOf } from '../../../src/ledger/rules/money';
import { amountNumber } from '../../../src/ledger/units/money';
import { type Book, block, h, ledgerOf, type Row, settled, work } from '../builders';

const money = (book: Book, asOf?: string) => moneyOf(settled(book, 'Acme', asOf));
const figures = (book: Book, asOf?: string): Partial<CurrencyFigures> => money(book, asOf)[0] ?? {};
const price = (row: Row, clients: readonly Row[] = [{ Client: 'Acme' }]) =>
  ledgerOf({ clients, blocks: [row] }).blocks[0]?.price;
const cheap = { 'Discount / h': 10 };

describe('the price of a block', () => {
  it('is what is typed, else hours × (normal rate − discount)', () => {
    expect(price(block(20, cheap))).toBe(180_000);
    expect(price(block(20, { ...cheap, Price: 1500 }))).toBe(150_000);
    expect(price(block(20, { Price: 0 }))).toBe(0);
  });

  it('takes a blank rate from the client, then from Settings', () => {
    expect(price(block(10), [{ Client: 'Acme', 'Normal rate': 80 }])).toBe(80_000);
    expect(price(block(10, { 'Normal rate': 120 }), [{ Client: 'Acme', 'Normal rate': 80 }])).toBe(120_000);
    expect(price(block(10, { 'Normal rate': 0 }))).toBe(0);
  });

  it('is in the currency of the block, else of the client', () => {
    expect(price(block('1:30', { 'Normal rate': 9999 }), [{ Client: 'Acme', Currency: 'JPY' }])).toBe(14_999);
    expect(price(block('1:30', { 'Normal rate': 10.001, Currency: 'KWD' }))).toBe(15_002);
  });

  it.each<[string, Row, number]>([
    ['Goodwill', { Note: 'late' }, 0],
    ['Correction', { Note: 'slip' }, 0],
    ['Transfer', {}, 0],
    ['Overage invoice', cheap, 100_000],
    ['Opening', cheap, 90_000],
  ])('left blank is for %s what its kind says', (kind, more, expected) => {
    expect(price(block(10, { Kind: kind, ...more }))).toBe(expected);
  });

  it('of hours that a correction takes out is nothing: they earn what they are worth', () => {
    expect(price(block(-2, { Kind: 'Correction', Note: 'slip', Price: -100 }))).toBe(0);
  });

  it('of a refund is money that leaves, with whatever sign it was typed', () => {
    for (const typed of [-200, 200]) expect(price(block(-2, { Kind: 'Refund', Price: typed }))).toBe(-20_000);
  });

  it('of an incoming transfer is the amount typed on the other client’s row', () => {
    const out = block(-5, { Client: 'Bolt', Kind: 'Transfer', Reference: 'T7', Price: -450 });
    const blocks = [out, block(5, { Kind: 'Transfer', Reference: ' t7 ' })];
    expect(ledgerOf({ blocks }).blocks[1]?.price).toBe(45_000);
    expect(ledgerOf({ blocks: [...blocks].reverse() }).blocks[0]?.price).toBe(45_000);
    const typed = [out, block(5, { Kind: 'Transfer', Reference: 'T7', Price: 400 })];
    expect(ledgerOf({ blocks: typed }).blocks[1]?.price).toBe(40_000);
  });

  it('is never taken from a transfer in another currency', () => {
    const out = block(-5, {
      Client: 'Bolt',
      Kind: 'Transfer',
      Reference: 'T7',
      Price: -450,
      Currency: 'EUR',
    });
    const ledger = ledgerOf({
      clients: [{ Client: 'Acme' }, { Client: 'Bolt' }],
      blocks: [out, block(5, { Kind: 'Transfer', Reference: 'T7' })],
    });
    expect(ledger.blocks[1]?.price).toBe(0);
    expect(ledger.issues.map(({ message }) => message)).toEqual([
      'This transfer is in USD but row 2 is in EUR. Make both one currency.',
    ]);
  });
});

describe('value, earned and saved', () => {
  it('add up to the cent over any draws', () => {
    const book = {
      blocks: [block(3, { Price: 100 })],
      time: [1, 2, 3].map(each => work(`2026-02-0${each}`, 1)),
    };
    const earned = ['2026-02-01', '2026-02-02', '2026-02-03'].map(date => figures(book, date).earned);
    expect(earned).toEqual([3333, 6667, 10_000]);
    expect(figures(book)).toMatchObject({ value: 0, deferred: 0 });
  });

  it('count work and minus corrections as earned, and refunds not', () => {
    const blocks = (kind: string) => [
      block(10, cheap),
      block(-4, { Kind: kind, Note: 'why', Date: '2026-03-01' }),
    ];
    const time = [work('2026-02-01', 2)];
    expect(figures({ blocks: blocks('Correction'), time })).toMatchObject({
      earned: 54_000,
      value: 36_000,
      saved: 2000,
    });
    for (const kind of ['Refund', 'Transfer', 'Write-off']) {
      expect(figures({ blocks: blocks(kind), time })).toMatchObject({
        earned: 18_000,
        value: 36_000,
        saved: 2000,
      });
    }
  });

  it('count an overdraft brought forward as earned by the block that gives it back', () => {
    const blocks = [block(-3, { Kind: 'Opening' }), block(10, { ...cheap, Date: '2026-02-01' })];
    expect(figures({ blocks })).toMatchObject({ earned: 27_000, value: 63_000, saved: 0 });
  });

  it('leave an expired block out of the value, and never forget it', () => {
    const book = { blocks: [block(10, { ...cheap, Expires: '2026-03-31' })], time: [work('2026-02-01', 2)] };
    expect(figures(book, '2026-03-31')).toMatchObject({ value: 72_000, deferred: 72_000 });
    expect(figures(book, '2026-04-01')).toMatchObject({ value: 0, deferred: 72_000, earned: 18_000 });
  });

  it('leave a block that is not usable yet out of the value', () => {
    const book = { blocks: [block(10, { Starts: '2026-06-01' })] };
    expect(figures(book, '2026-05-31')).toMatchObject({ value: 0, deferred: 100_000 });
    expect(figures(book, '2025-12-31')).toEqual({});
  });

  it('count overage that a later block gave back at that block’s price', () => {
    const book = { blocks: [block(10, { ...cheap, Date: '2026-03-01' })], time: [work('2026-02-01', 2)] };
    expect(figures(book)).toMatchObject({ earned: 18_000, saved: 2000, value: 72_000 });
  });
});

describe('what the prepayment saved', () => {
  it.each([
    ['Purchase', 65],
    ['Opening', 65],
    ['Goodwill', 0],
    ['Correction', 0],
  ])('for work drawn from %s after 6.5 h is %d', (kind, saved) => {
    const book = {
      blocks: [block(20, { ...cheap, Kind: kind, Note: 'why' })],
      time: [work('2026-02-01', 6.5)],
    };
    expect(figures(book).saved).toBe(saved * 100);
  });

  it('for a transfer is by the amount that was moved', () => {
    const blocks = [block(20, { Kind: 'Transfer', Price: 1800 })];
    expect(figures({ blocks, time: [work('2026-02-01', 6.5)] }).saved).toBe(6500);
  });

  it('for an overage invoice is nothing, even below the normal rate', () => {
    const book = {
      blocks: [block(2, { Kind: 'Overage invoice', Price: 150, Date: '2026-03-01' })],
      time: [work('2026-02-01', 2)],
    };
    expect(figures(book)).toMatchObject({ saved: 0, earned: 15_000 });
  });

  it('is by the normal rate of the block, whatever the client’s rate is now', () => {
    const book = {
      clients: [{ Client: 'Acme', 'Normal rate': 300 }],
      blocks: [block(20, { ...cheap, 'Normal rate': 100 })],
      time: [work('2026-02-01', 1)],
    };
    expect(figures(book).saved).toBe(1000);
  });

  it('is the running total, rounded once a block, not once a draw', () => {
    const time = ['2026-02-01', '2026-02-02', '2026-02-03'].map(date => work(date, '0:00:20'));
    expect(figures({ blocks: [block(1, { Price: 50 })], time }).saved).toBe(84);
  });
});

describe('two currencies', () => {
  const blocks = [block(10, cheap), block(10, { Currency: 'EUR', Expires: '2026-12-31' })];

  it('are never added up: each has its own row', () => {
    const rows = money({ blocks, time: [work('2026-02-01', 12)] });
    expect(
      rows.map(({ currency, left, worked, value }) => [
        currency,
        left,
        worked,
        amountNumber(value, currency),
      ]),
    ).toEqual([
      ['USD', h(8), h(2), 720],
      ['EUR', h(0), h(10), 0],
    ]);
  });

  it('a block keeps the one in which it was sold', () => {
    expect(
      money({ clients: [{ Client: 'Acme', Currency: 'CHF' }], blocks }).map(({ currency }) => currency),
    ).toEqual(['CHF', 'EUR']);
  });
});
