/**
 * How a dialog writes: typed, shown, written as it was shown, told once.
 *
 * An attempt is known again by the document properties alone, so that no fault of a service makes it twice. Before the
 * rows are written they are remembered with the attempt's name and what its page will be told; afterwards the attempt
 * is noted as done. A run that dies or fails at any line is made good by the same attempt sent again: what is noted is
 * told again; what stands in the sheet, though it is not noted, is told as well; what does not stand is written.
 */
import type { NewRow } from '../ledger/reading/with-rows';
import { tabs as tabSpecs } from '../ledger/sheet/tabs';
import { isoDate } from '../ledger/units/calendar-date';
import { appendRows } from './append-rows';
import { attemptName, attemptsProperty, type DoneAttempt, readAttempts, withAttempt } from './attempts';
import { type LastDialog, lastDialogIn, memoryOf, type WrittenRows } from './last-dialog';
import type { Book } from './open-book';
import { type ReadTab, readTab } from './tabs';
import type { CellWrite } from './write-cells';
import { writeIntoRows } from './write-into-rows';
import { rowCells } from './write-rows';
import { asItLooked, asNewRows, cellAt, missingOf, rowsBelow } from './written-rows';

/** What is to be written, by rows that are remembered before. */
export interface Writing {
  readonly parts: readonly WrittenRows[];
  write(): void;
}

/** The work of a dialog that makes sense, and is not yet written. */
export interface Planned<Answer> extends Writing {
  /** What the page is told once it is written. */
  readonly done: Answer;
  /** The same in words, for *Undo the last dialog*. */
  readonly what: string;
  /** What the page must have shown of it, and what it hears where it has shown something else. */
  readonly shown?: { readonly text: string; readonly instead: Answer };
  /** Hours that the caller brings in afterwards, by the name of their import. */
  readonly hours?: string;
  /** What must be remembered before anything is written, such as the highest number of a block. */
  readonly begins?: Readonly<Record<string, string>>;
  /** What is remembered as soon as all is written. */
  readonly ends?: Readonly<Record<string, string>>;
}

/** One kind of dialog, and what its page has sent. */
export interface SeenForm<Answer> {
  readonly book: Book;
  /** As in the menu, without its dots. */
  readonly title: string;
  readonly attempt: unknown;
  /** What the page has shown. */
  readonly seen?: unknown;
  /** The work itself knows what a run has left half way, and goes on there. */
  readonly goesOn?: boolean;
  /** Plans the work; where there is nothing to write, what the page hears in its place. */
  plan(): Planned<Answer> | { readonly instead: Answer };
}

/** Writes what was shown, once an attempt, and gives what the page is told of it. */
export function writeAsSeen<Answer>(form: SeenForm<Answer>): Answer {
  const { book, title, seen } = form;
  const name = attemptName(title, form.attempt);
  const values = book.store.read();
  const [attempts, last] = [readAttempts(values), lastDialogIn(values)];
  const known = attempts.find(each => name !== '' && each[0] === name);
  if (known) return toldAgain(known);
  const begun = last && name !== '' && last.attempt === name ? last : undefined;
  if (begun && !begun.goesOn && isCompleted(book, begun)) {
    noteDone(book, attempts, [name, begun.answer]);
    return toldAgain([name, begun.answer]);
  }
  const goesOn = begun?.goesOn ? begun : undefined;
  const planned = form.plan();
  if ('instead' in planned) return planned.instead;
  const { shown } = planned;
  if (!goesOn && shown && seen !== shown.text) return shown.instead;
  // Sent again, or typed as it stands: what was written before is still what Undo takes back.
  if (planned.parts.length > 0 && planned.parts.every(isAsBefore)) return planned.done;
  // What a run has left half way remembers already how all of it looked before.
  const noted = goesOn ? attempts : begin(form, planned, { name, attempts, last, begun });
  planned.write();
  const answer = goesOn?.answer === undefined ? planned.done : (goesOn.answer as Answer);
  noteDone(book, noted, [name, answer], planned.ends);
  return answer;
}

function isAsBefore({ rows, before }: WrittenRows): boolean {
  return JSON.stringify(rows) === JSON.stringify(before);
}

interface Known {
  readonly name: string;
  readonly attempts: readonly DoneAttempt[];
  readonly last: LastDialog | undefined;
  /** The last one, where it is this very attempt. */
  readonly begun: LastDialog | undefined;
}

