import { readDate } from '../../ledger/reading/values';
import { type Cell, isFormulaError, isMoment, isProblem } from '../../ledger/sheet/cell';
import type { CalendarDate } from '../../ledger/units/calendar-date';
import { parseStamp, type Stamp } from '../../workbook/stamp';

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
  const stamp = parseStamp(String(last));
  return { values: given.slice(0, stamp || isFormulaError(last as Cell) ? count - 1 : count), stamp };
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

/** Answers one cell, or each cell of a range in its place: there a failure is its text. */
export function forEachCell<Answer>(given: unknown, answer: (cell: unknown) => Answer) {
  if (!Array.isArray(given)) return answer(given);
  const answerOrSay = (cell: unknown) => {
    try {
      return answer(cell);
    } catch (error) {
      return (error as Error).message;
    }
  };
  return given.map(row => [row].flat().map(answerOrSay));
}
