import { tabs } from '../ledger/sheet/tabs';
import { createRowPen, type HeaderCell, type RowWrite } from './row-pen';
import type { FindColumn, OpenTab } from './tabs';
import type { CellWrite } from './write-cells';

type Row = readonly unknown[];
type ReadRows = Pick<OpenTab, 'name' | 'tab' | 'rows' | 'column'>;

/**
 * Writes cells into rows as they were read, wherever people have brought them by now; a row that is gone gets nothing.
 *
 * A row is known by all columns of ours that are not written, or by those that are named.
 */
export function writeIntoRows(read: ReadRows, cells: readonly CellWrite[], by?: readonly string[]): void {
  const known = cells.filter(cell => cell.column > 0);
  const isRest = restOf(read, known);
  if (by || !known.some(isRest)) {
    writeKnown(read, known, by);
    return;
  }
  const first = known.filter(cell => !isRest(cell));
  writeKnown(read, first);
  writeKnown(withCells(read, first), known.filter(isRest));
}

/**
 * Tells which cells wait for the others: of rows that are written whole nothing stays by which they are known again,
 * so half of each is written first.
 */
function restOf({ name, rows, column }: ReadRows, cells: readonly CellWrite[]): (cell: CellWrite) => boolean {
  const written = tabs[name]
    .map(({ header }) => column(header))
    .filter(at => cells.some(cell => cell.column === at));
  const others = tabs[name].map(({ header }) => column(header)).filter(at => at > 0 && !written.includes(at));
  const isKnown = (row: number) => others.some(at => isFilled(rows[row - 1]?.[at - 1]));
  const rest = new Set(cells.every(({ row }) => isKnown(row)) ? [] : written.slice(mostKeys));
  return cell => rest.has(cell.column);
}

/** The first columns of each tab name its rows. */
const mostKeys = 4;

function withCells(read: ReadRows, cells: readonly CellWrite[]): ReadRows {
  const rows = [...read.rows];
  for (const { row, column, value } of cells) {
    const line = [...(rows[row - 1] ?? [])];
    line[column - 1] = value;
    rows[row - 1] = line;
  }
  return { ...read, rows };
}

function writeKnown(
  { name, tab, rows, column }: ReadRows,
  known: readonly CellWrite[],
  by?: readonly string[],
): void {
  const written = new Set(known.map(cell => cell.column));
  const all = tabs[name].map(({ header }) => header);
  const steady = all.filter(header => !written.has(column(header)));
  const textOf = (headers: readonly string[]) => (row: Row, at: FindColumn) => {
    const own = headers.map(header => row[at(header) - 1] ?? '');
    return own.some(isFilled) ? JSON.stringify(own) : '';
  };
  const stay = textOf(by ?? steady);
  // Of a row that is written whole nothing stays.
  const find = (row: Row, at: FindColumn) => stay(row, at) || textOf(all)(row, at);
  const headerAt = (place: number) => String(rows[0]?.[place - 1] ?? '');
  const cellsOf = new Map<number, HeaderCell[]>();
  for (const { row, column: at, value, format } of known)
    cellsOf.set(row, [...(cellsOf.get(row) ?? []), { header: headerAt(at), value, format }]);
  const counts = new Map<string, number>();
  const writes = rows.flatMap((row, index): RowWrite[] => {
    const name = index === 0 ? '' : find(row, column);
    const nth = counts.get(name) ?? 0;
    counts.set(name, nth + 1);
    const own = cellsOf.get(index + 1);
    const stood = { row: index + 1, isStill: (now: Row) => isAlike(row, now) };
    return own ? [{ name, nth, cells: own, stood }] : [];
  });
  if (writes.length === 0) return;
  const pen = createRowPen({ name, tab }, { find, stay });
  pen.write(writes);
  pen.check();
}

/** Whether most of what stood in a row stands there still; a blank one must be blank still. */
function isAlike(before: Row, now: Row): boolean {
  const filled = before.flatMap((cell, at) => (isFilled(cell) ? [[cell, now[at]]] : []));
  const same = filled.filter(([cell, found]) => JSON.stringify(cell) === JSON.stringify(found));
  return filled.length > 0 ? same.length * 2 >= filled.length : !now.some(isFilled);
}

function isFilled(cell: unknown): boolean {
  return cell !== '' && cell !== false && cell !== undefined;
}
