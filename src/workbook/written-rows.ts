import type { TabName } from '../ledger/model/tab-names';
import type { NewRow } from '../ledger/reading/with-rows';
import { type Cell, isMoment, serialOf } from '../ledger/sheet/cell';
import { foldHeader } from '../ledger/sheet/headers';
import { foldName } from '../ledger/units/names';
import { expectedRow } from './append-rows';
import { newRows, type WrittenRows } from './last-dialog';
import type { ReadTab } from './tabs';
import type { CellValue } from './workbook';
import { type CellWrite, type NewCell, partsOf } from './write-cells';
import { rowCells } from './write-rows';
import { isWrittenIn } from './written-facts';

/** New rows below the last filled one, as they are remembered. */
export function rowsBelow(tab: ReadTab, rows: readonly NewRow[]): WrittenRows {
  const part = newRows(tab.name, rows);
  const places = placesByKey(tab, part);
  const alike = part.rows.map(row => asWritten(tab, part, row, places).length);
  const row = expectedRow(tab);
  return { ...part, row, ...(alike.some(count => count > 0) && { alike }) };
}

/**
 * Where the rows of a part stand just as they were written, counted from 0 below the headers.
 *
 * A first cell, such as a client's name, may stand in other rows as well: then the whole row tells which one it is,
 * and of two alike the lower one is what the dialog wrote.
 */
export function placesOf(tab: ReadTab, part: WrittenRows): readonly (number | undefined)[] {
  const places = placesByKey(tab, part);
  const taken = new Set<number>();
  return part.rows.map((row, index) => {
    const own = asWritten(tab, part, row, places).slice(part.alike?.[index] ?? 0);
    const [place] = own.filter(each => !taken.has(each)).slice(-1);
    if (place !== undefined) taken.add(place);
    return place;
  });
}

/** Whether the first cell of any row of a part stands somewhere. */
export function isNamed(tab: ReadTab, part: WrittenRows): boolean {
  const places = placesByKey(tab, part);
  return part.rows.some(row => places.has(keyOf(row[0] ?? '')));
}

/** Tabs in which the first cell names one row alone: where it stands, the row was written, whatever became of it. */
const namingTabs: readonly TabName[] = ['Blocks', 'Clients'];

/** What of a part is not in the sheet: all of it, or the cells that a run did not come to, as they are written. */
export function missingOf(tab: ReadTab, part: WrittenRows): 'all' | readonly (readonly CellWrite[])[] {
  const places = placesOf(tab, part);
  if (!places.includes(undefined)) return [];
  // What changes cells may be done again, for it comes to the same.
  if (part.before) return 'all';
  const left = leftHalf(tab, part);
  if (left.length > 0) return left;
  const isChanged = places.some(place => place !== undefined);
  return isChanged || (namingTabs.includes(part.tab) && isNamed(tab, part)) ? [] : 'all';
}

/**
 * What a run of the same attempt has written before it died stands in the sheet now: how its cells looked before that
 * is remembered already, and is what Undo gives back.
 */
export function asItLooked(part: WrittenRows, begun: readonly WrittenRows[]): WrittenRows {
  if (!part.before) return part;
  const before = part.before.map((cells, index) => {
    const row = part.rows[index] ?? [];
    const first = beforeOf({ ...part, rows: [row] }, begun);
    return cells.map((cell, at) => (cell === row[at] ? (first?.[at] ?? cell) : cell));
  });
  return { ...part, before };
}

function beforeOf({ tab, headers, rows: [row] }: WrittenRows, begun: readonly WrittenRows[]) {
  const [same, wanted] = [JSON.stringify([tab, headers]), JSON.stringify(row)];
  for (const { rows, before, ...each } of begun) {
    if (JSON.stringify([each.tab, each.headers]) !== same) continue;
    const at = rows.findIndex(cells => JSON.stringify(cells) === wanted);
    if (at >= 0) return before?.[at];
  }
  return undefined;
}

/** The rows of a part as they are to be written. */
export function asNewRows({ headers, rows }: WrittenRows): NewRow[] {
  return rows.map(row => Object.fromEntries(headers.map((header, at) => [header, row[at] ?? ''])));
}

/**
 * Columns of the user's own part what is written into several writes; a run may have died between two of them.
 *
 * Then some are there, where they were to come, and in place of the others there is nothing yet.
 */
function leftHalf(tab: ReadTab, part: WrittenRows): readonly (readonly CellWrite[])[] {
  const { row: first = 0, headers, rows } = part;
  if (first === 0) return [];
  const pairs = (cells: readonly CellWrite[]) =>
    cells.map(({ row, column }) => {
      const at = headers.findIndex(header => tab.column(header) === column);
      const found = cellAt(tab, headers[at] ?? '', row - 2);
      return [shown(found), shown(rows[row - first]?.[at] ?? '')] as const;
    });
  const writes = partsOf(tab, rowCells(tab, asNewRows(part))).map(each => each.flatMap(placedFrom(first)));
  const isThere = (cells: readonly CellWrite[]) => pairs(cells).every(([found, wanted]) => found === wanted);
  const left = writes.filter(cells => !isThere(cells));
  const hasBegun = writes.some(cells => isThere(cells) && pairs(cells).some(([, wanted]) => wanted !== ''));
  const isEmpty = left.every(cells => pairs(cells).every(([found]) => found === ''));
  return hasBegun && isEmpty ? left : [];
}

function placedFrom(first: number) {
  return (cells: readonly NewCell[], index: number): CellWrite[] =>
    cells.map(cell => ({ ...cell, row: first + index }));
}

function placesByKey({ cells }: ReadTab, { headers }: WrittenRows): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  const keys = cells.columns.get(foldHeader(headers[0] ?? '')) || [];
  for (const [index, cell] of keys.entries()) {
    const key = keyOf(plainValue(cell));
    const list = places.get(key);
    if (list) list.push(index);
    else places.set(key, [index]);
  }
  return places;
}

function asWritten(
  tab: ReadTab,
  { headers }: WrittenRows,
  row: readonly CellValue[],
  places: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  const candidates = places.get(keyOf(row[0] ?? '')) || [];
  return candidates.filter(place =>
    headers.every((header, at) => {
      const wanted = shown(row[at] ?? '');
      return (
        shown(cellAt(tab, header, place)) === wanted ||
        (wanted === '' && tab.name === 'Blocks' && isWrittenIn(header))
      );
    }),
  );
}

function keyOf(value: CellValue): string {
  return foldName(shown(value));
}

/** What stands in a column now, counted from 0 below the headers. */
export function cellAt({ cells }: ReadTab, header: string, place: number): CellValue {
  return plainValue(cells.columns.get(foldHeader(header))?.[place] ?? '');
}

/** A day or a time as the number that was written. */
function plainValue(cell: Cell): CellValue {
  return isMoment(cell) ? serialOf(cell) : cell;
}

/** A box that nobody ticked is blank. */
function shown(value: CellValue): string {
  return value === false ? '' : String(value).trim();
}
