/** `Range`: cells of one tab, read and written as Apps Script does. */

import type { Area, CellInput, CellStyle, TabEngine, ValidationRule } from '../engine/spreadsheet';
import { a1Of } from './a1';
import { displayValues, scriptValues, writeScriptValues } from './cells';
import { DataValidationService } from './data-validation';
import type { ActiveRun } from './execution';
import { type Emulates, expose } from './expose';
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
  getLastRow = () => this.area.row + this.area.rows - 1;
  getLastColumn = () => this.area.column + this.area.columns - 1;
  getNumRows = () => this.area.rows;
  getNumColumns = () => this.area.columns;
  getA1Notation = () => a1Of(this.area);
  getSheet = () => sheetOf(this.run, this.tab);

  getCell(row: number, column: number): Google {
    return this.offset(row - 1, column - 1, 1, 1);
  }

  offset(down: number, right: number, rows = this.area.rows, columns = this.area.columns): Google {
    return rangeOf(this.run, this.tab, {
      row: this.area.row + down,
      column: this.area.column + right,
      rows,
      columns,
    });
  }

  activate(): Google {
    this.run.world.active = { tab: this.tab.id, row: this.area.row, column: this.area.column };
    return this as unknown as Google;
  }

  // biome-ignore lint/suspicious/noExplicitAny: Google declares cell values so
  getValue = (): any => this.getValues()[0]?.[0];
  // biome-ignore lint/suspicious/noExplicitAny: Google declares cell values so
  getValues = (): any[][] => scriptValues(this.run.world.engine, this.tab, this.area);
  isBlank = () => this.getValues().every(row => row.every(value => value === ''));
  getDisplayValue = () => this.getDisplayValues()[0]?.[0] ?? '';
  getDisplayValues = () => displayValues(this.run.world.engine, this.tab, this.area);
  getFormula = () => this.getFormulas()[0]?.[0] ?? '';
  getFormulas = () => this.tab.formulas(this.area);

  setValue(value: unknown): Google {
    return this.write(this.filled(value));
  }

  setValues(values: unknown[][]): Google {
    return this.write(this.fitting(values));
  }

  setFormula(formula: string): Google {
    return this.setFormulas(this.filled(formula));
  }

  setFormulas(formulas: string[][]): Google {
    // Not through typed text: a formula set as one stays one in a plain text cell too.
    this.tab.write(
      this.area,
      this.fitting(formulas).map(row => row.map(asFormula)),
    );
    return this as unknown as Google;
  }

  clearContent(): Google {
    return this.write(this.filled(null));
  }

  getNumberFormat = () => this.getNumberFormats()[0]?.[0] ?? '';
  getNumberFormats = () => this.tab.formats(this.area).map(row => row.map(format => format || 'General'));
  setNumberFormat(format: string): Google {
    return this.formatted(this.filled(format));
  }
  setNumberFormats(formats: string[][]): Google {
    return this.formatted(this.fitting(formats));
  }

  getNote = () => this.getNotes()[0]?.[0] ?? '';
  getNotes = () => this.tab.notes(this.area);
  setNote(note: string | null): Google {
    return this.noted(this.filled(note ?? ''));
  }
  setNotes(notes: (string | null)[][]): Google {
    return this.noted(this.fitting(notes).map(row => row.map(note => note ?? '')));
  }

  getDataValidation = () => this.getDataValidations()[0]?.[0] ?? null;
  getDataValidations(): (Validation | null)[][] {
    return this.filled(null).map((row, r) =>
      row.map((_, c) => {
        const rule = this.tab.validation(this.area.row + r, this.area.column + c);
        return (
          rule && expose<Validation>(this.run, 'DataValidation', new DataValidationService(this.run, rule))
        );
      }),
    );
  }
  setDataValidation(rule: Validation | null): Google {
    return this.validated(this.area, rule && (rule as unknown as DataValidationService).rule);
  }
  setDataValidations(rules: (Validation | null)[][]): Google {
    for (const [r, row] of this.fitting(rules).entries()) {
      for (const [c, rule] of row.entries()) {
        const cell = { row: this.area.row + r, column: this.area.column + c, rows: 1, columns: 1 };
        this.validated(cell, rule && (rule as unknown as DataValidationService).rule);
      }
    }
    return this as unknown as Google;
  }

  setFontWeight(weight: string | null): Google {
    return this.styled({ bold: weight === 'bold' });
  }
  setBackground(colour: string | null): Google {
    return this.styled({ background: colour ?? '' });
  }
  setFontColor(colour: string | null): Google {
    return this.styled({ fontColor: colour ?? '' });
  }
  setHorizontalAlignment(alignment: string | null): Google {
    return this.styled({ horizontalAlignment: alignment ?? '' });
  }
  setWrap(wrap: boolean): Google {
    return this.styled({ wrap });
  }

  private write(values: readonly (readonly unknown[])[]): Google {
    writeScriptValues(this.run.world.engine, this.run.world.clock.now(), this.tab, this.area, values);
    return this as unknown as Google;
  }

  private formatted(formats: readonly (readonly string[])[]): Google {
    const plain = formats.map(row => row.map(format => (/^general$/i.test(format) ? '' : format)));
    this.tab.setFormats(this.area, plain);
    return this as unknown as Google;
  }

  private noted(notes: string[][]): Google {
    this.tab.setNotes(this.area, notes);
    return this as unknown as Google;
  }

  private validated(area: Area, rule: ValidationRule | null): Google {
    this.tab.setValidation(area, rule);
    return this as unknown as Google;
  }

  private styled(style: CellStyle): Google {
    this.tab.setStyle(this.area, style);
    return this as unknown as Google;
  }

  private filled<T>(value: T): T[][] {
    return Array.from({ length: this.area.rows }, () =>
      Array.from({ length: this.area.columns }, () => value),
    );
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

function asFormula(formula: string): CellInput {
  if (formula === '') return { value: '' };
  return { formula: formula.startsWith('=') ? formula : `=${formula}` };
}
