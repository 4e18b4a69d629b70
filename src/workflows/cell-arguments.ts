import { type Cell, isBlank, isFormulaError, isMoment, isProblem } from '../ledger/reading/cell';
import { readDate } from '../ledger/reading/values';
import type { CalendarDate } from '../ledger/units/calendar-date';
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
  if (typeof last !== 'string') return { values: given.slice(0, count), stamp: undefined };
  const stamp = parseStamp(last);
  const inPlaceOfStamp = stamp !== undefined || isFormulaError(last);
  return { values: given.slice(0, inPlaceOfStamp ? count - 1 : count), stamp };
}

/** A date argument; blank gives nothing, and what is no date throws what the cell then shows. */
export function dateArgument(name: string, cell: Cell): CalendarDate | undefined {
  const date = readDate(name, cell);
  if (isProblem(date)) throw new Error(date.problem);
  return date;
}

/** A client's name as a cell gives it. */
export function nameArgument(cell: Cell): string {
  return isBlank(cell) || isMoment(cell) ? '' : String(cell).trim();
}

/** Answers one name, or every cell of a range in its own shape: blank for blank, a failure as its text. */
export function forEachName<Answer>(
  given: unknown,
  toCell: (value: unknown) => Cell,
  answer: (name: string) => Answer,
): Answer | '' | (Answer | string)[][] {
  if (!Array.isArray(given)) {
    const name = nameArgument(toCell(given));
    return name === '' ? '' : answer(name);
  }
  return given.map((row: unknown) =>
    (Array.isArray(row) ? row : [row]).map(cell => {
      const name = nameArgument(toCell(cell));
      if (name === '') return '';
      try {
        return answer(name);
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    }),
  );
}

/** The names in an argument, to look them all up at once. */
export function namesIn(given: unknown, toCell: (value: unknown) => Cell): string[] {
  const cells = Array.isArray(given) ? given.flat() : [given];
  return cells.map(cell => nameArgument(toCell(cell))).filter(name => name !== '');
}
