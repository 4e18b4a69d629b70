import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { bookedClients } from '../../../src/ledger/books/client-money';
import { postLedger } from '../../../src/ledger/books/journals';
import { type Book, block, ledgerOf, type Row } from '../builders';
import { dayAfter } from '../rules/any-client';
import { anyLedger } from './any-ledger';

const today = (iso: string): Book => ({ settings: { Today: iso } });
const money = (blocks: readonly Row[], more: Book = today('2026-06-30')) => {
  const ledger = ledgerOf({ blocks, ...more });
  const acme = bookedClients(ledger, ['acme']).get('acme');
  return [...(acme?.money.values() ?? [])][0];
};

describe('the money of a client', () => {
  it('is to be paid from the sale on, and received on the day of payment', () => {
    const sold = [block(10, { 'Paid on': '2026-02-01' })];
    expect(money(sold, today('2026-01-31'))).toMatchObject({ receivable: 100_000, cash: 0 });
    expect(money(sold, today('2026-02-01'))).toMatchObject({ receivable: 0, cash: 100_000 });
  });

  it('holds its tax, which is no revenue', () => {
    const taxed = { settings: { Today: '2026-06-30', 'Tax (%)': 0.19 } };
    expect(money([block(10)], taxed)).toMatchObject({ receivable: 119_000, tax: 19_000, deferred: 100_000 });
  });

  it('brought forward is neither', () => {
    expect(money([block(10, { Kind: 'Opening' })])).toMatchObject({ opening: 100_000, cash: 0 });
  });

  it('written off is lost, less the hours that leave with it', () => {
    const off = block(-15, { Kind: 'Write-off', Date: '2026-03-01' });
    expect(money([block(20), off])).toMatchObject({ receivable: 0, badDebts: 50_000, deferred: 50_000 });
  });

  it('of a refund named for an unpaid block lessens only what is to be paid for it, and waits for its payment', () => {
    const refund = { Kind: 'Refund', Date: '2026-03-01', Price: -200, Reference: 'B-0001' };
    const rows = [block(10, { 'Paid on': '2026-01-02' }), block(10)];
    expect(money([...rows, block(-2, refund)])).toMatchObject({ receivable: 100_000, cash: 80_000 });
    const later = [...rows, block(-2, { ...refund, 'Paid on': '2026-08-01' })];
    expect(money(later)).toMatchObject({ receivable: 80_000, cash: 100_000 });
  });
});

test('for any ledger, what came in is earned, owed in work or tax, and all clients make the books', () => {
  fc.assert(
    fc.property(anyLedger, fc.integer({ min: 0, max: 90 }), (any, count) => {
      const ledger = { ...any, settings: { ...any.settings, today: dayAfter(count) } };
      const all: Record<string, number> = {};
      for (const { money } of bookedClients(ledger, ledger.clients.keys()).values())
        for (const [currency, sum] of money) {
          const { cash, receivable, opening, moved, badDebts, revenue, deferred, tax } = sum;
          expect(cash + receivable + opening + moved + badDebts).toBe(revenue + deferred + tax);
          all[currency] = (all[currency] || 0) + deferred;
        }
      const books: Record<string, number> = {};
      postLedger(ledger, ledger.settings.today, ({ currency, amount, debit, credit }) => {
        books[currency] ??= 0;
        // On its way to another client it is nobody's.
        if (debit.role === 'deferred' && debit.across === undefined) books[currency] -= amount;
        if (credit.role === 'deferred' && credit.across === undefined) books[currency] += amount;
      });
      expect(all).toEqual(books);
    }),
    { numRuns: 200 },
  );
});
