import { expect, it } from 'vitest';
import { columnLetters, ledgerFormula, refreshLedger } from '../../src/workbook/formulas';
import { setUpWorkbook } from '../../src/workflows/set-up/set-up-workbook';
import { workbookWords } from '../workflows/workbook-words';
import { memoryWorkbook } from './memory-workbook';

it('names each column that counts, wherever it stands, and none of a user’s own', () => {
  const workbook = memoryWorkbook({
    Clients: [['Mine', 'Email', 'Active', 'client']],
    'Work types': [['Billable', 'Work type']],
  });

  expect(ledgerFormula(workbook)).toBe(
    `=BLOCKLEDGER("Clients"; Clients!D:D; Clients!C:C; "Work types"; 'Work types'!B:B; 'Work types'!A:A)`,
  );
});

it('is written anew when a column was moved', () => {
  const workbook = memoryWorkbook();
  setUpWorkbook(workbook, workbookWords);
  for (const row of workbook.sheet('Settings').grid) row.unshift('');

  expect(refreshLedger(workbook)).toBe(true);
  expect(workbook.sheet('Balances').grid[0]?.[0]).toContain('"Settings"; Settings!B:B; Settings!C:C;');
});

it('is not written again when only its spelling differs', () => {
  const workbook = memoryWorkbook();
  setUpWorkbook(workbook, workbookWords);
  const row = workbook.sheet('Balances').grid[0] ?? [];
  row[0] = String(row[0]).replace(/; /g, ',');

  expect(refreshLedger(workbook)).toBe(false);
});

it('never replaces a formula that is not ours', () => {
  const workbook = memoryWorkbook();
  setUpWorkbook(workbook, workbookWords);
  workbook.sheet('Balances').grid[0] = ['=SUM(1)'];

  expect(refreshLedger(workbook)).toBe(false);
});

it('counts columns in letters', () => {
  expect([1, 26, 27, 52, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'AAA']);
});
