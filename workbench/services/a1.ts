/** Cell addresses: `B2:C5` and areas, with or without a tab before them. */

import type { Area } from '../engine/spreadsheet';

export function columnName(column: number): string {
  let [name, left] = ['', column];
  for (; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return name;
}

function columnNumber(name: string): number {
  return [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

export function a1Of({ row, column, rows, columns }: Area, dollar = ''): string {
  const cell = (r: number, c: number) => `${dollar}${columnName(c)}${dollar}${r}`;
  const first = cell(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cell(row + rows - 1, column + columns - 1)}`;
}

/** Splits `'Work types'!A2` into its tab and the rest; a doubled quote stands for one. */
export function splitReference(text: string): { tab: string | null; cells: string } {
  const found = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(text.trim());
  if (!found?.[3]) return { tab: null, cells: text.trim() };
  return { tab: found[1]?.replaceAll("''", "'") ?? found[2] ?? null, cells: found[3] };
}

export function quoteTab(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** The area of `B2`, `B2:C5`, `B:C`, `B2:B` or `2:5` in a tab of the given size; null where it is none. */
export function areaOf(cells: string, size: { maxRows: number; maxColumns: number }): Area | null {
  const end = String.raw`\$?([A-Z]{1,3})?\$?(\d+)?`;
  const found = new RegExp(`^${end}(?::${end})?$`, 'i').exec(cells.trim());
  if (!found || cells.trim() === '') return null;
  const single = !cells.includes(':');
  const [, firstColumn, firstRow, lastColumn, lastRow] = found;
  if (single && !(firstColumn && firstRow)) return null;
  const column = firstColumn ? columnNumber(firstColumn) : 1;
  const row = firstRow ? Number(firstRow) : 1;
  const toColumn = single ? column : lastColumn ? columnNumber(lastColumn) : size.maxColumns;
  const toRow = single ? row : lastRow ? Number(lastRow) : size.maxRows;
  if (row < 1 || toRow < row || toColumn < column) return null;
  return { row, column, rows: toRow - row + 1, columns: toColumn - column + 1 };
}
