import { type CalendarDate, fromSheetSerial, isoDate, toSheetSerial } from '../units/calendar-date';

/** A date, time or duration cell as the wall clock of the spreadsheet shows it; a duration counts from 1899-12-30. */
export interface SheetMoment {
  readonly date: CalendarDate;
  /** Whole, since midnight. */
  readonly second: number;
}

/** A day without a time; blank where there is none. */
export function dayCell(date: CalendarDate | undefined): SheetMoment | '' {
  return date === undefined ? '' : { date, second: 0 };
}

const secondsADay = 86_400;

/** The number that the cell keeps: days, and the part of a day. */
export function serialOf({ date, second }: SheetMoment): number {
  return toSheetSerial(date) + second / secondsADay;
}

/** The same of any cell, also of one that has lost its format. */
export function cellSerial(cell: Cell): number | undefined {
  if (isMoment(cell)) return serialOf(cell);
  return typeof cell === 'number' ? cell : undefined;
}

export function momentOfSerial(serial: number): SheetMoment {
  const days = Math.floor(serial);
  return { date: fromSheetSerial(days), second: Math.round((serial - days) * secondsADay) };
}

/** What a cell can hold; a blank one is the empty text. */
export type Cell = string | number | boolean | SheetMoment;

/** Why a cell cannot be read, and how to mend it, without naming its place. */
export interface Problem {
  readonly problem: string;
}

/** Reads one cell; its header stands in the problem. */
export type Parse<T> = (header: string, cell: Cell) => T | undefined | Problem;

export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'problem' in value;
}

export function isMoment(cell: Cell): cell is SheetMoment {
  return typeof cell === 'object';
}

export function isBlank(cell: Cell): boolean {
  return cell === '' || (typeof cell === 'string' && cell.trim() === '');
}

const formulaErrors: ReadonlySet<Cell> = new Set(
  '#N/A #REF! #VALUE! #ERROR! #NAME? #DIV/0! #NUM! #NULL!'.split(' '),
);

/** A formula that gives an error arrives as its text. */
export function isFormulaError(cell: Cell): boolean {
  // Hardly any text begins so, and to look one up in the list costs far more.
  if (typeof cell !== 'string') return false;
  return cell.charAt(0) === '#' ? formulaErrors.has(cell) : cell === 'Loading...';
}

/** What a person sees in the cell, without blanks around it. */
export function cellText(cell: Cell): string {
  if (!isMoment(cell)) return String(cell).trim();
  const time = new Date(cell.second * 1000).toISOString().slice(11, 19);
  if (toSheetSerial(cell.date) < 1) return time;
  return cell.second === 0 ? isoDate(cell.date) : `${isoDate(cell.date)} ${time}`;
}

/** The same in a message: in quotation marks, and short. */
export function quoted(cell: Cell): string {
  const text = cellText(cell);
  return text.length > 40 ? `"${text.slice(0, 40)}… (${text.length} characters)"` : `"${text}"`;
}

/** The problem of a cell, with what was found; a formula's error is named as one. */
export function cellProblem(header: string, cell: Cell, mend: string): Problem {
  if (isFormulaError(cell))
    return { problem: `${header} holds a formula that gives ${cell}. Mend the formula.` };
  return { problem: `${header} ${quoted(cell)} cannot be read. ${mend}` };
}

/** A blank cell gives nothing; one of which `read` makes nothing is a problem, and `mend` says what to type. */
export function parser<T>(
  mend: string,
  read: (cell: Cell, header: string) => T | undefined | Problem,
): Parse<T> {
  return (header, cell) => {
    if (isBlank(cell)) return undefined;
    const value = read(cell, header);
    return value === undefined ? cellProblem(header, cell, mend) : value;
  };
}
