/**
 * What the emulated Apps Script services need from a spreadsheet. Univer is the only implementation;
 * the page and the headless runtime differ only in how they create it.
 *
 * Values are raw, as a sheet keeps them: dates, times and durations are serial numbers (days since 1899-12-30,
 * wall clock of the workbook) whose number format says what they are. Rows and columns count from 1.
 */

/** A formula error; `message` is what a person sees on hovering. */
export interface ErrorValue {
  readonly error: string;
  readonly message?: string;
}

/** A blank cell is the empty text. */
export type RawValue = string | number | boolean | ErrorValue;

/** What is put into a cell: a raw value, or a formula (with its leading `=`, separators as typed). */
export type CellInput =
  | { readonly value: RawValue }
  /** `cached` is shown until the formula is worked out for the first time. */
  | { readonly formula: string; readonly cached?: RawValue };

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface CellStyle {
  bold?: boolean;
  background?: string;
  fontColor?: string;
  horizontalAlignment?: string;
  wrap?: boolean;
}

/** A list, a checkbox, or another rule on cells; `allowInvalid` lists help and warn but never refuse. */
export interface ValidationRule {
  readonly kind: 'list' | 'range' | 'checkbox';
  readonly list?: readonly string[];
  /** For `range`: an A1 reference with its tab, such as `Clients!$A$2:$A`. */
  readonly source?: string;
  readonly allowInvalid: boolean;
  readonly helpText?: string;
}

/** Colours cells of `areas` where `formula` (relative to the first cell) is true. */
export interface ColourRule {
  readonly areas: readonly Area[];
  readonly formula: string;
  readonly background?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
}

/**
 * A function of the add-on as the engine calls it: arguments as Sheets hands them over (single cells as values, ranges
 * as 2-D arrays, dates as `{ serial }` where the cell's format makes them dates, blanks and omitted arguments as `''`).
 * Gives a scalar, a 2-D array that spills, or throws; `{ serial }` in a result is a date, shown as one.
 */
export type CustomFunction = (args: readonly unknown[]) => unknown;

export interface SpreadsheetEngine {
  readonly timeZone: string;
  /** Such as `en_US` or `de_DE`. */
  readonly locale: string;
  tabs(): readonly TabEngine[];
  insertTab(name: string, index?: number): TabEngine;
  deleteTab(name: string): void;
  names(): readonly { readonly name: string; readonly tab: string; readonly area: Area }[];
  setName(name: string, tab: string, area: Area): void;
  removeName(name: string): void;
  /** Makes the add-on's functions known to formulas; called once, before any formula is worked out. */
  registerFunctions(functions: ReadonlyMap<string, CustomFunction>): void;
  /** Waits until every formula that an edit touches is worked out. */
  settle(): Promise<void>;
  dispose(): void;
}

export interface TabEngine {
  readonly id: number;
  readonly name: string;
  rename(name: string): void;
  maxRows(): number;
  maxColumns(): number;
  /** The last row and column with a value or formula, a spilled one too; 0 in an empty tab. */
  lastRow(): number;
  lastColumn(): number;
  insertRows(before: number, count: number): void;
  insertColumns(before: number, count: number): void;
  deleteRows(first: number, count: number): void;
  deleteColumns(first: number, count: number): void;

  values(area: Area): RawValue[][];
  /** `''` where there is no formula; a spilled cell has none. */
  formulas(area: Area): string[][];
  /** The areas that results of formulas fill, each with its formula in the top left cell. */
  spills(): readonly Area[];
  write(area: Area, cells: readonly (readonly CellInput[])[]): void;

  /** `General` where a cell shows its value as it is. */
  formats(area: Area): string[][];
  setFormats(area: Area, formats: readonly (readonly string[])[]): void;
  notes(area: Area): string[][];
  setNotes(area: Area, notes: readonly (readonly string[])[]): void;
  setStyle(area: Area, style: CellStyle): void;
  style(row: number, column: number): CellStyle;
  validation(row: number, column: number): ValidationRule | null;
  setValidation(area: Area, rule: ValidationRule | null): void;
  /** All rules; their areas do not overlap. */
  validations(): readonly { readonly area: Area; readonly rule: ValidationRule }[];
  colourRules(): readonly ColourRule[];
  setColourRules(rules: readonly ColourRule[]): void;
  frozenRows(): number;
  setFrozenRows(count: number): void;
  columnWidth(column: number): number;
  setColumnWidth(column: number, pixels: number): void;
}
