import { expect, it } from 'vitest';
import type { Client } from '../../../src/ledger/model/client';
import { differencesBetween, isSameAccount } from '../../../src/ledger/statements/compare-accounts';
import { accountOf } from '../../../src/ledger/statements/period-account';
import { type Book, block, day, ledgerOf, work } from '../builders';

function january(book: Book) {
  const ledger = ledgerOf({ blocks: [block(10)], ...book });
  const period = { from: day('2026-01-01'), to: day('2026-01-31') };
  return accountOf(ledger, ledger.clients.get('acme') as Client, period);
}

it('finds nothing where nothing has moved', () => {
  const [one, other] = [
    january({ time: [work('2026-01-05', 1)] }),
    january({ time: [work('2026-01-05', 1)] }),
  ];
  expect(isSameAccount(one, other)).toBe(true);
  expect(differencesBetween(one, other)).toEqual([]);
});

it('names a line that changed, one that is gone, and one of two equal ones', () => {
  const mended = work('2026-01-05', 1, { 'What was done': 'Mended' });
  const issued = january({ time: [mended, mended, work('2026-01-06', 1, { 'What was done': 'Old' })] });
  const now = january({ time: [mended, work('2026-01-06', 2, { 'What was done': 'New' })] });
  expect(isSameAccount(issued, now)).toBe(false);
  expect(differencesBetween(issued, now)).toEqual([
    'new: 6 Jan 2026, New, 2 h',
    'no longer there: 5 Jan 2026, Mended, 1 h',
    'no longer there: 6 Jan 2026, Old, 1 h',
  ]);
});

it('names figures that moved, with the old and the new one, and a block that came late', () => {
  const now = january({ blocks: [block(10), block(5, { Date: '2026-01-20', Currency: 'EUR' })] });
  expect(differencesBetween(january({}), now)).toEqual([
    'Added 10 h, now 15 h',
    'Added €0.00, now €500.00',
    'Closing balance 10 h, now 15 h',
    'Closing balance €0.00, now €500.00',
    'new: 20 Jan 2026, Prepaid hours bought (B-0002), 5 h',
    'new: 20 Jan 2026, B-0002 invoiced, €500.00',
  ]);
});

it('stays readable where everything has changed', () => {
  const time = Array.from({ length: 40 }, (_, index) => work('2026-01-05', 0.1 * (index + 1)));
  const differences = differencesBetween(january({}), january({ time }));
  expect(differences).toHaveLength(21);
  expect(differences[20]).toBe('and 24 more.');
});
