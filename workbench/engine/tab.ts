/**
 * One tab of the engine: cells in Univer, and beside them what Univer keeps awkwardly without a page.
 */
import type { Worksheet } from '@univerjs/core';
import type { FWorksheet } from '@univerjs/sheets/facade';
import { grid, overlap, positions, type Shift } from './areas';
import { type CellRows, Cells, put } from './cells';
import type { FormulaCell } from './circles';
import type { TabContent } from './content';
import { LineGroups } from './line-groups';
import { GENERAL, isGeneral } from './number-format';
import type { Area, CellInput, CellStyle, ColourRule, RawValue, ValidationRule } from './spreadsheet';
import { contentOfTab, fillTab } from './tab-content';
import { TabFormulas } from './tab-formulas';
import { TabLimits } from './tab-limits';
import { TabLook } from './tab-look';
import { showSheet, type TabHost, TabSheet } from './tab-sheet';

export class Tab extends TabSheet {
  readonly cells: Cells;
  readonly formulaCells: TabFormulas;
  readonly look = new TabLook();
  readonly limits = new TabLimits();
  readonly groups = new LineGroups();

  constructor(host: TabHost, sheet: Worksheet) {
    super(host, sheet);
    this.cells = new Cells(host.parts, sheet);
    this.formulaCells = new TabFormulas(host, this.cells);
  }

  /** The last row and column with a value or formula, a spilled one too; 0 in an empty tab. */
  lastRow(): number {
    return this.cells.lastUsed().row;
  }

  lastColumn(): number {
    return this.cells.lastUsed().column;
  }

  insertRows(before: number, count: number): void {
    this.#restructure({ axis: 'row', at: before, count }, sheet =>
      before > this.maxRows()
        ? sheet.insertRowsAfter(before - 2, count)
        : sheet.insertRowsBefore(before - 1, count),
    );
  }

  insertColumns(before: number, count: number): void {
    this.#restructure({ axis: 'column', at: before, count }, sheet =>
      before > this.maxColumns()
        ? sheet.insertColumnsAfter(before - 2, count)
        : sheet.insertColumnsBefore(before - 1, count),
    );
  }

  deleteRows(at: number, count: number): void {
    this.#restructure({ axis: 'row', at, count: -count }, sheet => sheet.deleteRows(at - 1, count));
  }

  deleteColumns(at: number, count: number): void {
    this.#restructure({ axis: 'column', at, count: -count }, sheet => sheet.deleteColumns(at - 1, count));
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

  /** `''` where there is no formula; a spilled cell has none. */
  formulas(area: Area): string[][] {
    return grid(area, (row, column) => this.formulaCells.table.get(row, column)?.typed ?? '');
  }

  /** As Univer lists them, by row and column from 0. */
  formulasOfSheet(): Record<number, Record<number, { f: string }>> {
    const rows: Record<number, Record<number, { f: string }>> = {};
    for (const [row, column] of this.formulaCells.table.entries()) {
      const f = this.cells.own(row, column)?.f;
      if (!f) continue;
      rows[row - 1] ??= {};
      Object.assign(rows[row - 1] ?? {}, { [column - 1]: { f } });
    }
    return rows;
  }

  /** The areas that results of formulas fill, each with its formula in the top left cell. */
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
    this.host.changed(hasFormulas ? 'formulas' : 'values');
  }

  setCircular(row: number, column: number, formula: FormulaCell, circular: boolean): void {
    const cellValue: CellRows = {};
    put(cellValue, row, column, this.formulaCells.circularCell(formula, circular));
    this.cells.set(cellValue, formula.spill === undefined);
    this.host.changed('values');
  }

  replanFormulas(): void {
    const cellValue: CellRows = {};
    for (const [row, column, cell] of this.formulaCells.replan()) put(cellValue, row, column, cell);
    this.cells.set(cellValue, true);
  }

  /** `General` where a cell shows its value as it is. */
  formats(area: Area): string[][] {
    return grid(area, (row, column) => this.cells.format(row, column) || GENERAL);
  }

  setFormats(area: Area, formats: readonly (readonly string[])[]): void {
    const cellValue: CellRows = {};
    for (const [row, column] of positions(area)) {
      const pattern = formats[row - area.row]?.[column - area.column] ?? '';
      const formula = this.formulaCells.table.get(row, column);
      if (formula) formula.formatIsAutomatic = isGeneral(pattern);
      const style = { n: isGeneral(pattern) ? null : { pattern } };
      // With its type stated, Univer does not turn a number into text when the format says so.
      put(cellValue, row, column, { s: style, t: this.cells.own(row, column)?.t ?? null });
    }
    this.cells.set(cellValue, true);
    this.host.changed('values');
  }

  notes(area: Area): string[][] {
    return grid(area, (row, column) => this.look.notes.get(row, column) ?? '');
  }

  setNotes(area: Area, notes: readonly (readonly string[])[]): void {
    for (const [row, column] of positions(area))
      this.look.setNote(row, column, notes[row - area.row]?.[column - area.column] ?? '');
  }

  setStyle(area: Area, style: CellStyle): void {
    this.look.addStyle(area, style);
  }

  style(row: number, column: number): CellStyle {
    return this.look.styles.get(row, column) ?? {};
  }

  validation(row: number, column: number): ValidationRule | null {
    return this.look.validations.at(row, column) ?? null;
  }

  setValidation(area: Area, rule: ValidationRule | null): void {
    this.look.setValidation(area, rule);
  }

  /** All rules; their areas do not overlap. */
  validations() {
    return this.look.validations.entries();
  }

  colourRules(): readonly ColourRule[] {
    return this.look.colourRules;
  }

  setColourRules(rules: readonly ColourRule[]): void {
    this.look.setColourRules(rules);
  }

  content(): TabContent {
    return contentOfTab(this);
  }

  /** Takes over what its cells have beside values and number formats. */
  fill(content: TabContent): void {
    fillTab(this, content);
    this.host.changed('formulas');
  }

  /** Moves what is kept beside Univer's cells, where a person inserted or deleted lines in the grid. */
  followShift(shift: Shift): void {
    this.formulaCells.table.shift(shift);
    this.formulaCells.messages.shift(shift);
    this.look.shift(shift);
    this.limits.shift(shift);
    this.groups.shift(shift);
    this.host.changed('formulas');
  }

  #restructure(shift: Shift, edit: (sheet: FWorksheet) => unknown): void {
    // A formula in a circle is hidden from Univer, which must see it to move what it reads.
    for (const [row, column, formula] of [...this.formulaCells.table.entries()]) {
      if (formula.circular) this.setCircular(row, column, formula, false);
    }
    this.host.parts.quietly(() => this.#whileActive(() => edit(this.facade())));
    this.followShift(shift);
    this.host.shifted();
  }

  /** When lines are deleted, Univer moves references to the tab that is shown, whichever it was told of. */
  #whileActive(edit: () => void): void {
    const { parts } = this.host;
    const shown = parts.book.getActiveSheet();
    showSheet(parts, this.sheet);
    edit();
    if (shown) showSheet(parts, shown);
  }
}
