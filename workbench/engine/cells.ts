/**
 * The values of one tab in Univer: plain cells, results of formulas, and cells that a result spilled into.
 */
import type { Nullable, Worksheet } from '@univerjs/core';
import { positions } from './areas';
import { cellName } from './formula-references';
import type { Area, RawValue } from './spreadsheet';
import type { Cell, Span, UniverParts } from './univer';

const TEXT = 1;
const NUMBER = 2;
const BOOLEAN = 3;

/** Univer's errors that Sheets calls otherwise. */
const ERROR_NAMES: Readonly<Record<string, string>> = {
  '#SPILL!': '#REF!',
  '#CYCLE!': '#REF!',
  '#CALC!': '#N/A',
  '#GETTING_DATA': 'Loading...',
};

/** Cells to be set, by row and column as Univer counts them. */
export type CellRows = Record<number, Record<number, Cell>>;

export function put(rows: CellRows, row: number, column: number, cell: Cell): void {
  const cells = rows[row - 1] ?? {};
  cells[column - 1] = cell;
  rows[row - 1] = cells;
}

export class Cells {
  readonly #parts: UniverParts;
  readonly sheet: Worksheet;
  #lastUsed: { readonly version: number; readonly row: number; readonly column: number } | undefined;

  constructor(parts: UniverParts, sheet: Worksheet) {
    this.#parts = parts;
    this.sheet = sheet;
  }

