/**
 * Rectangles of cells: what they share, what is left of them, and where they go when lines are inserted or deleted.
 */
import type { Area } from './spreadsheet';

type Axis = 'row' | 'column';

/** Inserts (`count` > 0) before line `at`, or deletes -`count` lines from `at` on. */
export interface Shift {
  readonly axis: Axis;
  readonly at: number;
  readonly count: number;
}

/** Where a line ends up; undefined if it is deleted. */
export function shiftedLine(line: number, { at, count }: Shift): number | undefined {
  if (line < at) return line;
  if (count < 0 && line < at - count) return undefined;
  return line + count;
}

/** The area after a shift, as Sheets does it: it grows when lines are inserted inside; undefined if all is deleted. */
export function shiftedArea(area: Area, shift: Shift): Area | undefined {
  const isRow = shift.axis === 'row';
  const first = isRow ? area.row : area.column;
  const end = first + (isRow ? area.rows : area.columns);
  const deleted = shift.count < 0 ? shift.at - shift.count : shift.at;
  const move = (line: number) => (line < deleted ? Math.min(line, shift.at) : line + shift.count);
  const start = shift.count > 0 ? (shiftedLine(first, shift) ?? first) : move(first);
  const length = (shift.count > 0 ? (end > shift.at ? end + shift.count : end) : move(end)) - start;
  if (length <= 0) return undefined;
  return isRow ? { ...area, row: start, rows: length } : { ...area, column: start, columns: length };
}

/** What is left of an area without another: above, below, left and right of it. */
export function remains(area: Area, cut: Area): Area[] {
  if (!overlap(area, cut)) return [area];
  const top = Math.max(area.row, cut.row);
  const bottom = Math.min(area.row + area.rows, cut.row + cut.rows);
  const right = cut.column + cut.columns;
  const middle = { row: top, rows: bottom - top };
  return [
    { ...area, rows: top - area.row },
    { ...area, row: bottom, rows: area.row + area.rows - bottom },
    { ...area, ...middle, columns: cut.column - area.column },
    { ...area, ...middle, column: right, columns: area.column + area.columns - right },
  ].filter(rest => rest.rows > 0 && rest.columns > 0);
}

export function inside(area: Area, row: number, column: number): boolean {
  return overlap(area, { row, column, rows: 1, columns: 1 });
}

export function overlap(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

export function* positions(area: Area): Generator<readonly [row: number, column: number]> {
  const { row, column, rows, columns } = area;
  for (let r = row; r < row + rows; r++) for (let c = column; c < column + columns; c++) yield [r, c];
}

export function grid<T>(area: Area, at: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (_, c) => at(area.row + r, area.column + c)),
  );
}
