/**
 * One tab of the engine: cells in Univer, and beside them what Univer keeps awkwardly without a page.
 */
import type { IStyleData, Worksheet } from '@univerjs/core';
import { AreaTable, CellTable, overlap, type Shift, shiftedArea } from './cell-table';
import { Cells, cellOf } from './cells';
import type { FormulaCell } from './circles';
import { CIRCULAR, type FormulaPlan, showError } from './formula-plan';
import { cellName } from './formula-references';
import { followMoves } from './formula-text';
import { GENERAL, isGeneral } from './number-format';
import type {
  Area,
  CellInput,
  CellStyle,
  ColourRule,
  ErrorValue,
  RawValue,
  TabEngine,
  ValidationRule,
} from './spreadsheet';
import type { Cell, UniverParts } from './univer';

/** What a tab needs of the whole workbook. */
export interface TabHost {
  readonly parts: UniverParts;
  readonly locale: string;
  plan(formula: string): FormulaPlan;
  /** Some value is another now; with `formulas`, some formula is. */
  changed(what: 'values' | 'formulas'): void;
  /** Lines were inserted or deleted: formulas everywhere may read other cells now. */
  shifted(): void;
}

type CellRows = Record<number, Record<number, Cell | null>>;

const ALIGNMENTS = ['', 'left', 'center', 'right'];
const OVERFLOW = 1;
const WRAP = 3;
const SHOW_TAB = 'sheet.operation.set-worksheet-active';
const SET_CELLS = 'sheet.mutation.set-range-values';

export class Tab implements TabEngine {
  readonly id: number;
  readonly cells: Cells;
  readonly formulaCells = new CellTable<FormulaCell>();
  /** What a person sees on hovering over an error. */
  readonly messages = new CellTable<ErrorValue>();
  readonly #noteTable = new CellTable<string>();
  readonly #validations = new AreaTable<ValidationRule>();
  readonly #host: TabHost;
  readonly #sheet: Worksheet;
  #colourRules: readonly ColourRule[] = [];

  constructor(host: TabHost, sheet: Worksheet) {
    this.#host = host;
    this.#sheet = sheet;
    this.cells = new Cells(host.parts, sheet);
    this.id = Number(sheet.getSheetId());
  }

  get name(): string {
    return this.#sheet.getName();
  }

  rename(name: string): void {
    this.#facade().setName(name);
    this.#host.shifted();
  }

  maxRows(): number {
    return this.#sheet.getRowCount();
  }

  maxColumns(): number {
    return this.#sheet.getColumnCount();
  }

  lastRow(): number {
    return this.cells.lastUsed().row;
  }

  lastColumn(): number {
    return this.cells.lastUsed().column;
  }

