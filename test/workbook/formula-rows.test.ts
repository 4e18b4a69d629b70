import { expect, it } from 'vitest';
import { filledByFormula } from '../../src/workbook/formula-rows';

const rows = (formulas: readonly (readonly string[])[], column: number) =>
  [1, 2, 3, 4, 5].filter(filledByFormula(formulas, column));

it('a formula fills its own cell, and no other column', () => {
  const formulas = [
    ['', ''],
    ['', '=A2'],
    ['', ''],
    ['', '=A4'],
  ];
  expect(rows(formulas, 2)).toEqual([2, 4]);
  expect(rows(formulas, 1)).toEqual([]);
});

it('one that spills fills everything below it', () => {
  expect(rows([[''], [''], ['=ARRAYFORMULA(Z3:Z)']], 1)).toEqual([3, 4, 5]);
  expect(rows([['={"Client"; FILTER(Z:Z; Z:Z<>"")}']], 1)).toEqual([1, 2, 3, 4, 5]);
});

it('a tab without formulas has none', () => {
  expect(rows([], 3)).toEqual([]);
});
