import { type Cell, isFormulaError, isMoment, isProblem } from '../ledger/reading/cell';
import { readDate } from '../ledger/reading/values';
import type { CalendarDate } from '../ledger/units/calendar-date';
import type { ToCell } from './open-tabs';
import { parseStamp, type Stamp } from './stamp';

/** What a cell function was given, without the stamp. */
export interface CellArguments {
  readonly values: readonly unknown[];
  /** Nothing where there is none, or an error or `Loading...` stands in its place: then the tabs are read. */
  readonly stamp: Stamp | undefined;
}

/** Takes the stamp off the end; a last argument of its form is the stamp, never a date. */
export function splitStamp(given: readonly unknown[]): CellArguments {
  let count = given.length;
  while (count > 0 && (given[count - 1] === undefined || given[count - 1] === '')) count--;
  const last = given[count - 1];
  const stamp = typeof last === 'string' ? parseStamp(last) : undefined;
  const isInPlaceOfStamp = stamp !== undefined || isFormulaError(last as Cell);
  return { values: given.slice(0, isInPlaceOfStamp ? count - 1 : count), stamp };
}

/** A date argument; blank gives nothing, and what is no date throws what the cell then shows. */
export function dateArgument(name: string, cell: Cell): CalendarDate | undefined {
  const date = readDate(name, cell);
  if (isProblem(date)) throw new Error(date.problem);
  return date;
}

/** A client's name as a cell gives it. */
export function nameArgument(cell: Cell): string {
  return isMoment(cell) ? '' : String(cell).trim();
}

/** One name, or those of a range in its own shape. */
export type Names = string | readonly (readonly string[])[];

export function namesArgument(given: unknown, toCell: ToCell): Names {
  const name = (cell: unknown) => nameArgument(toCell(cell));
  return Array.isArray(given) ? given.map(row => [row].flat().map(name)) : name(given);
}

/** Answers each name in its place: blank for blank; in a range, a failure as its text. */
export function forEachName<Answer>(names: Names, answer: (name: string) => Answer) {
  if (typeof names === 'string') return names && answer(names);
  const answerOrSay = (name: string) => {
    try {
      return name && answer(name);
    } catch (error) {
      return (error as Error).message;
    }
  };
  return names.map(row => row.map(answerOrSay));
}
