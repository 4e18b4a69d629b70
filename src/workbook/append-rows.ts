/**
 * The one way to write below what stands in a tab.
 *
 * Where rows come to stand is asked right before they are written, for a colleague may have typed into the next free
 * row since the tab was read. Google shuts nobody out between that look and the write, so another look afterwards
 * tells whether rows inserted above have brought others to where the new ones went: these are put back.
 */

import type { TabName } from '../ledger/model/tab-names';
import { tabs } from '../ledger/sheet/tabs';
import { boxRows } from './box-rows';
import { isFilledRow, lastFilledRow, type OpenTab, openedTab } from './tabs';
import type { CellValue, Tab, Workbook } from './workbook';
import { blocksOf, type CellWrite, type NewCell, type NewCells, partsOf, writeCells } from './write-cells';
import { writeIntoRows } from './write-into-rows';

/** A tab as it was read some time ago. */
type Below = Pick<OpenTab, 'tab' | 'rows' | 'headerRow'>;
type Row = readonly unknown[];

/** The end of a tab: some rows above its first free one. */
interface Tail {
  readonly from: number;
  readonly rows: readonly Row[];
  readonly first: number;
  /** How many rows the whole tab has: more of them were inserted, fewer deleted. */
  readonly count: number;
}

/** More rows are seldom inserted in the moment of a write; the others tell how far they have moved. */
const mostInserted = 5;
const seenAbove = 2 * mostInserted;
/** Somebody would have to type or insert a row right before each write. */
const mostRounds = 3;
const mostLooks = 10;

/** Where new rows would come to stand as the tab was read; where they do stand is known when they are written. */
export function expectedRow(open: Pick<OpenTab, 'rows' | 'headerRow'>): number {
  return lastFilledRow(open) + 1;
}

/**
 * Writes rows below the last filled one as it is now, and gives the first of them.
 *
 * Where columns of the user's own part what is written, the part with the hours comes last: a run that dies before it
 * leaves rows that count nothing and are listed by Check workbook, never one half of a transfer.
 */
export function appendRows(open: OpenTab, rows: NewCells): number {
  if (rows.length === 0) return expectedRow(open);
  const [begin = [], ...others] = partsOf(open, rows);
  const first = appendBlock(open, begin);
  boxRows(open, [{ row: first, count: rows.length }]);
  for (const part of others) {
    const now = openedTab(open.name, open.tab);
    const places = placesOf(now.rows, begin, first);
    writeIntoRows(
      now,
      part.flatMap((cells, index) => cells.flatMap(cell => withRow(cell, places[index]))),
    );
  }
  return first;
}

function withRow(cell: NewCell, row: number | undefined): CellWrite[] {
  return row === undefined ? [] : [{ ...cell, row }];
}

/** Where rows stand of which a part is written; somebody may have moved them since. */
function placesOf(now: OpenTab['rows'], begin: NewCells, first: number): (number | undefined)[] {
  const taken = new Set<number>();
  const stands = (cells: readonly NewCell[], row: number) =>
    !taken.has(row) && standAt([cells], row, each => now[each - 1] ?? []);
  return begin.map((cells, index) => {
    const isNear = stands(cells, first + index);
    const other = isNear ? -1 : now.findIndex((_, at) => at > 0 && stands(cells, at + 1));
    const place = isNear ? first + index : other < 0 ? undefined : other + 1;
    if (place !== undefined) taken.add(place);
    return place;
  });
}

/** The same in a tab that nobody sees, and of which nothing was read: all its rows are taken for filled. */
export function appendOutOfSight(
  workbook: Pick<Workbook, 'tab' | 'addTab'>,
  name: TabName,
  rows: NewCells,
): void {
  const tab = workbook.tab(name);
  const last = tab?.lastRow() ?? 0;
  if (tab && last > 0) appendBlock({ tab, headerRow: 1, rows: Array<Row>(last).fill([true]) }, rows);
  else beginOutOfSight(tab ?? workbook.addTab(name), name, rows);
}

/** Headers and rows in one write: nobody types into what nobody sees. */
function beginOutOfSight(tab: Tab, name: TabName, rows: NewCells): void {
  tab.hide();
  const headers = tabs[name].map(({ header }, at) => {
    const column = at + 1;
    return { column, value: header, format: rows[0]?.find(cell => cell.column === column)?.format };
  });
  const all = [headers, ...rows];
  tab.grow(all.length, headers.length);
  writeCells(tab, placed(all, 1));
}

/** Cells next to each other, so that they are written in one call. */
function appendBlock(open: Below, rows: NewCells): number {
  const { tab } = open;
  let first = expectedRow(open);
  for (let round = 0; round < mostLooks; round++) {
    makeRoom(tab, rows, first);
    const wanted = first;
    let tail: Tail | undefined;
    const look = () => {
      tail = tailOf(open, { from: Math.max(1, wanted - seenAbove), to: wanted + rows.length - 1 });
      return tail.first === wanted;
    };
    const [block] = blocksOf(placed(rows, wanted));
    const isWritten = block !== undefined && tab.write(block, look);
    if (!tail) break;
    if (isWritten) return settle(open, rows, tail);
    first = tail.first;
  }
  throw new Error(`Rows of ${tab.name} move all the time, so nothing was written. Try again in a minute.`);
}

