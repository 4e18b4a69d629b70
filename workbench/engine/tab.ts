/**
 * One tab of the engine: cells in Univer, and beside them what Univer keeps awkwardly without a page.
 */
import type { IStyleData, Worksheet } from '@univerjs/core';
import type { FWorksheet } from '@univerjs/sheets/facade';
import { grid, overlap, positions, type Shift, shiftedArea } from './areas';
import { fromUniver, toUniver } from './cell-style';
import { AreaTable, CellTable } from './cell-table';
import { type CellRows, Cells, put } from './cells';
import type { FormulaCell } from './circles';
import { GENERAL, isGeneral } from './number-format';
import type {
  Area,
  CellInput,
  CellStyle,
  ColourRule,
  RawValue,
  TabEngine,
  ValidationRule,
} from './spreadsheet';
import { type Planner, TabFormulas } from './tab-formulas';
import type { UniverParts } from './univer';

/** What a tab needs of the whole workbook. */
export interface TabHost extends Planner {
  readonly parts: UniverParts;
  /** Some value is another now; with `formulas`, some formula is. */
  changed(what: 'values' | 'formulas'): void;
  /** Lines were inserted or deleted: formulas everywhere may read other cells now. */
  shifted(): void;
}

const SHOW_TAB = 'sheet.operation.set-worksheet-active';

export class Tab implements TabEngine {
  readonly id: number;
  readonly cells: Cells;
  readonly formulaCells: TabFormulas;
  readonly #noteTable = new CellTable<string>();
  readonly #validations = new AreaTable<ValidationRule>();
  readonly #host: TabHost;
  readonly #sheet: Worksheet;
  #colourRules: readonly ColourRule[] = [];

  constructor(host: TabHost, sheet: Worksheet) {
    this.#host = host;
    this.#sheet = sheet;
    this.cells = new Cells(host.parts, sheet);
    this.formulaCells = new TabFormulas(host, this.cells);
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
    const atEnd = before > this.maxRows();
    this.#restructure({ axis: 'row', at: before, count }, sheet =>
      atEnd ? sheet.insertRowsAfter(before - 2, count) : sheet.insertRowsBefore(before - 1, count),
    );
  }

  insertColumns(before: number, count: number): void {
    const atEnd = before > this.maxColumns();
    this.#restructure({ axis: 'column', at: before, count }, sheet =>
      atEnd ? sheet.insertColumnsAfter(before - 2, count) : sheet.insertColumnsBefore(before - 1, count),
    );
  }

  deleteRows(first: number, count: number): void {
    this.#restructure({ axis: 'row', at: first, count: -count }, sheet => sheet.deleteRows(first - 1, count));
  }

  deleteColumns(first: number, count: number): void {
    const shift: Shift = { axis: 'column', at: first, count: -count };
    this.#restructure(shift, sheet => sheet.deleteColumns(first - 1, count));
  }

  values(area: Area): RawValue[][] {
    return grid(area, (row, column) => {
      const value = this.cells.value(row, column);
      if (typeof value !== 'object') return value;
      const told = this.formulaCells.messages.get(row, column);
      const message = told?.error === value.error ? told.message : this.cells.spillMessage(row, column);
      return message === undefined ? value : { ...value, message };
    });
  }

  formulas(area: Area): string[][] {
    return grid(area, (row, column) => this.formulaCells.table.get(row, column)?.typed ?? '');
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
      hasFormulas ||= 'formula' in input || this.formulaCells.table.get(row, column) !== undefined;
      put(cellValue, row, column, this.formulaCells.cellFor(input, row, column));
    }
    this.cells.set(cellValue, !hitsSpill);
    this.#host.changed(hasFormulas ? 'formulas' : 'values');
  }

  setCircular(row: number, column: number, formula: FormulaCell, circular: boolean): void {
    const cellValue: CellRows = {};
    put(cellValue, row, column, this.formulaCells.circularCell(formula, circular));
    this.cells.set(cellValue, formula.spill === undefined);
    this.#host.changed('values');
  }

  replanFormulas(): void {
    const cellValue: CellRows = {};
    for (const [row, column, cell] of this.formulaCells.replan()) put(cellValue, row, column, cell);
    this.cells.set(cellValue, true);
  }

  formats(area: Area): string[][] {
    return grid(area, (row, column) => this.cells.format(row, column) || GENERAL);
  }

  setFormats(area: Area, formats: readonly (readonly string[])[]): void {
    this.#restyle(area, (row, column) => {
      const pattern = formats[row - area.row]?.[column - area.column] ?? '';
      const formula = this.formulaCells.table.get(row, column);
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

  setStyle(area: Area, style: CellStyle): void {
    this.#restyle(area, () => toUniver(style));
  }

  style(row: number, column: number): CellStyle {
    return fromUniver(this.#host.parts.book.getStyles().getStyleByCell(this.cells.own(row, column)));
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

  #restructure(shift: Shift, edit: (sheet: FWorksheet) => unknown): void {
    // A formula in a circle is hidden from Univer, which must see it to move what it reads.
    for (const [row, column, formula] of [...this.formulaCells.table.entries()]) {
      if (formula.circular) this.setCircular(row, column, formula, false);
    }
    this.#whileActive(() => edit(this.#facade()));
    for (const table of [
      this.formulaCells.table,
      this.formulaCells.messages,
      this.#noteTable,
      this.#validations,
    ])
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

  #restyle(area: Area, styleAt: (row: number, column: number) => IStyleData): void {
    const cellValue: CellRows = {};
    for (const [row, column] of positions(area)) {
      // With its type stated, Univer does not turn a number into text when the format says so.
      put(cellValue, row, column, { s: styleAt(row, column), t: this.cells.own(row, column)?.t ?? null });
    }
    this.cells.set(cellValue, true);
  }

  #facade(): FWorksheet {
    const found = this.#host.parts.api.getActiveWorkbook()?.getSheetBySheetId(this.#sheet.getSheetId());
    if (!found) throw new Error(`The tab "${this.name}" is deleted.`);
    return found;
  }
}
