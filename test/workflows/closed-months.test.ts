import { expect, it } from 'vitest';
import type { Cell } from '../../src/ledger/sheet/cell';
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
  expect([...closedMonths({ workbook, toCell })]).toEqual(['2026-08', '2026-10']);
});

it('finds none where no month was ever closed', () => {
  expect(closedMonths({ workbook: memoryWorkbook(), toCell }).size).toBe(0);
});
