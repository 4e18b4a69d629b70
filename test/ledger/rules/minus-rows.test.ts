import { describe, expect, it } from 'vitest';
import { allIssues } from '../../../src/ledger/reports/all-issues';
import { moneyOf } from '../../../src/ledger/rules/money';
import { type Book, balance, block, h, ledgerOf, leftIn, settled, settledIn, work } from '../builders';

const refund = (hours: number, more = {}) => block(hours, { Kind: 'Refund', Date: '2026-03-01', ...more });
const found = (book: Book) => {
  const ledger = ledgerOf(book);
  return allIssues(ledger, [settledIn(ledger)]).map(({ tab, row, message }) => `${tab} ${row}: ${message}`);
};

describe('a row that takes hours out', () => {
  it('draws in draw order', () => {
    const blocks = [block(4), block(10, { Expires: '2026-12-31' }), refund(-11)];
    expect(leftIn({ blocks })).toEqual({ 'B-0001': 3, 'B-0002': 0 });
  });

  it('with a block number for Reference draws from that block only', () => {
    const blocks = [block(4), block(10), refund(-5, { Reference: 'b-0001' })];
    expect(leftIn({ blocks })).toEqual({ 'B-0001': 0, 'B-0002': 10 });
    expect(balance({ blocks })).toBe(9);
    expect(found({ blocks })).toEqual([
      'Blocks 4: This Refund takes out more hours than were left on its date; 1 h of it wait for the next block. Check the hours.',
    ]);
  });

  it('with another Reference draws in draw order', () => {
    expect(leftIn({ blocks: [block(4), refund(-3, { Reference: 'INV-12' })] })).toEqual({ 'B-0001': 1 });
  });

  it('takes from an expired block that it names, and the balance stays', () => {
    const blocks = [block(10, { Expires: '2026-02-01' }), refund(-4, { Reference: 'B-0001' })];
    const { account } = settled({ blocks });
    expect([account.usable, account.waiting.total, account.opened[0]?.left]).toEqual([0, 0, h(6)]);
  });

  it('never takes from an expired block that it does not name', () => {
    const blocks = [block(10, { Expires: '2026-02-01' }), refund(-4)];
    expect(balance({ blocks })).toBe(-4);
  });

  it('takes from a sold block that it names before it is usable', () => {
    const blocks = [block(10, { Starts: '2026-06-01' }), refund(-4, { Reference: 'B-0001' })];
    expect(settled({ blocks }, 'Acme', '2026-03-01').account.notYetUsable).toBe(h(6));
    expect(balance({ blocks }, '2026-06-01')).toBe(6);
  });

  it('with the number of a block that is sold later, or of another client, draws in draw order', () => {
    const later = {
      blocks: [block(5), refund(-2, { Reference: 'B-0003' }), block(5, { Date: '2026-04-01' })],
    };
    expect(leftIn(later)).toEqual({ 'B-0001': 3, 'B-0003': 5 });
    const clients = [{ Client: 'Acme' }, { Client: 'Bolt' }];
    const bolt = { clients, blocks: [block(5, { Client: 'Bolt' }), refund(-2, { Reference: 'B-0001' })] };
    expect([balance(bolt), balance(bolt, undefined, 'Bolt')]).toEqual([-2, 5]);
  });

  it('always counts: what no block covers waits as overage, and is an issue', () => {
    const blocks = [block(2), refund(-5)];
    expect(balance({ blocks })).toBe(-3);
    expect(settled({ blocks }).account.uncoveredRemoval).toBe(h(3));
    expect(found({ blocks })).toEqual([
      'Blocks 3: This Refund takes out more hours than were left on its date; 3 h of it wait for the next block. Check the hours.',
    ]);
    const covered = { blocks: [...blocks, block(10, { Date: '2026-04-01' })] };
    expect(balance(covered)).toBe(7);
    expect(found(covered)).toEqual([
      'Blocks 3: This Refund takes out more hours than were left on its date. Check the hours.',
    ]);
  });

  it('does not wait to be invoiced where overage is invoiced: the next block covers it', () => {
    const book = { settings: { Overage: 'invoice' }, blocks: [refund(-3), block(5, { Date: '2026-04-01' })] };
    expect(balance(book)).toBe(2);
  });
});

describe('an opening below zero', () => {
  it('is an overdraft that waits, without an issue', () => {
    const opening = block(-3, { Kind: 'Opening' });
    expect([balance({ blocks: [opening] }), found({ blocks: [opening] })]).toEqual([-3, []]);
    expect(balance({ blocks: [opening, block(10, { Date: '2026-02-01' })] })).toBe(7);
  });
});

describe('an overage invoice', () => {
  it('above the overage is an issue, and the hours above it cover nothing', () => {
    const blocks = [block(5, { Kind: 'Overage invoice', Date: '2026-02-01' })];
    const book = {
      settings: { Overage: 'invoice' },
      blocks,
      time: [work('2026-01-10', 2), work('2026-03-01', 4)],
    };
    expect(found(book)).toEqual([
      'Blocks 2: 3 h more are invoiced than were open on that date. Check the hours.',
    ]);
    expect(moneyOf(settled(book))[0]).toMatchObject({ value: 0, deferred: 30_000, earned: 20_000, saved: 0 });
  });

  it('of exactly the overage is none', () => {
    const blocks = [block(2, { Kind: 'Overage invoice', Date: '2026-02-01' })];
    expect(found({ settings: { Overage: 'invoice' }, blocks, time: [work('2026-01-10', 2)] })).toEqual([]);
  });
});
