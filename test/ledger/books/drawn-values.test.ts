import { expect, it } from 'vitest';
import { lackingPrices } from '../../../src/ledger/books/drawn-values';
import { block, ledgerOf, type Row, work } from '../builders';

const clients = [{ Client: 'Acme' }, { Client: 'Bolt' }];
const twenty = block(20, { Block: 'B-0001', 'Discount / h': 10 });
const minus = (kind: string, more: Row = {}): Row => ({
  Block: 'B-0002',
  Date: '2026-02-01',
  Client: 'Acme',
  Hours: -5,
  Kind: kind,
  ...more,
});
const into = block(5, {
  Block: 'B-0003',
  Date: '2026-02-01',
  Client: 'Bolt',
  Kind: 'Transfer',
  Reference: 'T1',
});
const found = (...blocks: Row[]) =>
  lackingPrices(ledgerOf({ clients, blocks })).map(({ block: { number }, price }) => [number, price]);

it('a refund without an amount gives back what its hours are worth on its date', () => {
  expect(found(twenty, minus('Refund'))).toEqual([['B-0002', -45_000]]);
  expect(found(twenty, minus('Refund', { Price: -100 }))).toEqual([]);
  expect(found(twenty, minus('Refund', { Price: 0 }))).toEqual([]);
  expect(found(twenty, minus('Correction', { Note: 'slip' }))).toEqual([]);
});

it('a transfer without an amount gets it on both rows, and before any refund', () => {
  const out = minus('Transfer', { Reference: 'T1' });
  expect(found(twenty, out, into)).toEqual([
    ['B-0002', -45_000],
    ['B-0003', 45_000],
  ]);
  expect(found(twenty, out, { ...into, Price: 400 })).toEqual([]);
  const refund = minus('Refund', { Block: 'B-0004', Client: 'Bolt', Date: '2026-03-01', Hours: -1 });
  expect(found(twenty, out, into, refund).map(([number]) => number)).toEqual(['B-0002', 'B-0003']);
});

it('nothing is written where hours were not covered, or where a row cannot be counted', () => {
  expect(found(minus('Refund'))).toEqual([]);
  const ledger = ledgerOf({ clients, blocks: [twenty, minus('Refund')], time: [work('2026-01-05', 'abc')] });
  expect(lackingPrices(ledger)).toEqual([]);
});