function begin<Answer>(
  { book, title, goesOn }: SeenForm<Answer>,
  { parts, what, begins, done, hours }: Planned<Answer>,
  { name, attempts, last, begun }: Known,
): readonly DoneAttempt[] {
  const named = name === '' ? {} : { attempt: name, answer: done };
  const day = isoDate(book.now().date);
  const looked = parts.map(part => asItLooked(part, begun?.parts ?? []));
  const more = { ...named, ...(goesOn && { goesOn }), ...(hours && { hours }) };
  const memory = memoryOf({ title, what, parts: looked, ...more, day });
  const noted = withLast(book, attempts, last);
  book.store.write({ ...begins, ...(noted !== attempts && attemptsProperty(noted)), ...memory });
  return noted;
}

/** The dialog before may stand in the sheet without being noted as done; its rows are remembered no longer. */
function withLast(
  book: Book,
  attempts: readonly DoneAttempt[],
  last: LastDialog | undefined,
): readonly DoneAttempt[] {
  const { attempt: name = '', goesOn } = last || {};
  const isOpen = name !== '' && !goesOn && !attempts.some(each => each[0] === name);
  if (!last || !isOpen) return attempts;
  const missing = last.parts.map(part => missingIn(book, part));
  if (missing.every(each => each === 'all')) return attempts;
  const isWhole = missing.every(each => each.length === 0);
  return withAttempt(attempts, isWhole ? [name, last.answer] : [name]);
}

/** What is noted as done must stand in the sheet. */
function noteDone(
  { workbook, store }: Book,
  attempts: readonly DoneAttempt[],
  done: DoneAttempt,
  ends: Readonly<Record<string, string>> = {},
): void {
  workbook.flush();
  const values = { ...ends, ...(done[0] !== '' && attemptsProperty(withAttempt(attempts, done))) };
  if (Object.keys(values).length > 0) store.write(values);
}

function toldAgain<Answer>([, answer]: DoneAttempt): Answer {
  if (answer !== undefined) return answer as Answer;
  throw new Error(
    'An earlier try has written this already, so nothing was written now. Close this window and look at the sheet.',
  );
}

/** Whether any of it stands in the sheet; then what is missing is written too, as all of it was shown. */
function isCompleted(book: Book, { parts }: LastDialog): boolean {
  const missing = parts.map(part => missingIn(book, part));
  if (missing.every(each => each === 'all')) return false;
  for (const [index, part] of parts.entries()) complete(book, part, missing[index] || []);
  return true;
}

function missingIn({ workbook, toCell }: Book, part: WrittenRows): ReturnType<typeof missingOf> {
  const tab = readTab(workbook, part.tab, toCell, false);
  return tab ? missingOf(tab, part) : 'all';
}

function complete(
  { workbook, toCell }: Book,
  part: WrittenRows,
  missing: ReturnType<typeof missingOf>,
): void {
  if (missing.length === 0) return;
  const tab = readTab(workbook, part.tab, toCell, false);
  if (!tab) throw new Error(`The tab "${part.tab}" is missing. Run More > Set up > Set up workbook.`);
  if (missing === 'all') appendRows(tab, rowCells(tab, asNewRows(part)));
  else for (const cells of missing) writeIntoRows(tab, cells);
}

/** Rows below the last filled one of each tab, all in the order given. */
export function newRowsIn(tabs: readonly (readonly [ReadTab, readonly NewRow[]])[]): Writing {
  const filled = tabs.filter(([, rows]) => rows.length > 0);
  // Every cell is made before the first is written: what is missing is told while nothing has happened yet.
  const written = filled.map(([tab, rows]) => [tab, rowCells(tab, rows)] as const);
  return {
    parts: filled.map(([tab, rows]) => rowsBelow(tab, rows)),
    write: () => {
      for (const [tab, cells] of written) appendRows(tab, cells);
    },
  };
}

/** Cells of rows that are there; `keys` are the headers by which these are found again. */
export function changedCellsIn(tab: ReadTab, keys: readonly string[], cells: readonly CellWrite[]): Writing {
  const known = cells.filter(({ column }) => column > 0);
  const changed = tabSpecs[tab.name].flatMap(({ header }) =>
    known.some(({ column }) => column === tab.column(header)) ? header : [],
  );
  const headers = [...keys, ...changed];
  const rows = [...new Set(known.map(({ row }) => row))];
  const stands = (row: number) => headers.map(header => cellAt(tab, header, row - 2));
  const comes = (row: number) =>
    headers.map((header, at) => {
      const write = known.find(each => each.row === row && each.column === tab.column(header));
      return write ? write.value : (stands(row)[at] ?? '');
    });
  return {
    parts: [{ tab: tab.name, headers, rows: rows.map(comes), before: rows.map(stands) }],
    write: () => writeIntoRows(tab, known),
  };
}