  /** `onlyLocal` spares Univer a walk through all cells, which it needs only where a spill is hit. */
  set(cellValue: CellRows, onlyLocal: boolean): void {
    const place = { unitId: this.#parts.book.getUnitId(), subUnitId: this.sheet.getSheetId() };
    this.#parts.run('sheet.mutation.set-range-values', { ...place, cellValue }, { onlyLocal });
  }

  /** From 1, as everything here. */
  own(row: number, column: number): Nullable<Cell> {
    return this.sheet.getCellMatrix().getValue(row - 1, column - 1);
  }

  /** Without what a formula elsewhere spills there. */
  ownValue(row: number, column: number): RawValue {
    return rawValue(this.own(row, column));
  }

  spilled(row: number, column: number): Nullable<Cell> {
    return this.#spilledCells()?.[row - 1]?.[column - 1];
  }

  /** What a person sees in the cell; an error without its message. */
  value(row: number, column: number): RawValue {
    const own = this.own(row, column);
    if (own?.f) return rawValue(own);
    const value = rawValue(own);
    return value === '' ? rawValue(this.spilled(row, column)) : value;
  }

  /** The areas that results spill into, by their top left cell; a blocked one says what it wants to fill. */
  spills(): Area[] {
    const ranges =
      this.#model().getArrayFormulaRange()[this.#parts.book.getUnitId()]?.[this.sheet.getSheetId()];
    const spans = Object.values(ranges ?? {}).flatMap(row => Object.values(row ?? {}));
    const areas = spans.flatMap(span => (span ? areaOf(span as Span) : []));
    return areas.filter(({ row, column }) => this.own(row, column)?.f);
  }

  isBlocked(spill: Area): boolean {
    return this.own(spill.row, spill.column)?.v === '#SPILL!';
  }

  /** Why the result of a formula did not expand. */
  spillMessage(row: number, column: number): string | undefined {
    const spill = this.spills().find(each => each.row === row && each.column === column);
    if (!spill || !this.isBlocked(spill)) return undefined;
    for (const [r, c] of positions(spill)) {
      const isOther = r !== row || c !== column;
      if (
        isOther &&
        r <= this.sheet.getRowCount() &&
        c <= this.sheet.getColumnCount() &&
        this.value(r, c) !== ''
      ) {
        return `Array result was not expanded because it would overwrite data in ${cellName(r, c)}.`;
      }
    }
    return 'Result was not automatically expanded, please insert more rows.';
  }

  /** The last row and column that hold anything, a spilled value too. */
  lastUsed(): { readonly row: number; readonly column: number } {
    const version = this.#parts.versionOf(this.sheet.getSheetId());
    if (this.#lastUsed?.version !== version) this.#lastUsed = { version, ...this.#findLastUsed() };
    return this.#lastUsed;
  }

  #findLastUsed(): { readonly row: number; readonly column: number } {
    let row = 0;
    let column = 0;
    for (const table of [this.sheet.getCellMatrix().getMatrix(), this.#spilledCells() ?? {}]) {
      // From the end: only what lies beyond the cells found so far has to be looked at.
      for (const r of Object.keys(table).reverse()) {
        const cells = (table[Number(r)] ?? {}) as Record<string, Nullable<Cell>>;
        for (const c of Object.keys(cells).reverse()) {
          if (Number(r) < row && Number(c) < column) break;
          const cell = cells[c];
          if (!cell || (!cell.f && rawValue(cell) === '')) continue;
          row = Math.max(row, Number(r) + 1);
          column = Math.max(column, Number(c) + 1);
        }
      }
    }
    return { row, column };
  }

  /** The formula of a cell, also one that shares it with others. */
  formula(row: number, column: number): string {
    const own = this.own(row, column);
    if (!own?.f && !own?.si) return '';
    const [unit, id] = [this.#parts.book.getUnitId(), this.sheet.getSheetId()];
    return this.#model().getFormulaStringByCell(row - 1, column - 1, id, unit) ?? '';
  }

  /** Every cell of its own that holds something or has a number format; a spilled one belongs to its formula. */
  walk(visit: (row: number, column: number, value: RawValue, format: string) => void): void {
    const styles = this.#parts.book.getStyles();
    for (const [r, cells] of Object.entries(this.sheet.getCellMatrix().getMatrix())) {
      for (const [c, cell] of Object.entries((cells ?? {}) as Record<string, Nullable<Cell>>)) {
        if (!cell) continue;
        const format = cell.s ? (styles.getStyleByCell(cell)?.n?.pattern ?? '') : '';
        visit(Number(r) + 1, Number(c) + 1, rawValue(cell), format);
      }
    }
  }

  format(row: number, column: number): string {
    const styles = this.#parts.book.getStyles();
    const own = styles.getStyleByCell(this.own(row, column))?.n?.pattern;
    return own ?? styles.getStyleByCell(this.spilled(row, column))?.n?.pattern ?? '';
  }

  #model() {
    return this.#parts.injector.get(this.#parts.sheets.FormulaDataModel);
  }

  #spilledCells() {
    return this.#model().getArrayFormulaCellData()[this.#parts.book.getUnitId()]?.[this.sheet.getSheetId()];
  }
}

function rawValue(cell: Nullable<Cell>): RawValue {
  const v = cell?.v;
  if (v === null || v === undefined) return '';
  if (cell?.t === BOOLEAN) return v === 1 || v === true;
  if (typeof v === 'string' && isError(v)) return { error: ERROR_NAMES[v] ?? v };
  return v;
}

/** What Univer keeps for a value in a cell that held nothing. */
export function filledCell(value: RawValue): Cell {
  const { v, t } = cellOf(value);
  return { v, t } as Cell;
}

/** What Univer keeps for a value; with it goes any formula that was there. */
export function cellOf(value: RawValue): Cell {
  const noFormula = { f: null, si: null };
  if (value === '') return { v: null, t: null, ...noFormula };
  if (typeof value === 'number') return { v: value, t: NUMBER, ...noFormula };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: BOOLEAN, ...noFormula };
  return { v: typeof value === 'string' ? value : value.error, t: TEXT, ...noFormula };
}

function isError(text: string): boolean {
  return (
    text.startsWith('#') &&
    /^#(DIV\/0!|NAME\?|VALUE!|NUM!|N\/A|CYCLE!|REF!|SPILL!|CALC!|ERROR!|NULL!|GETTING_DATA)$/.test(text)
  );
}

function areaOf({ startRow, startColumn, endRow, endColumn }: Span): Area {
  return {
    row: startRow + 1,
    column: startColumn + 1,
    rows: endRow - startRow + 1,
    columns: endColumn - startColumn + 1,
  };
}
