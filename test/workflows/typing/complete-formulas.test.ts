import { expect, it } from 'vitest';
import type { FormulaArea } from '../../../src/workbook/ports';
import type { FormulaCell } from '../../../src/workbook/workbook';
import { completeFormulas } from '../../../src/workflows/typing/complete-formulas';

const plain = '=BLOCKBALANCE(B2)';
const complete = '=BLOCKBALANCE(B2; Ledger)';

/** One tab of formulas; each test edits parts of it. */
function cells(stamp: string | undefined = '=BLOCKLEDGER("Clients"; Clients!A:A)') {
  const grid: Record<string, string> = {};
  const calls: string[] = [];
  let text = '';
  const ledgerCell = (): FormulaCell | undefined => {
    calls.push('ledger');
    if (stamp === undefined) return undefined;
    return { tab: 'Balances', row: 1, column: 1, formula: () => stamp, value: () => 'x', write: () => {} };
  };
  const store = {
    read: () => {
      calls.push('read');
      return { 'completed formulas': text };
    },
    write: (values: Readonly<Record<string, string>>) => {
      calls.push('write');
      text = values['completed formulas'] ?? '';
    },
    forget: () => {},
  };
  const formulasOf = (firstRow: number, rows: number, columns: number) => () => {
    calls.push('formulas');
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => grid[`${firstRow + row}.${column}`] ?? ''),
    );
  };
  const area = (firstRow: number, rows: number, columns = 1): FormulaArea => ({
    formulas: formulasOf(firstRow, rows, columns),
    formulasNow: formulasOf(firstRow, rows, columns),
    tab: () => 'Mine',
    values: () => [],
    place: (row, column) => `Mine!${firstRow + row}.${column}`,
    key: (row, column) => `1.${firstRow + row}.${column}`,
    write: ({ row, column, values }) => {
      calls.push('set');
      for (const [i, line] of values.entries())
        for (const [j, formula] of line.entries())
          grid[`${firstRow + row + i}.${column + j}`] = String(formula);
    },
  });
  return {
    grid,
    calls,
    memory: () => text,
    edit: (firstRow: number, rows = 1, columns = 1) =>
      completeFormulas([area(firstRow, rows, columns)], { workbook: { ledgerCell }, store }),
    refresh: (rows = 3) => completeFormulas([area(1, rows)], { workbook: { ledgerCell }, store }, true),
  };
}

it('completes each plain formula of an edit, those below each other in one write', () => {
  const sheet = cells();
  Object.assign(sheet.grid, { '1.0': plain, '2.0': plain, '3.0': '=A1', '4.0': plain, '2.1': plain });

  expect(sheet.edit(1, 4, 2)).toBe(4);
  expect(sheet.grid).toEqual({
    '1.0': complete,
    '2.0': complete,
    '3.0': '=A1',
    '4.0': complete,
    '2.1': complete,
  });
  expect(sheet.calls.filter(call => call === 'set')).toHaveLength(3);
});

it('costs one look at the formulas where none is ours', () => {
  const sheet = cells();
  sheet.grid['1.0'] = '=SUM(A1:A3)';

  sheet.edit(1);

  expect(sheet.calls).toEqual(['formulas']);
});

it.each([
  ['there is no name Ledger', undefined],
  ['the name stands for a formula that is not ours', '=SUM(1)'],
  ['the name stands for a plain value', ''],
])('does nothing where %s', (_, stamp) => {
  const sheet = cells('');
  const other = stamp === undefined ? cellsWithoutName() : cells(stamp);
  for (const each of [sheet, other]) {
    each.grid['1.0'] = plain;
    expect(each.edit(1)).toBe(0);
    expect(each.grid['1.0']).toBe(plain);
  }
});

it('does not complete again what a user took back, now or at a refresh or later', () => {
  const sheet = cells();
  sheet.grid['1.0'] = plain;
  sheet.edit(1);
  sheet.grid['1.0'] = plain;

  expect([sheet.edit(1), sheet.refresh(), sheet.refresh(), sheet.edit(1)]).toEqual([0, 0, 0, 0]);
  expect(sheet.grid['1.0']).toBe(plain);
});

it('completes another formula in a cell where one was taken back', () => {
  const sheet = cells();
  sheet.grid['1.0'] = plain;
  sheet.edit(1);
  sheet.grid['1.0'] = '=BLOCKBALANCE(B3)';

  expect(sheet.edit(1)).toBe(1);
});

it('forgets a cell that has held something else', () => {
  const sheet = cells();
  sheet.grid['1.0'] = plain;
  sheet.edit(1);
  sheet.grid['1.0'] = '=A1';
  sheet.refresh();
  sheet.grid['1.0'] = plain;

  expect(sheet.edit(1)).toBe(1);
});

it('knows what it completed after Sheets has spelled it in its own way', () => {
  const sheet = cells();
  sheet.grid['1.0'] = '=blockbalance(B2)';
  sheet.edit(1);
  sheet.grid['1.0'] = '=BLOCKBALANCE(B2,Ledger)';
  sheet.refresh();
  sheet.grid['1.0'] = '=blockbalance(B2)';

  expect(sheet.edit(1)).toBe(0);
});

it('forgets at a refresh what stands nowhere any more', () => {
  const sheet = cells();
  sheet.grid['9.0'] = plain;
  sheet.edit(9);

  sheet.refresh();

  expect(sheet.memory()).toBe('');
});

it('remembers the newest within 9 KB', () => {
  const sheet = cells();
  for (let row = 1; row <= 2000; row++) sheet.grid[`${row}.0`] = plain;

  sheet.refresh(2000);
  sheet.grid['2000.0'] = plain;

  expect(sheet.memory().length).toBeLessThanOrEqual(9000);
  expect(sheet.edit(2000)).toBe(0);
});

it('keeps what a user took back longer than what was only completed', () => {
  const sheet = cells();
  sheet.grid['1.0'] = plain;
  sheet.edit(1);
  sheet.grid['1.0'] = plain;
  for (let row = 2; row <= 2000; row++) sheet.grid[`${row}.0`] = plain;

  sheet.refresh(2000);

  expect(sheet.refresh(2000)).toBe(0);
  expect(sheet.grid['1.0']).toBe(plain);
});

it('writes nothing at a refresh that finds everything as it was', () => {
  const sheet = cells();
  sheet.grid['1.0'] = plain;
  sheet.refresh();
  sheet.calls.length = 0;

  sheet.refresh();

  expect(sheet.calls).not.toContain('write');
  expect(sheet.calls).not.toContain('set');
});

function cellsWithoutName() {
  const sheet = cells();
  const { grid } = sheet;
  const formulas = () => [[grid['1.0'] ?? '']];
  const area: FormulaArea = {
    formulas,
    formulasNow: formulas,
    tab: () => 'Mine',
    values: formulas,
    place: () => 'A1',
    key: () => '1',
    write: () => {},
  };
  const store = { read: () => ({}), write: () => {}, forget: () => {} };
  return {
    grid,
    edit: () => completeFormulas([area], { workbook: { ledgerCell: () => undefined }, store }),
  };
}
