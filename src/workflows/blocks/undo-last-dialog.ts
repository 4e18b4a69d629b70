import { type Cell, isMoment, serialOf } from '../../ledger/sheet/cell';
import { foldHeader } from '../../ledger/sheet/headers';
import { foldName } from '../../ledger/units/names';
import { forgotten, type LastDialog, readLastDialog, type WrittenRows } from '../../workbook/last-dialog';
import type { Book } from '../../workbook/open-book';
import { type ReadTab, readTab } from '../../workbook/tabs';
import type { CellValue } from '../../workbook/workbook';
import { type CellWrite, writeCells } from '../../workbook/write-cells';

/** What would be taken back, or why it cannot be. */
export type Undoing = { readonly question: string } | { readonly refusal: string };

interface Finding {
  readonly tab: ReadTab;
  readonly cells: readonly CellWrite[];
}

export function askToUndo(book: Book): Undoing {
  const last = readLastDialog(book.store);
  if (!last)
    return {
      refusal:
        'There is nothing to take back: no dialog has written anything since the last undo. To undo a renaming, rename the client back.',
    };
  const found = findAll(book, last);
  if (typeof found === 'string') return { refusal: found };
  const wrote = `${last.title} wrote: ${last.what}`;
  return { question: `${wrote}\n\n${describe(last)} Nothing else changes. Take it back?` };
}

function describe({ parts }: LastDialog): string {
  const words = parts.map(({ tab, rows, before }) => {
    const rowsText = rows.length === 1 ? '1 row' : `${rows.length} rows`;
    return before ? `${tab} gets back what stood there before.` : `${rowsText} of ${tab} will be emptied.`;
  });
  return words.join(' ');
}

/** Takes back what the last dialog wrote, all or nothing; gives why where it cannot. */
export function undoLastDialog(book: Book): string | undefined {
  const last = readLastDialog(book.store);
  const found = last ? findAll(book, last) : 'There is nothing to take back any more.';
  if (typeof found === 'string') return found;
  for (const { tab, cells } of found) writeCells(tab.tab, cells);
  book.store.write(forgotten());
  return undefined;
}

/** The first row of what a dialog wrote, where all of it stands there still just as it was written. */
export function rowWritten(book: Book, last: LastDialog): number | undefined {
  const found = findAll(book, last);
  return typeof found === 'string' ? undefined : found[0]?.cells[0]?.row;
}

/** The cells to write back, or what was changed since. */
function findAll(book: Book, { title, parts }: LastDialog): readonly Finding[] | string {
  const findings: Finding[] = [];
  for (const part of parts) {
    const tab = readTab(book.workbook, part.tab, book.toCell, false);
    const cells = tab && findPart(tab, part);
    if (!tab || !cells)
      return `What ${title} wrote in ${part.tab} was changed since, so it is left alone. Change it by hand.`;
    findings.push({ tab, cells });
  }
  // Of an import that died half way only the first part stands there.
  const written = findings.filter(({ cells }) => cells.length > 0);
  if (written.length === 0) return `What ${title} wrote is gone already.`;
  return referring(written, parts) ?? written;
}

/**
 * Nothing where a row differs from what was written; no cells where none of the rows is there.
 *
 * A first cell, such as a client's name, may stand in other rows as well: then the whole row tells which one it is,
 * and of two alike the lower one is what the dialog wrote.
 */
function findPart(tab: ReadTab, { headers, rows, before }: WrittenRows): readonly CellWrite[] | undefined {
  const [name = ''] = headers;
  const placesOf = placesByKey(tab.cells.columns.get(foldHeader(name)) || []);
  const candidates = rows.map(row => placesOf.get(keyOf(row[0] ?? '')) || []);
  if (candidates.every(places => places.length === 0)) return [];
  const cells: CellWrite[] = [];
  const taken = new Set<number>();
  for (const [index, row] of rows.entries()) {
    const isOwn = (each: number) => !taken.has(each) && isAsWritten(tab, headers, row, each);
    const [place] = (candidates[index] || []).filter(isOwn).slice(-1);
    if (place === undefined) return undefined;
    taken.add(place);
    for (const [at, header] of headers.entries()) {
      const column = tab.column(header);
      const value = before?.[index]?.[at] ?? '';
      if (column > 0 && value !== row[at]) cells.push({ row: place + 2, column, value });
    }
  }
  return cells;
}

function placesByKey(cells: readonly Cell[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, cell] of cells.entries()) {
    const key = keyOf(plainValue(cell));
    const list = places.get(key);
    if (list) list.push(index);
    else places.set(key, [index]);
  }
  return places;
}

function keyOf(value: CellValue): string {
  return foldName(shown(value));
}

/** A day or a time as the number that was written. */
function plainValue(cell: Cell): CellValue {
  return isMoment(cell) ? serialOf(cell) : cell;
}

function isAsWritten(
  { cells }: ReadTab,
  headers: readonly string[],
  row: readonly CellValue[],
  place: number,
): boolean {
  return headers.every((header, at) => {
    const cell = cells.columns.get(foldHeader(header))?.[place] ?? '';
    return shown(plainValue(cell)) === shown(row[at] ?? '');
  });
}

/** A box that nobody ticked is blank, and the apostrophe before what looks like a formula is none of the text. */
function shown(value: CellValue): string {
  return value === false
    ? ''
    : String(value)
        .trim()
        .replace(/^'(?=[=+\-@])/, '');
}

/** A block from which another row takes hours stays, or that row would take them elsewhere. */
function referring(findings: readonly Finding[], parts: readonly WrittenRows[]): string | undefined {
  const own = new Set(
    parts.flatMap(({ tab, rows }) => (tab === 'Blocks' ? rows.map(([key]) => foldName(String(key))) : [])),
  );
  const blocks = findings.find(({ tab }) => tab.name === 'Blocks')?.tab;
  const [numbers, references] = ['block', 'reference'].map(header => blocks?.cells.columns.get(header) || []);
  const other = references?.findIndex(
    (cell, index) => own.has(foldName(String(cell))) && !own.has(foldName(String(numbers?.[index]))),
  );
  if (other === undefined || other < 0) return undefined;
  return `Row ${other + 2} of Blocks takes hours from ${String(references?.[other])}, so it stays. Take that row back first.`;
}
