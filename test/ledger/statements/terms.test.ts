import { describe, expect, it } from 'vitest';
import type { Client } from '../../../src/ledger/model/client';
import { accountOf } from '../../../src/ledger/statements/period-account';
import { termNames } from '../../../src/ledger/statements/terms';
import { type Book, block, day, ledgerOf, type Row, work } from '../builders';

/** The account of Acme in 2026, or from a day on. */
function account(book: Book, from = '2026-01-01', to = '2026-12-31') {
  const ledger = ledgerOf(book);
  return accountOf(ledger, ledger.clients.get('acme') as Client, { from: day(from), to: day(to) });
}

/** The terms in hours, without those that are 0. */
function terms(book: Book, from?: string, to?: string) {
  const { hours } = account(book, from, to);
  const all = (['opening', ...termNames, 'closing'] as const).map(
    term => [term, hours[term] / 3600] as const,
  );
  return Object.fromEntries(all.filter(([, value]) => value !== 0));
}

const minus = (date: string, hours: number, kind: string, more: Row = {}) =>
  block(hours, { Date: date, Kind: kind, Note: 'reason', Price: 0, ...more });
const invoicing: Book = { clients: [{ Client: 'Acme', Overage: 'invoice' }] };

describe('the terms of an account', () => {
  it('are what was added, and what was charged for work', () => {
    const blocks = [block(20)];
    const time = [work('2026-02-01', 6.5)];
    expect(terms({ blocks, time })).toEqual({ added: 20, charged: 6.5, closing: 13.5 });
    expect(terms({ blocks, time }, '2026-02-01')).toEqual({ opening: 20, charged: 6.5, closing: 13.5 });
  });

  it('add a block on its first usable day, not on the day of its sale', () => {
    const book = { blocks: [block(20, { Date: '2026-01-10', Starts: '2026-03-01' })] };
    expect(terms(book, '2026-01-01', '2026-02-28')).toEqual({});
    expect(terms(book, '2026-03-01', '2026-03-31')).toEqual({ added: 20, closing: 20 });
  });

  it('charge work that waits for the next block, and say nothing when a block covers it', () => {
    const book = { blocks: [block(5, { Date: '2026-02-01' })], time: [work('2026-01-15', 3)] };
    expect(terms(book, '2026-01-01', '2026-01-31')).toEqual({ charged: 3, closing: -3 });
    expect(terms(book, '2026-02-01', '2026-02-28')).toEqual({ opening: -3, added: 5, closing: 2 });
  });

  it('count work beyond the blocks as to be invoiced, and take it off when it was', () => {
    const blocks = [block(2), block(3, { Date: '2026-03-01', Kind: 'Overage invoice' })];
    const book = { ...invoicing, blocks, time: [work('2026-02-01', 5)] };
    expect(terms(book, '2026-02-01', '2026-02-28')).toEqual({ opening: 2, charged: 5, toInvoice: 3 });
    expect(terms(book, '2026-03-01', '2026-03-31')).toEqual({ toInvoice: -3, invoiced: 3 });
  });

  it('give back what waited when it is invoiced instead', () => {
    const blocks = [block(3, { Date: '2026-03-01', Kind: 'Overage invoice' })];
    expect(terms({ blocks, time: [work('2026-02-01', 5)] })).toEqual({
      charged: 5,
      invoiced: 3,
      closing: -2,
    });
  });

  it('take out what refunds, transfers and corrections take, and name apart what was not there', () => {
    const blocks = [block(5), minus('2026-02-01', -2, 'Correction'), minus('2026-02-02', -7, 'Refund')];
    expect(terms({ blocks })).toEqual({ added: 5, removed: 5, uncovered: 4, closing: -4 });
  });

  it('let unused hours expire on the day after the last one', () => {
    const book = { blocks: [block(5, { Expires: '2026-02-28' })], time: [work('2026-02-28', 1)] };
    expect(terms(book, '2026-01-01', '2026-02-28')).toEqual({ added: 5, charged: 1, closing: 4 });
    expect(terms(book, '2026-03-01', '2026-03-01')).toEqual({ opening: 4, expired: 4 });
  });

  it('no longer call hours expired that are refunded later', () => {
    const refund = minus('2026-04-01', -3, 'Refund', { Reference: 'B-0001' });
    const book = { blocks: [block(5, { Block: 'B-0001', Expires: '2026-02-28' }), refund] };
    expect(terms(book, '2026-04-01', '2026-04-30')).toEqual({ removed: 3, expired: -3 });
    expect(terms(book)).toEqual({ added: 5, removed: 3, expired: 2 });
  });

  it('tell of hours that were taken before they could be used on the day on which the rest comes', () => {
    const refund = minus('2026-01-15', -5, 'Refund', { Reference: 'B-0001' });
    const book = { blocks: [block(20, { Block: 'B-0001', Starts: '2026-03-01' }), refund] };
    expect(terms(book, '2026-01-01', '2026-02-28')).toEqual({});
    expect(terms(book, '2026-03-01', '2026-03-31')).toEqual({ added: 20, removed: 5, closing: 15 });
  });
});