function placed(rows: NewCells, first: number): CellWrite[] {
  return rows.flatMap((cells, index) => cells.map(cell => ({ ...cell, row: first + index })));
}

/** With some to spare: rows may be deleted above before these are written. */
function makeRoom(tab: Tab, rows: NewCells, first: number): void {
  tab.grow(first + rows.length - 1 + mostInserted, 1);
}

/** Read from the top where so many rows were deleted meanwhile that none of those rows is filled. */
function tailOf(open: Below, { from, to }: { readonly from: number; readonly to: number }): Tail {
  const read = rowsFrom(open.tab, from, to);
  let count = read.length;
  while (count > 0 && !isFilledRow(read[count - 1] as Row)) count--;
  if (count === 0 && from > 1) return tailOf(open, { from: 1, to });
  const first = Math.max(from + count, open.headerRow + 1);
  return { from, rows: read.slice(0, count), first, count: open.tab.rowCount() };
}

/** Up to a row at least: what is typed there now lies below the last row that was asked for a moment ago. */
function rowsFrom(tab: Tab, from: number, to: number): readonly Row[] {
  const last = Math.min(Math.max(tab.lastRow(), to), tab.rowCount());
  return last < from ? [] : tab.rows(from, last - from + 1);
}

type RowAt = (row: number) => Row;

/** Looks whether the rows have met free ones, and mends it where they have not; gives where they stand. */
function settle(open: Below, rows: NewCells, tail: Tail): number {
  let seen = tail;
  for (let round = 0; round < mostRounds; round++) {
    const { from, first, count } = seen;
    const now = rowsFrom(open.tab, from, first + rows.length - 1);
    const at: RowAt = row => now[row - from] ?? [];
    const by = open.tab.rowCount() - count;
    if (by !== 0 && standAt(rows, first + by, at)) return first + by;
    const line = by > 0 && by <= mostInserted ? lineOf(seen, at, by) : first;
    const met = seen.rows.slice(Math.max(line, first - by) - from);
    if (line >= first || !isAnyMissing(open, seen, met.slice(0, rows.length))) return first;
    seen = mend(open.tab, rows, { seen, met, by, at });
  }
  return seen.first;
}

/** What only looks displaced stands elsewhere. */
function isAnyMissing({ tab, rows: known }: Below, seen: Tail, displaced: readonly Row[]): boolean {
  const now = tab.cells();
  return displaced.some(row => countOf(row, now) < Math.max(countOf(row, known), countOf(row, seen.rows)));
}

interface Met {
  readonly seen: Tail;
  /** Rows that have come to where the new ones were written, and below. */
  readonly met: readonly Row[];
  readonly by: number;
  readonly at: RowAt;
}

/** Gives rows back what they held, and writes the new ones below them. */
function mend(tab: Tab, rows: NewCells, { seen, met, by, at }: Met): Tail {
  const place = seen.first + by - met.length;
  const back = met.flatMap((row, index) =>
    restored(row, place + index, rows[place + index - seen.first] ?? []),
  );
  const free = placed(rows, seen.first).filter(({ row }) => row < place);
  writeCells(tab, [...back, ...free.map(({ row, column }) => ({ row, column, value: '' }))]);
  const first = seen.first + by;
  makeRoom(tab, rows, first);
  writeCells(tab, placed(rows, first));
  const above = Array.from({ length: place - seen.from }, (_, index) => at(seen.from + index));
  return { from: seen.from, rows: [...above, ...met], first, count: tab.rowCount() };
}

function countOf(row: Row, all: readonly Row[]): number {
  const text = textOf(row);
  return all.filter(each => textOf(each) === text).length;
}

/** Above which row so many were inserted since the end was seen; below all of it where nothing tells. */
function lineOf({ from, rows, first }: Tail, at: RowAt, by: number): number {
  const isKnown = (row: number) => row >= from && row < first;
  const isInserted = (line: number) =>
    rows.every((cells, index) => {
      const row = from + index;
      const place = row >= line ? row + by : row;
      return !isKnown(place) || textOf(cells) === textOf(at(place));
    });
  let line = first;
  while (line > from && !isInserted(line)) line--;
  return isInserted(line) ? line : first;
}

/** What stood in the cells that a new row has met. */
function restored(old: Row, row: number, met: readonly NewCell[]): CellWrite[] {
  return met.map(({ column }) => ({ row, column, value: (old[column - 1] ?? '') as CellValue }));
}

/** Whether all that was written stands in the rows from one on; a day comes back as a Date, which tells nothing. */
function standAt(rows: NewCells, first: number, at: RowAt): boolean {
  return rows.every((cells, index) =>
    cells.every(({ column, value }) => {
      const found = at(first + index)[column - 1] ?? '';
      return typeof found === 'object'
        ? typeof value === 'number'
        : found === value || (found === false && value === '');
    }),
  );
}

/** An unticked box may come and go with its row. */
function textOf(row: Row): string {
  const cells = row.map(cell => (cell === false ? '' : cell));
  while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop();
  return JSON.stringify(cells);
}
