import type { TabName } from '../ledger/model/tab-names';
import type { NewRow } from '../ledger/reading/with-rows';
import { isMoment, serialOf } from '../ledger/sheet/cell';
import { tabs as tabSpecs } from '../ledger/sheet/tabs';
import { type CalendarDate, parseIsoDate } from '../ledger/units/calendar-date';
import { plainJson, readJson } from '../ledger/units/plain-json';
import type { PropertyStore } from './ports';
import type { CellValue } from './workbook';

/** What a dialog wrote into one tab: for each row its first cell, by which it is found again, and its cells. */
export interface WrittenRows {
  readonly tab: TabName;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** What stood there; nothing for rows that are new. */
  readonly before?: readonly (readonly CellValue[])[];
  /** Where the first of new rows comes to stand. */
  readonly row?: number;
  /** How many rows said the same as each new one before it was written; nothing where none did. */
  readonly alike?: readonly number[];
}

/** A tab that was made, with a digest of what stood in it then. */
export interface MadeTab {
  readonly tab: TabName;
  readonly digest: string;
}

/** Columns that were added to a tab that was there. */
export interface AddedColumns {
  readonly tab: TabName;
  readonly headers: readonly string[];
}

/** What the last dialog did, so that it can be taken back, and known again where its page has not heard of it. */
export interface LastDialog {
  /** Such as *Refund hours*. */
  readonly title: string;
  /** What was written, in words. */
  readonly what: string;
  /** None where it is not taken back. */
  readonly parts: readonly WrittenRows[];
  /** Tabs that were made, which go again whole. */
  readonly made?: readonly MadeTab[];
  /** Tabs that are no longer called as they were. */
  readonly renamed?: readonly (readonly [now: string, before: string])[];
  /** Hours that were brought in with it, by the name of their import. */
  readonly hours?: string;
  /** Columns that were added, which go again where they are still empty. */
  readonly added?: readonly AddedColumns[];
  /** The page's name for it, by which an attempt is known again whose answer was lost. */
  readonly attempt?: string;
  /** What the page is told once it is written. */
  readonly answer?: unknown;
  /** The work itself knows what a run has left half way, and goes on there. */
  readonly goesOn?: true;
  /** On which it was written, as ISO text. */
  readonly day?: string;
}

/** A property may have 9 KB, all of them 500. */
const longestPiece = 8_000;
const mostPieces = 25;
const pieceName = (piece: number) => `lastDialog ${piece}`;
/** Nobody takes back what was written longer ago. */
const daysKept = 7;

/** The properties that remember it; one too large to be remembered is not taken back, rather than the one before. */
export function memoryOf(last: LastDialog): Record<string, string> {
  const { answer, ...rest } = last;
  const pieces = piecesOf(last) ?? piecesOf(rest);
  if (!pieces) return forgotten();
  const values: Record<string, string> = { lastDialog: String(pieces.length) };
  for (const [piece, text] of pieces.entries()) values[pieceName(piece)] = text;
  return values;
}

function piecesOf(last: LastDialog): string[] | undefined {
  const text = plainJson(last);
  const pieces = Math.ceil(text.length / longestPiece);
  if (pieces > mostPieces) return undefined;
  return Array.from({ length: pieces }, (_, piece) =>
    text.slice(piece * longestPiece, (piece + 1) * longestPiece),
  );
}

export function forgotten(): Record<string, string> {
  return { lastDialog: '0' };
}

/** Properties of dialogs that are of no use any more: pieces of one before, and all of one that is long past. */
export function forgottenDialog(
  values: Readonly<Record<string, string>>,
  today: CalendarDate,
): readonly string[] {
  const last = lastDialogIn(values);
  const day = parseIsoDate(last?.day ?? '');
  const isKept = last !== undefined && day !== undefined && today - day <= daysKept;
  const count = isKept ? Number(values.lastDialog) : 0;
  const isOver = (name: string) => Number(/^lastDialog (\d+)$/.exec(name)?.[1] ?? -1) >= count;
  const over = Object.keys(values).filter(isOver);
  return isKept || values.lastDialog === undefined ? over : [...over, 'lastDialog'];
}

export function readLastDialog(store: PropertyStore): LastDialog | undefined {
  return lastDialogIn(store.read());
}

/** Nothing where the properties hold what no dialog of ours has written: then there is nothing to take back. */
export function lastDialogIn(values: Readonly<Record<string, string>>): LastDialog | undefined {
  const length = Number(values.lastDialog || 0);
  if (!(Number.isInteger(length) && length > 0 && length <= mostPieces)) return undefined;
  const pieces = Array.from({ length }, (_, piece) => values[pieceName(piece)]);
  const last = pieces.includes(undefined) ? undefined : readJson(pieces.join(''));
  return isLastDialog(last) ? last : undefined;
}

function isLastDialog(kept: unknown): kept is LastDialog {
  const { title, what, parts, made = [], added = [] } = Object(kept) as Partial<LastDialog>;
  const isWhole = typeof title === 'string' && typeof what === 'string' && Array.isArray(parts);
  const areLists = Array.isArray(made) && Array.isArray(added);
  return isWhole && parts.every(isPart) && areLists && made.every(isMade) && added.every(isAdded);
}

function isAdded(kept: unknown): kept is AddedColumns {
  const { tab = '', headers } = Object(kept) as Partial<AddedColumns>;
  return tab in tabSpecs && Array.isArray(headers);
}

function isMade(kept: unknown): kept is MadeTab {
  const { tab = '', digest } = Object(kept) as Partial<MadeTab>;
  return tab in tabSpecs && typeof digest === 'string';
}

function isPart(kept: unknown): kept is WrittenRows {
  const { tab = '', headers, rows } = Object(kept) as Partial<WrittenRows>;
  return tab in tabSpecs && Array.isArray(headers) && Array.isArray(rows) && rows.every(Array.isArray);
}

/** New rows as they are remembered: every column that the add-on knows, so that a cell filled since is noticed. */
export function newRows(tab: TabName, rows: readonly NewRow[]): WrittenRows {
  const headers = tabSpecs[tab].map(({ header }) => header);
  const cellValue = (cell: NewRow[string] = '') => (isMoment(cell) ? serialOf(cell) : cell);
  return { tab, headers, rows: rows.map(row => headers.map(header => cellValue(row[header]))) };
}
