import { expect, it } from 'vitest';
import type { Cell } from '../../src/ledger/sheet/cell';
import type { Month } from '../../src/ledger/units/month';
import { closedMonths } from '../../src/workflows/books/books-tabs';
import { memoryWorkbook } from '../workbook/memory-workbook';

const toCell = (value: unknown) => value as Cell;

it('knows the months that are closed: one that was opened again is not, until it is closed once more', () => {
  const rows = [
    ['Month', 'Closed on', 'Reopened on'],
    ['2026-08', 46_000, ''],
    ['2026-09', 46_000, 46_010],
    ['2026-10', 46_000, 46_010],
    ['2026-10', 46_020, ''],
    ['', '', ''],
  ];
  const workbook = memoryWorkbook({ 'Closed months': rows });
  const isClosed = closedMonths({ workbook, toCell });
  const months = ['2025-11', '2026-08', '2026-09', '2026-10', '2026-11'] as Month[];
  // A month before them has no row, and is closed all the same.
  expect(months.filter(isClosed)).toEqual(['2025-11', '2026-08', '2026-10']);
});

it('finds none where no month was ever closed', () => {
  expect(closedMonths({ workbook: memoryWorkbook(), toCell })('2026-08' as Month)).toBe(false);
});