  insertRows(before: number, count: number): void {
    this.#restructure({ axis: 'row', at: before, count }, () => {
      if (before > this.maxRows()) this.#facade().insertRowsAfter(before - 2, count);
      else this.#facade().insertRowsBefore(before - 1, count);
    });
  }

  insertColumns(before: number, count: number): void {
    this.#restructure({ axis: 'column', at: before, count }, () => {
      if (before > this.maxColumns()) this.#facade().insertColumnsAfter(before - 2, count);
      else this.#facade().insertColumnsBefore(before - 1, count);
    });
  }

  deleteRows(first: number, count: number): void {
    this.#restructure({ axis: 'row', at: first, count: -count }, () =>
      this.#facade().deleteRows(first - 1, count),
    );
  }

  deleteColumns(first: number, count: number): void {
    this.#restructure({ axis: 'column', at: first, count: -count }, () =>
      this.#facade().deleteColumns(first - 1, count),
    );
  }

  values(area: Area): RawValue[][] {
    return grid(area, (row, column) => {
      const value = this.cells.value(row, column);
      if (typeof value !== 'object') return value;
      const told = this.messages.get(row, column);
      const message = told?.error === value.error ? told.message : this.#spillMessage(row, column);
      return message === undefined ? value : { ...value, message };
    });
  }

  formulas(area: Area): string[][] {
    return grid(area, (row, column) => this.formulaCells.get(row, column)?.typed ?? '');
  }

  spills(): Area[] {
    return this.cells.spills().filter(spill => !this.cells.isBlocked(spill));
  }

  write(area: Area, inputs: readonly (readonly CellInput[])[]): void {
    // Univer clears a spill only if it sees the edit, which costs it a walk through all cells.
    const hitsSpill = this.cells.spills().some(spill => overlap(spill, area));
    const cellValue: CellRows = {};
    let hasFormulas = false;
    for (const [row, column] of positions(area)) {
      const input = inputs[row - area.row]?.[column - area.column] ?? { value: '' };
      hasFormulas ||= 'formula' in input || this.formulaCells.get(row, column) !== undefined;
      put(cellValue, row, column, this.#cellFor(input, row, column));
    }
    this.#setCells(cellValue, !hitsSpill);
    this.#host.changed(hasFormulas ? 'formulas' : 'values');
  }

  #cellFor(input: CellInput, row: number, column: number): Cell {
    const before = this.formulaCells.get(row, column);
    const formatIsAutomatic = before
      ? before.formatIsAutomatic === true
      : this.cells.format(row, column) === '';
    const style = before?.formatIsAutomatic ? { s: { n: null } } : {};
    if (before) {
      this.formulaCells.set(row, column, undefined);
      this.messages.set(row, column, undefined);
    }
    if (!('formula' in input)) return { ...cellOf(input.value), ...style };
    const plan = this.#host.plan(input.formula);
    this.formulaCells.set(row, column, { typed: input.formula, ...plan, circular: false, formatIsAutomatic });
    return { ...cellOf(input.cached ?? ''), f: plan.univer, ...style };
  }

  /** Gives Univer another text for a formula: its own again, or the error of a circle. */
  setCircular(row: number, column: number, formula: FormulaCell, circular: boolean): void {
    formula.circular = circular;
    const univer = circular ? showError('#REF!', CIRCULAR) : formula.univer;
    const cellValue: CellRows = {};
    put(cellValue, row, column, { f: univer, si: null, v: null, t: null });
    this.#setCells(cellValue, formula.spill === undefined);
    this.#host.changed('values');
  }

  /** Plans formulas anew, because functions or names are others now. */
  replanFormulas(): void {
    const cellValue: CellRows = {};
    for (const [row, column, formula] of [...this.formulaCells.entries()]) {
      const plan = this.#host.plan(formula.typed);
      if (plan.univer === formula.univer) continue;
      this.formulaCells.set(row, column, { ...formula, ...plan, circular: false });
      put(cellValue, row, column, { f: plan.univer, si: null });
    }
    this.#setCells(cellValue, true);
  }

  /** Takes over what Univer made of the formulas when lines were inserted or deleted, or tabs renamed. */
  followUniver(): void {
    for (const [row, column, formula] of [...this.formulaCells.entries()]) {
      const univer = this.cells.own(row, column)?.f;
      if (!univer || univer === formula.univer || formula.circular) continue;
      const typed = followMoves(formula.typed, univer, this.#host.locale);
      this.formulaCells.set(row, column, { ...formula, typed, ...this.#host.plan(typed), univer });
    }
  }

  formats(area: Area): string[][] {
    return grid(area, (row, column) => this.cells.format(row, column) || GENERAL);
  }

  setFormats(area: Area, formats: readonly (readonly string[])[]): void {
    this.#restyle(area, (row, column) => {
      const pattern = formats[row - area.row]?.[column - area.column] ?? '';
      const formula = this.formulaCells.get(row, column);
      if (formula) formula.formatIsAutomatic = isGeneral(pattern);
      return { n: isGeneral(pattern) ? null : { pattern } };
    });
    this.#host.changed('values');
  }

  notes(area: Area): string[][] {
    return grid(area, (row, column) => this.#noteTable.get(row, column) ?? '');
  }

  setNotes(area: Area, notes: readonly (readonly string[])[]): void {
    for (const [row, column] of positions(area)) {
      this.#noteTable.set(row, column, notes[row - area.row]?.[column - area.column] || undefined);
    }
  }

  setStyle(area: Area, { bold, background, fontColor, horizontalAlignment, wrap }: CellStyle): void {
    const style: IStyleData = {};
    if (bold !== undefined) style.bl = bold ? 1 : 0;
    if (background !== undefined) style.bg = background === '' ? null : { rgb: background };
    if (fontColor !== undefined) style.cl = fontColor === '' ? null : { rgb: fontColor };
    if (horizontalAlignment !== undefined) style.ht = Math.max(0, ALIGNMENTS.indexOf(horizontalAlignment));
    if (wrap !== undefined) style.tb = wrap ? WRAP : OVERFLOW;
    this.#restyle(area, () => style);
  }

  style(row: number, column: number): CellStyle {
    const { bl, bg, cl, ht, tb } =
      this.#host.parts.book.getStyles().getStyleByCell(this.cells.own(row, column)) ?? {};
    const horizontalAlignment = ALIGNMENTS[ht ?? 0];
    return {
      ...(bl ? { bold: true } : {}),
      ...(bg?.rgb ? { background: bg.rgb } : {}),
      ...(cl?.rgb ? { fontColor: cl.rgb } : {}),
      ...(horizontalAlignment ? { horizontalAlignment } : {}),
      ...(tb === WRAP ? { wrap: true } : {}),
    };
  }

  validation(row: number, column: number): ValidationRule | null {
    return this.#validations.at(row, column) ?? null;
  }

  setValidation(area: Area, rule: ValidationRule | null): void {
    this.#validations.set(area, rule);
  }

  validations() {
    return this.#validations.entries();
  }

  colourRules(): readonly ColourRule[] {
    return this.#colourRules;
  }

  setColourRules(rules: readonly ColourRule[]): void {
    this.#colourRules = [...rules];
  }

  frozenRows(): number {
    return this.#sheet.getFreeze().ySplit;
  }

  setFrozenRows(count: number): void {
    this.#facade().setFrozenRows(count);
  }

  columnWidth(column: number): number {
    return this.#sheet.getColumnWidth(column - 1);
  }

  setColumnWidth(column: number, pixels: number): void {
    this.#facade().setColumnWidth(column - 1, pixels);
  }

  #restructure(shift: Shift, edit: () => void): void {
    // A formula in a circle is hidden from Univer, which must see it to move what it reads.
    for (const [row, column, formula] of [...this.formulaCells.entries()]) {
      if (formula.circular) this.setCircular(row, column, formula, false);
    }
    this.#whileActive(edit);
    for (const table of [this.formulaCells, this.messages, this.#noteTable, this.#validations])
      table.shift(shift);
    this.#colourRules = this.#colourRules.flatMap(rule => {
      const areas = rule.areas.flatMap(area => shiftedArea(area, shift) ?? []);
      return areas.length > 0 ? [{ ...rule, areas }] : [];
    });
    this.#host.shifted();
  }

  /** When lines are deleted, Univer moves references to the tab that is shown, whichever it was told of. */
  #whileActive(edit: () => void): void {
    const { book, run } = this.#host.parts;
    const activate = (sheet: Worksheet) =>
      run(SHOW_TAB, { unitId: book.getUnitId(), subUnitId: sheet.getSheetId() });
    const shown = book.getActiveSheet();
    activate(this.#sheet);
    edit();
    if (shown) activate(shown);
  }

  #spillMessage(row: number, column: number): string | undefined {
    const spill = this.cells.spills().find(each => each.row === row && each.column === column);
    if (!spill || !this.cells.isBlocked(spill)) return undefined;
    for (const [r, c] of positions(spill)) {
      const isOther = r !== row || c !== column;
      if (isOther && r <= this.maxRows() && c <= this.maxColumns() && this.cells.value(r, c) !== '') {
        return `Array result was not expanded because it would overwrite data in ${cellName(r, c)}.`;
      }
    }
    return 'Result was not automatically expanded, please insert more rows.';
  }

  #restyle(area: Area, styleAt: (row: number, column: number) => IStyleData): void {
    const cellValue: CellRows = {};
    for (const [row, column] of positions(area)) {
      // With its type stated, Univer does not turn a number into text when the format says so.
      put(cellValue, row, column, { s: styleAt(row, column), t: this.cells.own(row, column)?.t ?? null });
    }
    this.#setCells(cellValue, true);
  }

  /** `onlyLocal` spares Univer a walk through all cells, which it needs only where formulas come or go. */
  #setCells(cellValue: CellRows, onlyLocal: boolean): void {
    const { parts } = this.#host;
    const place = { unitId: parts.book.getUnitId(), subUnitId: this.#sheet.getSheetId() };
    parts.run(SET_CELLS, { ...place, cellValue }, { onlyLocal });
  }

  #facade() {
    const found = this.#host.parts.api.getActiveWorkbook()?.getSheetBySheetId(this.#sheet.getSheetId());
    if (!found) throw new Error(`The tab "${this.name}" is deleted.`);
    return found;
  }
}

function put(rows: CellRows, row: number, column: number, cell: Cell | null): void {
  const cells = rows[row - 1] ?? {};
  cells[column - 1] = cell;
  rows[row - 1] = cells;
}

function* positions({ row, column, rows, columns }: Area): Generator<readonly [row: number, column: number]> {
  for (let r = row; r < row + rows; r++) for (let c = column; c < column + columns; c++) yield [r, c];
}

function grid<T>(area: Area, at: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (_, c) => at(area.row + r, area.column + c)),
  );
}
