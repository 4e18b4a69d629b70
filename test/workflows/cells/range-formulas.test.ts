import { expect, it } from 'vitest';
import type { FormulaArea } from '../../../src/workbook/ports';
import { adviceOnFormulas, askToJoin, joinFormulas } from '../../../src/workflows/cells/range-formulas';

/** A tab whose second row is the first of `columns`; a text that is no formula is a cell that a person typed. */
function tabOf(columns: Readonly<Record<string, readonly string[]>>, name = 'Mine') {
  const letters = Object.keys(columns);
  const height = Math.max(...letters.map(letter => columns[letter]?.length ?? 0));
  const grid = Array.from({ length: height + 1 }, (_, row) =>
    letters.map(letter => (row === 0 ? letter : (columns[letter]?.[row - 1] ?? ''))),
  );
  const formulasNow = () => grid.map(row => row.map(cell => (cell.startsWith('=') ? cell : '')));
  let read: string[][] | undefined;
  const area: FormulaArea = {
    tab: () => name,
    formulas: () => {
      read ??= formulasNow();
      return read;
    },
    formulasNow,
    values: () => grid,
    place: (row, column) => `${name}!${letters[column]}${row + 1}`,
    key: (row, column) => `${row}.${column}`,
    write: ({ row, column, values }) => {
      for (const [at, line] of values.entries())
        for (const [over, value] of line.entries())
          (grid[row + at] as string[])[column + over] = String(value);
    },
  };
  const columnNow = (letter: string) => grid.slice(1).map(row => row[letters.indexOf(letter)]);
  const type = (row: number, letter: string, text: string) => {
    (grid[row - 1] as string[])[letters.indexOf(letter)] = text;
  };
  return { area, columnNow, type };
}

const balances = (rows: readonly number[]) => rows.map(row => `=BLOCKBALANCE(A${row}; Ledger)`);

it('turns a column of single cells into one formula for the names beside it, after it has shown which', () => {
  const tab = tabOf({
    A: ['Acme', 'Beta', 'Nova'],
    B: balances([2, 3, 4]),
    C: [2, 3, 4].map(row => `=blockused($A${row}, "2026-01-01", $F$1; Ledger;"")`),
  });
  expect(askToJoin([tab.area])).toEqual({
    question: expect.stringContaining('Mine!B2:B4 (3 cells) becomes =BLOCKBALANCE(A2:A4; Ledger)\n'),
  });
  joinFormulas([tab.area]);
  expect(tab.columnNow('A')).toEqual(['Acme', 'Beta', 'Nova']);
  expect(tab.columnNow('B')).toEqual(['=BLOCKBALANCE(A2:A4; Ledger)', '', '']);
  expect(tab.columnNow('C')).toEqual(['=BLOCKUSED($A2:$A4, "2026-01-01", $F$1; Ledger)', '', '']);
});

it('leaves what a person typed between them, and makes a formula of each part', () => {
  const tab = tabOf({ A: [], B: [...balances([2, 3]), '17', ...balances([5, 6]), 'a note'] });
  joinFormulas([tab.area]);
  expect(tab.columnNow('B')).toEqual([
    '=BLOCKBALANCE(A2:A3; Ledger)',
    '',
    '17',
    '=BLOCKBALANCE(A5:A6; Ledger)',
    '',
    'a note',
  ]);
});

it.each([
  ['one cell', balances([2])],
  ['another row than its own', balances([3, 4])],
  ['a row that stays', ['=BLOCKBALANCE(A$2; Ledger)', '=BLOCKBALANCE(A$2; Ledger)']],
  ['another tab', ['=BLOCKBALANCE(Clients!A2; Ledger)', '=BLOCKBALANCE(Clients!A3; Ledger)']],
  ['a date that moves along', ['=BLOCKBALANCE(A2; C2; Ledger)', '=BLOCKBALANCE(A3; C3; Ledger)']],
  ['a calculation', ['=BLOCKBALANCE(A2; Ledger)*2', '=BLOCKBALANCE(A3; Ledger)*2']],
  ['a formula that is not kept up to date', ['=BLOCKBALANCE(A2)', '=BLOCKBALANCE(A3)']],
  ['functions that fill a table', ['=BLOCKEXPLAIN(A2; Ledger)', '=BLOCKEXPLAIN(A3; Ledger)']],
  ['two functions', ['=BLOCKBALANCE(A2; Ledger)', '=BLOCKVALUE(A3; Ledger)']],
])('leaves %s as it is', (_, cells) => {
  const tab = tabOf({ A: [], B: cells });
  joinFormulas([tab.area]);
  expect(tab.columnNow('B')).toEqual(cells);
  expect(askToJoin([tab.area])).toEqual({ refusal: expect.stringContaining('No column to change') });
});

it('leaves our own tabs, in which people sort and rows are archived', () => {
  const tab = tabOf({ A: [], B: balances([2, 3]) }, 'Time');
  expect(askToJoin([tab.area])).toEqual({ refusal: expect.anything() });
});

it('is advised above 20 single cells in all tabs, with how many stand where', () => {
  const rows = Array.from({ length: 12 }, (_, index) => index + 2);
  const [mine, yours] = [tabOf({ B: balances(rows) }), tabOf({ B: balances(rows.slice(0, 8)) }, 'Yours')];
  const ranges = tabOf({ B: rows.map(() => '=BLOCKBALANCE(A2:A60; Ledger)') }, 'Ranges');
  expect(adviceOnFormulas([mine.area, yours.area, ranges.area])).toEqual([]);
  const [issue] = adviceOnFormulas([
    mine.area,
    yours.area,
    tabOf({ B: ['=2*BLOCKVALUE("Acme")'] }, 'One').area,
  ]);
  expect(issue?.message).toContain('Mine (12 cells), Yours (8 cells), One (1 cell).');
});

it('leaves a column into which somebody types meanwhile as it is, and says so', () => {
  const tab = tabOf({ A: ['Acme', 'Beta'], B: balances([2, 3]), C: ['x', 'y'] });
  tab.area.formulas();
  tab.type(3, 'B', '17');
  expect(joinFormulas([tab.area])).toContain(
    'Somebody has just changed the column at Mine!B2: left as it is.',
  );
  expect(tab.columnNow('B')).toEqual(['=BLOCKBALANCE(A2; Ledger)', '17']);
});
