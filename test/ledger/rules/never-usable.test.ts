import { describe, expect, it } from 'vitest';
import { dueLevels, routeOf } from '../../../src/ledger/notices/due';
import { allIssues } from '../../../src/ledger/reports/all-issues';
import { expiredHours } from '../../../src/ledger/reports/expired-hours';
import { figuresOf } from '../../../src/ledger/reports/figures';
import { accountOf } from '../../../src/ledger/statements/period-account';
import { type Book, balance, block, day, h, ledgerOf, settledIn, work } from '../builders';

const wait = { 'Unpaid blocks': 'wait', 'Expired hours': 'breakage' };
const offer = block(10, { Block: 'B-0001', Expires: '2026-03-31' });
const year = { from: day('2026-01-01'), to: day('2026-12-31') };
const account = (book: Book) => {
  const ledger = ledgerOf(book);
  return accountOf(ledger, settledIn(ledger).client, year);
};

describe('an offer that was never paid', () => {
  const book = { blocks: [offer], settings: wait, today: '2026-06-01' };

  it('has no expired hours, no value and no mail', () => {
    const ledger = ledgerOf(book);
    const acme = settledIn(ledger);
    expect(expiredHours(ledger).blocks).toEqual([]);
    expect(figuresOf(acme, ledger)).toMatchObject({ state: 'no block', balance: 0 });
    expect(figuresOf(acme, ledger).money[0]?.expired ?? 0).toBe(0);
    expect(dueLevels(acme, ledger)).toEqual([]);
    expect(account(book).hours).toMatchObject({ added: 0, expired: 0, closing: 0 });
  });

  it('does not keep its client from hearing that hours are used up, once its end is past', () => {
    const used = { blocks: [block(5, { 'Paid on': '2026-01-01' }), offer], time: [work('2026-02-01', 5)] };
    const levels = (today: string) => {
      const ledger = ledgerOf({ ...used, settings: wait, today });
      return dueLevels(settledIn(ledger), ledger).map(({ level }) => level);
    };
    expect(levels('2026-03-31')).not.toContain('used up');
    expect(levels('2026-04-01')).toEqual(['used up']);
  });
});

describe('one that was paid after its end', () => {
  const book = { blocks: [{ ...offer, 'Paid on': '2026-04-10' }], settings: wait, today: '2026-06-01' };

  it('came and went on the day of its payment', () => {
    expect(account(book).hours).toMatchObject({ added: h(10), expired: h(10), closing: 0 });
    expect(account(book).money[0]).toMatchObject({ added: 100_000, expired: 100_000, closing: 0 });
    expect([balance(book, '2026-04-09'), balance(book, '2026-04-10')]).toEqual([0, 0]);
  });

  it('is an issue, and its client’s notice waits for a person', () => {
    const ledger = ledgerOf(book);
    expect(routeOf(settledIn(ledger), ledger)).toEqual({
      kind: 'review',
      reason: 'B-0001 was paid after its last day: see Check workbook.',
    });
    expect(allIssues(ledger, [settledIn(ledger)]).map(({ row, message }) => `${row} ${message}`)).toEqual([
      '2 B-0001 was paid on 10 Apr 2026, after its last day (31 Mar 2026), so its hours could never be used. Agree on a new end with the client and correct Expires.',
    ]);
  });
});

it('a write-off of what is paid is an issue that says what to choose', () => {
  const off = {
    Block: 'B-0002',
    Date: '2026-03-01',
    Client: 'Acme',
    Hours: -2,
    Kind: 'Write-off',
    Reference: 'B-0001',
  };
  const told = (paid: string) => {
    const ledger = ledgerOf({ blocks: [block(10, { Block: 'B-0001', 'Paid on': paid }), off] });
    return allIssues(ledger, [settledIn(ledger)]).map(({ message }) => message);
  };
  expect(told('2026-02-01')).toEqual([
    'This Write-off is of B-0001, of which nothing was left to be paid. Choose the Kind Refund or Correction.',
  ]);
  expect(told('2026-03-02')).toEqual([]);
});
