import { issueText } from '../../ledger/model/issue';
import type { Ledger, PassingLedger } from '../../ledger/model/ledger';
import { nearestName } from '../../ledger/plausible/near-names';
import { readDate } from '../../ledger/reading/values';
import { type ClientFigures, figuresOf, firmFigures } from '../../ledger/reports/figures';
import { eachSettled, usedBetween } from '../../ledger/rules/settle';
import { type Cell, isFormulaError, isMoment, isProblem } from '../../ledger/sheet/cell';
import type { CalendarDate } from '../../ledger/units/calendar-date';
import { type Figures, findFigures, keepFigures, type Scope } from '../../workbook/figure-store';
import { type Book, readBook } from '../../workbook/open-book';
import type { Cache } from '../../workbook/ports';
import { parseStamp, type Stamp, stampOf } from '../../workbook/stamp';
import type { WorkScope } from '../../workbook/with-archive';

/** What the functions in cells need of the workbook. */
export interface CellDeps {
  readonly book: Book;
  readonly cache: Cache;
  /** Waits for another reader to finish; false where there was none. */
  waitedForOther(): boolean;
}

/** From the cache under the stamp; else from the tabs, settled for all clients and kept under the stamp of what was read. */
export function lookUp(
  deps: CellDeps,
  stamp: Stamp | undefined,
  scope: Scope,
  keys?: readonly string[],
): Figures {
  const find = () => stamp && findFigures(deps.cache, stamp, scope, keys);
  // Hundreds of cells miss at the same moment: one reads, the others look again when it is done.
  const kept = find() || (deps.waitedForOther() && find());
  if (kept) return kept;
  const ledger = readSound(deps, scope);
  const figures = settleFigures(ledger, scope);
  keepFigures(deps.cache, stampOf(ledger), scope, figures);
  return figures;
}

export function settleFigures(
  ledger: PassingLedger,
  { asOf: until = ledger.settings.today, from }: Scope,
): Figures {
  const clients = new Map<string, ClientFigures>();
  eachSettled(ledger, until, settled => {
    const all = figuresOf(settled, ledger);
    const used = from === undefined ? all.used : usedBetween(settled, from, until);
    clients.set(settled.client.key, used === all.used ? all : { ...all, used });
  });
  return { firm: firmFigures(ledger), clients };
}

/** A tab or a needed column that is missing would make every figure wrong. */
export function readSound({ book }: Pick<CellDeps, 'book'>, asked: WorkScope): Ledger {
  const ledger = readBook(book, asked);
  const [fatal] = ledger.fatal;
  if (fatal) throw new Error(issueText(fatal));
  return ledger;
}

export function unknownClient(name: string, clients: Iterable<Pick<ClientFigures, 'name'>>): Error {
  const meant = nearestName(
    name,
    Array.from(clients, each => each.name),
  );
  const mend = meant === undefined ? 'Check the spelling.' : `Did you mean ${meant}?`;
  return new Error(`No client "${name.slice(0, 60)}" in Clients, Blocks or Time. ${mend}`);
}

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
