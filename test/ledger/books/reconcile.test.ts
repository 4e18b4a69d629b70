import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { reconcile } from '../../../src/ledger/books/reconcile';
import { settleLedger } from '../../../src/ledger/rules/settle';
import { lastDay, type Month } from '../../../src/ledger/units/month';
import { block, ledgerOf, work } from '../builders';
import { anyLedger } from './any-ledger';
import { journalsOf } from './journal-of';

const march = '2026-03' as Month;
const ledger = ledgerOf({
  blocks: [block(20, { Block: 'B-0001', 'Discount / h': 10, 'Paid on': '2026-01-01' })],
  time: [work('2026-01-15', 6.5)],
});
const settled = [...settleLedger(ledger, lastDay(march)).values()];
const lines = [...journalsOf(ledger, march).values()].flat();

it('comes out even to the cent', () => {
  expect(reconcile(settled, lines, ledger.settings, lastDay(march))).toEqual({
    totals: [{ currency: 'USD', byHours: 121_500, byJournals: 121_500 }],
    differences: [],
  });
});

it('names the block and its row where a journal was changed or is missing', () => {
  const changed = lines.filter(({ memo }) => memo !== 'Work');
  expect(reconcile(settled, changed, ledger.settings, lastDay(march)).differences).toEqual([
    { client: 'Acme', block: 'B-0001', row: 2, currency: 'USD', byHours: 121_500, byJournals: 180_000 },
  ]);
  const gone = reconcile([], lines, ledger.settings, lastDay(march)).differences;
  expect(gone).toMatchObject([{ block: 'B-0001', row: 0, byHours: 0, byJournals: 121_500 }]);
});

test('holds for any ledger at any month’s end, whatever the cash side', () => {
  fc.assert(
    fc.property(anyLedger, fc.constantFrom('2026-01', '2026-02', '2026-04'), (any, month) => {
      const asOf = lastDay(month as Month);
      const journals = [...journalsOf(any, month).values()].flat();
      const { differences } = reconcile(settleLedger(any, asOf).values(), journals, any.settings, asOf);
      expect(differences).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
