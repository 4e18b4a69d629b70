/**
 * The words in which the emulated Apps Script services speak with the spreadsheet.
 *
 * Values are raw, as a sheet keeps them: dates, times and durations are serial numbers (days since 1899-12-30,
 * wall clock of the workbook) whose number format says what they are. Rows and columns count from 1.
 */

import type { Style } from 'exceljs';

export type { Engine as SpreadsheetEngine } from './engine';
export type { Tab as TabEngine } from './tab';

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

/** The look of a cell, beside its number format, as a file says it. */
export type CellStyle = Partial<Pick<Style, 'font' | 'fill' | 'alignment' | 'border'>>;

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
