/** `Range`: cells of one tab, read and written as Apps Script does. */

import { grid, positions } from '../engine/areas';
import type { Area, CellInput, TabEngine, ValidationRule } from '../engine/spreadsheet';
import { scriptValues, writeScriptValues } from './cells';
import type { ActiveRun } from './execution';
import { type Emulates, expose, own } from './expose';
import { protectCells } from './protection';
import { type RuleHolder, validationOf } from './rule-builders';
import { sheetOf } from './sheet';

type Google = GoogleAppsScript.Spreadsheet.Range;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

export function rangeOf(run: ActiveRun, tab: TabEngine, area: Area): Google {
  if (area.row < 1) throw new Error('The starting row of the range is too small.');
  if (area.column < 1) throw new Error('The starting column of the range is too small.');
  if (area.rows < 1) throw new Error('The number of rows in the range must be at least 1.');
  if (area.columns < 1) throw new Error('The number of columns in the range must be at least 1.');
  if (area.row + area.rows - 1 > tab.maxRows() || area.column + area.columns - 1 > tab.maxColumns()) {
    throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
  }
  return expose(run, 'Range', new RangeService(run, tab, area));
}

export class RangeService implements Emulates<Google, RangeService> {
  constructor(
    private readonly run: ActiveRun,
    readonly tab: TabEngine,
    readonly area: Area,
  ) {}

  getRow = () => this.area.row;
  getColumn = () => this.area.column;
  getNumRows = () => this.area.rows;
  getNumColumns = () => this.area.columns;
  getSheet = () => sheetOf(this.run, this.tab);
  getCell = (row: number, column: number) => this.offset(row - 1, column - 1, 1, 1);

  offset(down: number, right: number, rows = this.area.rows, columns = this.area.columns): Google {
    const { row, column } = this.area;
    return rangeOf(this.run, this.tab, { row: row + down, column: column + right, rows, columns });
  }

  activate(): Google {
    this.run.world.active = { tab: this.tab.id, row: this.area.row, column: this.area.column };
    return this as unknown as Google;
  }

  // biome-ignore lint/suspicious/noExplicitAny: Google declares cell values so
  getValue = (): any => this.getValues()[0]?.[0];
  // biome-ignore lint/suspicious/noExplicitAny: Google declares cell values so
  getValues = (): any[][] => scriptValues(this.run.world.engine, this.tab, this.area);
  getFormula = () => this.getFormulas()[0]?.[0] ?? '';
  getFormulas = () => this.tab.formulas(this.area);
  getNumberFormats = () => this.tab.formats(this.area);
  getNotes = () => this.tab.notes(this.area);
  getDataValidations = () =>
    grid(this.area, (row, column) => {
      const rule = this.tab.validation(row, column);
      return rule && validationOf(this.run, rule);
    });

  setValue = (value: unknown) => this.setValues(this.filled(value));
  setValues(values: unknown[][]): Google {
    const { engine, clock } = this.run.world;
    return this.done(writeScriptValues(engine, clock.now(), this.tab, this.area, this.fitting(values)));
  }

  setFormula = (formula: string) => this.setFormulas(this.filled(formula));
  /** Not through typed text: a formula set as one stays one in a plain text cell too. */
  setFormulas = (formulas: string[][]) =>
    this.done(
      this.tab.write(
        this.area,
        this.fitting(formulas).map(row => row.map(asFormula)),
      ),
    );

  setNumberFormat = (format: string) => this.setNumberFormats(this.filled(format));
  setNumberFormats = (formats: string[][]) =>
    this.done(this.tab.setFormats(this.area, this.fitting(formats)));

  setNotes = (notes: string[][]) => this.done(this.tab.setNotes(this.area, this.fitting(notes)));
  setDataValidation = (rule: Validation | null) => this.done(this.tab.setValidation(this.area, ruleIn(rule)));
  setDataValidations(rules: (Validation | null)[][]): Google {
    const fitting = this.fitting(rules);
    for (const [row, column] of positions(this.area)) {
      const rule = own<Validation | null>(fitting[row - this.area.row]?.[column - this.area.column] ?? null);
      this.tab.setValidation({ row, column, rows: 1, columns: 1 }, ruleIn(rule));
    }
    return this.done(undefined);
  }

  clearContent = () => this.setValue('');
  protect = () => protectCells(this.run, this.tab, this.area);
  setFontWeight = (weight: string | null) =>
    this.done(this.tab.setStyle(this.area, { font: { bold: weight === 'bold' } }));

  setBackground = (colour: string | null) =>
    this.done(this.tab.setStyle(this.area, { fill: colour ? solidFill(colour) : noFill }));
  setWrap = (isWrapped: boolean) =>
    this.done(this.tab.setStyle(this.area, { alignment: { wrapText: isWrapped } }));
  setFontColor = (colour: string | null) =>
    this.done(this.tab.setStyle(this.area, { font: { color: { argb: argbOf(colour ?? '#000000') } } }));
  setFontSize = (points: number) => this.done(this.tab.setStyle(this.area, { font: { size: points } }));

  shiftRowGroupDepth(by: number): Google {
    const { row, rows } = this.area;
    return this.done(this.tab.groups.deepen('row', { first: row, count: rows }, by));
  }

  shiftColumnGroupDepth(by: number): Google {
    const { column, columns } = this.area;
    return this.done(this.tab.groups.deepen('column', { first: column, count: columns }, by));
  }

  private done(_: unknown): Google {
    return this as unknown as Google;
  }

  private filled<T>(value: T): T[][] {
    return grid(this.area, () => value);
  }

  private fitting<T>(values: readonly (readonly T[])[]): readonly (readonly T[])[] {
    const refuse = (what: string, has: number, wants: number) =>
      new Error(
        `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${has} but the range has ${wants}.`,
      );
    if (values.length !== this.area.rows) throw refuse('rows', values.length, this.area.rows);
    for (const row of values) {
      if (!Array.isArray(row))
        throw new Error(
          "The parameters (Object[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
        );
      if (row.length !== this.area.columns) throw refuse('columns', row.length, this.area.columns);
    }
    return values;
  }
}

function ruleIn(rule: Validation | null): ValidationRule | null {
  return rule && (rule as unknown as RuleHolder<ValidationRule>).rule;
}

function argbOf(colour: string): string {
  return `FF${colour.replace('#', '').toUpperCase()}`;
}

function asFormula(formula: string): CellInput {
  if (formula === '') return { value: '' };
  return { formula: formula.startsWith('=') ? formula : `=${formula}` };
}

const noFill = { type: 'pattern', pattern: 'none' } as const;

function solidFill(colour: string) {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb: argbOf(colour) } } as const;
}
