/**
 * The cells and names that a formula reads, and A1 notation.
 */
import type { Token } from './formula-text';
import type { Area, TabEngine } from './spreadsheet';

/** How far a tab reaches. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

export interface Reference {
  /** `undefined`: the formula's own tab. */
  readonly tab: string | undefined;
  /** A whole column or row reaches to `Infinity`. */
  readonly area: Area;
}

export interface Reads {
  readonly areas: readonly Reference[];
  readonly names: readonly string[];
}

const A1 = /^(?:(.*)!)?\$?([A-Za-z]*)\$?(\d*)(?::\$?([A-Za-z]*)\$?(\d*))?$/s;

/** Reads `'Work types'!$A$1:B2`, `Clients!C:C`, `A2:A` and the like; undefined for anything else. */
export function parseReference(text: string): Reference | undefined {
  const match = A1.exec(text);
  if (!match) return undefined;
  const [, tab, column = '', row = '', lastColumn = column, lastRow = row] = match;
  if (column === '' && row === '') return undefined;
  const left = column === '' ? 1 : columnNumber(column);
  const top = row === '' ? 1 : Number(row);
  const right = lastColumn === '' ? Number.POSITIVE_INFINITY : columnNumber(lastColumn);
  const bottom = lastRow === '' ? Number.POSITIVE_INFINITY : Number(lastRow);
  return { tab: tab === undefined ? undefined : unquote(tab), area: spanning(top, left, bottom, right) };
}

/** The cells of a tab that an A1 text names, as far as the tab reaches; undefined where it names another tab or none. */
export function areaIn(tab: TabEngine, text: string): Area | undefined {
  const reference = parseReference(text.trim());
  if (!reference || (reference.tab ?? tab.name) !== tab.name) return undefined;
  if (!text.includes(':') && !/[A-Z]\$?\d+$/i.test(text)) return undefined;
  const size = { rows: tab.maxRows(), columns: tab.maxColumns() };
  return { ...reference.area, ...sizeWithin(size, reference.area) };
}

/** An area without an end stops at the last row and column of the tab. */
export function sizeWithin(tab: Size, { row, column, rows, columns }: Area): Size {
  return {
    rows: Number.isFinite(rows) ? rows : tab.rows - row + 1,
    columns: Number.isFinite(columns) ? columns : tab.columns - column + 1,
  };
}

function spanning(row: number, column: number, lastRow: number, lastColumn: number): Area {
  const top = Math.min(row, lastRow);
  const left = Math.min(column, lastColumn);
  return {
    row: top,
    column: left,
    rows: Math.max(row, lastRow) - top + 1,
    columns: Math.max(column, lastColumn) - left + 1,
  };
}

export function readsOf(tokens: readonly Token[]): Reads {
  const areas: Reference[] = [];
  const names: string[] = [];
  for (const { kind, text } of tokens) {
    if (kind === 'name') names.push(text.toLowerCase());
    const reference = kind === 'reference' || kind === 'open-ended' ? parseReference(text) : undefined;
    if (reference) areas.push(reference);
  }
  return { areas, names };
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** `'Work types'!$A$1:$B$2`. */
export function absoluteReference(tab: string, { row, column, rows, columns }: Area): string {
  const at = (r: number, c: number) => `$${columnLetters(c)}$${r}`;
  const last = rows > 1 || columns > 1 ? `:${at(row + rows - 1, column + columns - 1)}` : '';
  return `${quote(tab)}!${at(row, column)}${last}`;
}

/** The same cells of a tab that is called otherwise now. */
export function renamedReference(text: string, tab: string): string {
  return `${quote(tab)}!${text.slice(text.lastIndexOf('!') + 1)}`;
}

function quote(tab: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(tab) ? tab : `'${tab.replaceAll("'", "''")}'`;
}

function unquote(tab: string): string {
  return tab.startsWith("'") ? tab.slice(1, -1).replaceAll("''", "'") : tab;
}
