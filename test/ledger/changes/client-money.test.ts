import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { clientMoney } from '../../../src/ledger/changes/client-money';
import { type Book, block, type Row, settled } from '../builders';
import { anyClient, dayAfter, days, settle } from '../rules/any-client';

const money = (blocks: readonly Row[], more: Book = {}, asOf?: string) =>
  clientMoney(settled({ blocks, ...more }, 'Acme', asOf), 'use')[0];

describe('the money of a client', () => {
  it('is to be paid from the sale on, and received on the day of payment', () => {
    const sold = [block(10, { 'Paid on': '2026-02-01' })];
    expect(money(sold, {}, '2026-01-31')).toMatchObject({ receivable: 100_000, cash: 0 });
    expect(money(sold, {}, '2026-02-01')).toMatchObject({ receivable: 0, cash: 100_000 });
  });

  it('brought forward is neither', () => {
    expect(money([block(10, { Kind: 'Opening' })])).toMatchObject({
      opening: 100_000,
      cash: 0,
      receivable: 0,
    });
  });

  it('written off is lost, less the hours that leave with it', () => {
    const off = block(-15, { Kind: 'Write-off', Date: '2026-03-01' });
    expect(money([block(20), off])).toMatchObject({ receivable: 0, badDebts: 50_000, deferred: 50_000 });
  });

  it('of a refund named for an unpaid block lessens only what is to be paid for it', () => {
    const rows = [
      block(10, { 'Paid on': '2026-01-02' }),
      block(10),
      block(-2, { Kind: 'Refund', Date: '2026-03-01', Price: -200, Reference: 'B-0001' }),
    ];
    expect(money(rows)).toMatchObject({ receivable: 100_000, cash: 80_000 });
  });
});

test('for any rows of any kind, what came in is earned or still owed', () => {
  fc.assert(
    fc.property(anyClient, fc.nat(days + 5), (any, count) => {
      // Free corrections aside, a row's amount is whatever somebody typed.
      const settledAny = settle({ ...any, unpaidBlocks: 'use' }, dayAfter(count));
      for (const { cash, receivable, opening, moved, badDebts, revenue, deferred } of clientMoney(
        settledAny,
        'use',
      ))
        expect(cash + receivable + opening + moved + badDebts).toBe(revenue + deferred);
    }),
    { numRuns: 300 },
  );
});
