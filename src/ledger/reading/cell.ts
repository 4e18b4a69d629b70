import type { CalendarDate } from '../units/calendar-date';
import { isoDate, toSheetSerial } from '../units/calendar-date';

/** A date, time or duration cell as the wall clock of the spreadsheet shows it; a duration counts from 1899-12-30. */
export interface SheetMoment {
  readonly date: CalendarDate;
  /** Whole, since midnight. */
  readonly second: number;
}

/** What a cell can hold; a blank one is the empty text. */
export type Cell = string | number | boolean | SheetMoment;

/** Why a cell cannot be read, and how to mend it, without naming its place. */
export interface Problem {
  readonly problem: string;
}

export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'problem' in value;
}

export function isMoment(cell: Cell): cell is SheetMoment {
  return typeof cell === 'object';
}

export function isBlank(cell: Cell): boolean {
  return cell === '' || (typeof cell === 'string' && cell.trim() === '');
}

const formulaErrors: ReadonlySet<Cell> = new Set([
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#ERROR!',
  '#NAME?',
  '#DIV/0!',
  '#NUM!',
  '#NULL!',
  'Loading...',
]);

/** A formula that gives an error arrives as its text. */
export function isFormulaError(cell: Cell): boolean {
  return formulaErrors.has(cell);
}

/** What a person sees in the cell, short enough for a message. */
export function foundText(cell: Cell): string {
  const text = isMoment(cell) ? momentText(cell) : String(cell);
  return text.length > 40 ? `${text.slice(0, 40)}… (${text.length} characters)` : text;
}

/** The problem of a cell, with what was found; a formula's error is named as one. */
export function cellProblem(header: string, cell: Cell, mend: string): Problem {
  if (isFormulaError(cell))
    return { problem: `${header} holds a formula that gives ${cell}. Mend the formula.` };
  return { problem: `${header} "${foundText(cell)}" cannot be read. ${mend}` };
}

function momentText({ date, second }: SheetMoment): string {
  const clock = [second / 3600, (second % 3600) / 60, second % 60];
  const time = clock.map(part => String(Math.floor(part)).padStart(2, '0')).join(':');
  if (toSheetSerial(date) < 1) return time;
  return second === 0 ? isoDate(date) : `${isoDate(date)} ${time}`;
}
