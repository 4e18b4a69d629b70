/** Sorts the rows of a tab as a person does in Sheets: whole rows, blanks last, the headers stay. */

import { movedFormula } from '../engine/formula-text';
import type { Area, CellInput, RawValue, SpreadsheetEngine, TabEngine } from '../engine/spreadsheet';

/** Frozen rows stay, or else the first one; the order is reversed where it is the wanted one already. */
export function sortRows({ locale }: SpreadsheetEngine, tab: TabEngine, column: number): void {
  const first = Math.max(1, tab.frozenRows()) + 1;
  const rows = tab.lastRow() - first + 1;
  const columns = tab.lastColumn();
  if (rows < 2) return;
  const area = { row: first, column: 1, rows, columns };
  const from = newOrder(tab.values({ ...area, column, columns: 1 }).map(([value = '']) => value));
  const moved = <T>(grid: readonly T[]): T[] => from.map(row => grid[row] as T);
  const inputs = moved(inputsOf(tab, area)).map((cells, row) =>
    cells.map(input => follows(input, row - (from[row] as number), locale)),
  );
  const [formats, notes] = [moved(tab.formats(area)), moved(tab.notes(area))];
  const styles = moved(stylesOf(tab, area));
  tab.setFormats(area, formats);
  tab.write(area, inputs);
  tab.setNotes(area, notes);
  for (const [row, cells] of styles.entries())
    for (const [at, style] of cells.entries()) tab.look.setStyle(first + row, at + 1, style);
}

/** For each new row the old one. */
function newOrder(keys: readonly RawValue[]): number[] {
  const rows = keys.map((_, row) => row);
  const filled = rows.filter(row => keys[row] !== '');
  const blank = rows.filter(row => keys[row] === '');
  const ascending = filled.toSorted((a, b) => compare(keys[a] as RawValue, keys[b] as RawValue));
  const stands = [...ascending, ...blank].every((row, place) => row === place);
  return [...(stands ? ascending.toReversed() : ascending), ...blank];
}

/** Numbers, then text, then boxes, then errors. */
function compare(a: RawValue, b: RawValue): number {
  const rank = (value: RawValue) => ['number', 'string', 'boolean', 'object'].indexOf(typeof value);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'string') return a.localeCompare(String(b), 'en', { sensitivity: 'base' });
  return Number(a) - Number(b) || 0;
}

function inputsOf(tab: TabEngine, area: Area): CellInput[][] {
  const formulas = tab.formulas(area);
  return Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (_, c): CellInput => {
      const formula = formulas[r]?.[c];
      // A spilled cell belongs to its formula.
      return formula ? { formula } : { value: tab.cells.ownValue(area.row + r, area.column + c) };
    }),
  );
}

function stylesOf(tab: TabEngine, { row, rows, columns }: Area) {
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => tab.style(row + r, c + 1)),
  );
}

function follows(input: CellInput, down: number, locale: string): CellInput {
  return 'formula' in input ? { formula: movedFormula(input.formula, down, locale) } : input;
}
