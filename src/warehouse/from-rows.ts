import type { TabName } from '../ledger/model/tab-names';
import type { Cell } from '../ledger/sheet/cell';
import { foldHeader } from '../ledger/sheet/headers';
import type { TabCells } from '../ledger/sheet/tab-cells';
import { parseIsoDate } from '../ledger/units/calendar-date';
import { remembering } from '../ledger/units/groups';
import { readJson } from '../ledger/units/plain-json';
import { type Field, fields, type Row, type Table, tables } from './tables';

/** Cells that no typed column can hold as they were typed, by field; a day stands there as text. */
type AsTyped = Readonly<Record<string, unknown>>;

const nothingTyped: AsTyped = {};

const asTypedOf = remembering((text: string): AsTyped => {
  const read = readJson(text);
  return typeof read === 'object' && read !== null ? (read as AsTyped) : nothingTyped;
});

/** No figure depends on them, and a firm has a million such cells. */
const unread: Partial<Record<Table, readonly string[]>> = {
  time: ['Who', 'What was done', 'Asked by', 'Internal note', 'Source', 'Archive place'],
};

/**
 * Rows of a table as the cells of its tab, which the reader of the ledger judges like those of a sheet.
 *
 * With a name they are all of that client, and need not say so.
 */
export function cellsOf(table: Table, rows: readonly Row[], name?: string): TabCells {
  const tab: TabName = table === 'time' ? 'Time' : tables[table];
  const typed = rows.map(({ as_typed: text }) => (typeof text === 'string' ? asTypedOf(text) : nothingTyped));
  const columns = new Map<string, readonly Cell[]>();
  const used = new Set<string>();
  for (const filled of [rows, typed]) for (const row of filled) for (const name in row) used.add(name);
  for (const field of fields[table]) {
    if (!used.has(field.name) || unread[table]?.includes(field.header)) continue;
    const cells = rows.map((row, at) => cellOf(field, row, typed[at] as AsTyped));
    // What nobody filled is a blank for every reader, and costs none of them a look.
    if (cells.some(cell => cell !== '')) columns.set(foldHeader(field.header), cells);
  }
  if (name !== undefined) columns.set('client', Array(rows.length).fill(name));
  return { tab, rows: rows.length, columns };
}

function cellOf({ name, type }: Field, row: Row, typed: AsTyped): Cell {
  if (typed !== nothingTyped && name in typed) return typedCell(typed[name]);
  const value = row[name];
  if (value === undefined || value === null) return '';
  if (type === 'DATE') return dayOf(String(value));
  return typeof value === 'object' ? '' : (value as Cell);
}

/** The same few days stand in a hundred thousand rows. */
const dayOf = remembering((text: string): Cell => {
  const date = parseIsoDate(text);
  return date === undefined ? text : { date, second: 0 };
});

function typedCell(value: unknown): Cell {
  if (typeof value !== 'object') return value as Cell;
  const { date, second } = (value ?? {}) as { readonly date?: unknown; readonly second?: unknown };
  return typeof date === 'number' && typeof second === 'number'
    ? ({ date, second } as Exclude<Cell, string | number | boolean>)
    : '';
}
