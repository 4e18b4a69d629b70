/**
 * Things kept beside Univer's cells, which must move when rows or columns are inserted or deleted.
 */
import type { Area } from './spreadsheet';

export type Axis = 'row' | 'column';

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

export class CellTable<T> {
  #rows = new Map<number, Map<number, T>>();

  get(row: number, column: number): T | undefined {
    return this.#rows.get(row)?.get(column);
  }

  set(row: number, column: number, value: T | undefined): void {
    if (value === undefined) {
      this.#rows.get(row)?.delete(column);
      return;
    }
    const cells = this.#rows.get(row) ?? new Map<number, T>();
    this.#rows.set(row, cells.set(column, value));
  }

  *entries(): Generator<readonly [row: number, column: number, value: T]> {
    for (const [row, cells] of this.#rows) for (const [column, value] of cells) yield [row, column, value];
  }

  shift(shift: Shift): void {
    const before = [...this.entries()];
    this.#rows = new Map();
    for (const [row, column, value] of before) {
      const newRow = shift.axis === 'row' ? shiftedLine(row, shift) : row;
      const newColumn = shift.axis === 'column' ? shiftedLine(column, shift) : column;
      if (newRow !== undefined && newColumn !== undefined) this.set(newRow, newColumn, value);
    }
  }
}

/** Rules on areas that never overlap: setting one, or none, cuts it out of the others. */
export class AreaTable<T> {
  #rules: { readonly area: Area; readonly rule: T }[] = [];

  at(row: number, column: number): T | undefined {
    return this.#rules.find(({ area }) => inside(area, row, column))?.rule;
  }

  set(area: Area, rule: T | null): void {
    this.#rules = this.#rules.flatMap(each =>
      remains(each.area, area).map(rest => ({ ...each, area: rest })),
    );
    if (rule !== null) this.#rules.push({ area, rule });
  }

  entries(): readonly { readonly area: Area; readonly rule: T }[] {
    return this.#rules;
  }

  shift(shift: Shift): void {
    this.#rules = this.#rules.flatMap(({ area, rule }) => {
      const moved = shiftedArea(area, shift);
      return moved ? [{ area: moved, rule }] : [];
    });
  }
}

/** What is left of an area without another: above, below, left and right of it. */
function remains(area: Area, cut: Area): Area[] {
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
  return covers(area, { row, column, rows: 1, columns: 1 });
}

export function covers(outer: Area, inner: Area): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

export function overlap(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}
