/**
 * Things kept beside Univer's cells, which must move when rows or columns are inserted or deleted.
 */
import { inside, remains, type Shift, shiftedArea, shiftedLine } from './areas';
import type { Area } from './spreadsheet';

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

  /** Puts other rules in place of those that are there. */
  replace(other: (rule: T) => T): void {
    this.#rules = this.#rules.map(({ area, rule }) => ({ area, rule: other(rule) }));
  }

  shift(shift: Shift): void {
    this.#rules = this.#rules.flatMap(({ area, rule }) => {
      const moved = shiftedArea(area, shift);
      return moved ? [{ area: moved, rule }] : [];
    });
  }
}
