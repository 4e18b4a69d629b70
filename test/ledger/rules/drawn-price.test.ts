import { describe, expect, it } from 'vitest';
import { drawnPrices } from '../../../src/ledger/rules/money';
import { type Book, block, ledgerOf, type Row, work } from '../builders';

const clients = [{ Client: 'Acme' }, { Client: 'Bolt' }];
const cheap = { 'Discount / h': 10 };
const refund = (hours: number, more: Row = {}) =>
  block(hours, { Kind: 'Refund', Date: '2026-03-01', ...more });
const out = (hours: number, more: Row = {}) =>
  block(-hours, { Kind: 'Transfer', Date: '2026-03-01', Reference: 'T1', ...more });
const into = (hours: number, more: Row = {}) =>
  block(hours, { Kind: 'Transfer', Date: '2026-03-01', Client: 'Bolt', Reference: 'T1', ...more });
const prices = (book: Book) =>
  drawnPrices(ledgerOf({ clients, ...book })).map(({ block: { row }, price }) => [row, price]);

describe('a refund without an amount', () => {
  it('is worth what its hours draw', () => {
    expect(prices({ blocks: [block(20, cheap), refund(-5)] })).toEqual([[3, -45_000]]);
  });

  it('is worth the difference it makes to its block’s running total, to the cent', () => {
    const blocks = [block(3, { Price: 100 }), refund(-1), refund(-1), refund(-1)];
    expect(prices({ blocks }).map(([, price]) => price)).toEqual([-3333, -3334, -3333]);
  });

  it('draws from the block that Reference names, expired or not', () => {
    const blocks = [
      block(4, { ...cheap, Expires: '2026-02-01' }),
      block(10),
      refund(-2, { Reference: 'B-0001' }),
    ];
    expect(prices({ blocks })).toEqual([[4, -18_000]]);
  });

  it('keeps the amount that stands in its cell, whatever a later replay makes of it', () => {
    expect(prices({ blocks: [block(20, cheap), refund(-5, { Price: -10 })] })).toEqual([]);
  });

  it('waits while its hours are not covered, its client has a broken row, or its day has not come', () => {
    expect(prices({ blocks: [block(2), refund(-5)] })).toEqual([]);
    expect(prices({ blocks: [block(20), refund(-5)], time: [work('2026-02-01', 'abc')] })).toEqual([]);
    expect(prices({ blocks: [block(20), refund(-5, { Date: '2027-03-01' })] })).toEqual([]);
  });

  it('of hours in another currency is not known', () => {
    expect(prices({ blocks: [block(20, { Currency: 'EUR' }), refund(-5)] })).toEqual([]);
  });
});

describe('a transfer without an amount', () => {
  it('on either row is worth what its hours draw, on both rows', () => {
    expect(prices({ blocks: [block(20, cheap), out(5), into(5)] })).toEqual([
      [3, -45_000],
      [4, 45_000],
    ]);
  });

  it('takes the amount that stands on the other row, whichever it is', () => {
    const [, leaves, arrives] = ledgerOf({
      clients,
      blocks: [block(20, cheap), out(5), into(5, { Price: 400 })],
    }).blocks;
    expect([leaves?.price, arrives?.price]).toEqual([-40_000, 40_000]);
    expect(prices({ blocks: [block(20, cheap), out(5), into(5, { Price: 400 })] })).toEqual([]);
  });

  it('waits for the amount of the transfer from which its own hours came', () => {
    const onwards = [
      out(2, { Client: 'Bolt', Reference: 'T2' }),
      into(2, { Client: 'Acme', Reference: 'T2' }),
    ];
    const blocks = [block(5, cheap), out(5), into(5), ...onwards];
    expect(prices({ blocks })).toEqual([
      [3, -45_000],
      [4, 45_000],
    ]);
  });

  it('without a partner stays without an amount', () => {
    expect(prices({ blocks: [block(20), out(5)] })).toEqual([]);
  });
});