describe('the lines of an account', () => {
  it('tell each piece of work once, though it draws from two blocks and is not covered whole', () => {
    const book = {
      blocks: [block(1), block(1)],
      time: [work('2026-02-01', 3, { 'What was done': 'Moved  house' })],
    };
    const { movements } = account(book, '2026-02-01');
    expect(movements).toMatchObject([{ what: 'Moved house', worked: 10_800, charged: 10_800, left: -3600 }]);
  });

  it('say nothing of hours that a block gives back: their work was told when it was done', () => {
    const book = { blocks: [block(5, { Date: '2026-02-01' })], time: [work('2026-01-15', 3)] };
    expect(account(book).movements.map(({ what, left }) => [what, left / 3600])).toEqual([
      ['Work', -3],
      ['Prepaid hours bought (B-0001)', 2],
    ]);
  });

  it('speak the words of the client, and never name another one', () => {
    const blocks = [
      block(5, { Kind: 'Goodwill', Note: 'they were cross' }),
      block(4, { Expires: '2026-01-31' }),
      minus('2026-02-02', -1, 'Refund'),
      minus('2026-02-03', -1, 'Transfer', { Reference: 'to Beta' }),
      minus('2026-02-04', -9, 'Write-off'),
      block(6, { Date: '2026-02-05', Kind: 'Overage invoice' }),
    ];
    const time = [work('2026-01-10', 2, { 'Work type': 'On-site' }), work('2026-01-11', 1)];
    const { movements } = account({ blocks, time });
    expect(movements.map(({ what }) => what)).toEqual([
      'Prepaid hours bought (B-0002)',
      'Prepaid hours free of charge (B-0001)',
      'On-site',
      'Work',
      'Hours expired unused (B-0002)',
      'Hours refunded',
      'Hours moved away',
      'Hours taken back, for they were not paid',
      'Hours beyond the prepaid time invoiced (B-0006)',
    ]);
    expect(JSON.stringify(movements)).not.toMatch(/cross|Beta|reason/);
  });

  it('list what was invoiced with its tax, and whether it was paid by then', () => {
    const clients = [{ Client: 'Acme', 'Tax (%)': 0.19 }];
    const sold = { Date: '2026-02-01', 'Paid on': '2026-03-10' };
    const blocks = [
      block(10, sold),
      block(1, { ...sold, Tax: 5 }),
      block(2, { Kind: 'Goodwill', Note: 'x' }),
    ];
    expect(account({ clients, blocks }, '2026-02-01', '2026-02-28').invoiced).toMatchObject([
      { number: 'B-0001', net: 100_000, tax: 19_000, paidOn: undefined },
      { number: 'B-0002', net: 10_000, tax: 500 },
    ]);
    expect(account({ clients, blocks }).invoiced[0]?.paidOn).toBe(day('2026-03-10'));
  });
});

describe('the money of an account', () => {
  it('is worth what the hours cost: the worked example over two months', () => {
    const blocks = [block(20, { 'Discount / h': 10 })];
    const book = { blocks, time: [work('2026-01-20', 4), work('2026-02-10', 2.5)] };
    expect(account(book, '2026-02-01').money).toEqual([
      {
        currency: 'USD',
        opening: 144_000,
        added: 0,
        used: 22_500,
        removed: 0,
        expired: 0,
        closing: 121_500,
        saved: 2500,
        savedSoFar: 6500,
      },
    ]);
  });

  it('never counts the price of a block that expired before it could be used', () => {
    const blocks = [block(10, { Starts: '2026-03-01', Expires: '2026-02-01' })];
    expect(account({ blocks }).money).toMatchObject([{ added: 0, expired: 0, closing: 0 }]);
  });

  it('follows what expires, what is taken out, and stays apart by currency', () => {
    const blocks = [
      block(10, { Expires: '2026-01-31' }),
      block(10, { Currency: 'EUR' }),
      minus('2026-01-10', -2, 'Refund', { Reference: 'B-0002' }),
    ];
    expect(account({ blocks }).money).toMatchObject([
      { currency: 'USD', added: 100_000, expired: 100_000, removed: 0, closing: 0 },
      { currency: 'EUR', added: 100_000, expired: 0, removed: 20_000, closing: 80_000 },
    ]);
  });
});
