import type { Client } from '../ledger/client';
import { foldHeader } from '../ledger/headers';
import type { Ledger } from '../ledger/ledger';
import { crossingNews, type News } from '../ledger/notices/crossing';
import { type Cell, isMoment } from '../ledger/reading/cell';
import { ledgerTabs } from '../ledger/reading/read-ledger';
import { settleOne } from '../ledger/rules/settle';
import type { TimeEntry } from '../ledger/time-entry';
import { fromSheetSerial } from '../ledger/units/calendar-date';
import { type Book, ledgerOf, readTabs } from './open-book';
import type { ReadTab } from './open-tabs';
import type { TypedEdit } from './tell-while-typing';

/** Reads the book and settles the clients with the edited rows and as they were before: who stands worse now? */
export function crossings(book: Book, edit: TypedEdit, keys: readonly string[]): readonly News[] {
  const tabs = readTabs(book, ledgerTabs, true);
  const ledger = ledgerOf(book, tabs, 0);
  const time = tabs.get('Time');
  if (!time || ledger.fatal.length > 0) return [];
  const others = ledger.entries.filter(({ row }) => row < edit.row || row >= edit.row + edit.rows);
  const before = { ...ledger, entries: [...others, ...entriesBefore(book, edit, tabs, time)] };
  return keys.flatMap(key => {
    const client = ledger.clients.get(key);
    // Figures of a client with a row that cannot be counted may be wrong, so nothing is said of them.
    if (!client?.active || ledger.broken.has(key)) return [];
    return crossed(before, ledger, client) || [];
  });
}

function crossed(before: Ledger, after: Ledger, client: Client): News | undefined {
  return crossingNews(settleOne(before, client), settleOne(after, client), after.settings);
}

/** The edited row as it was; of rows that were pasted nobody knows. */
function entriesBefore(
  book: Book,
  { row, rows, column, columns, oldValue }: TypedEdit,
  tabs: ReadonlyMap<ReadTab['name'], ReadTab>,
  time: ReadTab,
): readonly TimeEntry[] {
  if (rows > 1 || columns > 1) return [];
  const header = foldHeader(String(time.rows[0]?.[column - 1] ?? ''));
  const cells = [...time.cells.columns].map(([each, all]): [string, Cell[]] => {
    const now = all[row - 2] ?? '';
    return [each, [each === header ? cellBefore(oldValue, now) : now]];
  });
  const asItWas = { ...time, cells: { tab: 'Time' as const, rows: 1, columns: new Map(cells) } };
  const { entries } = ledgerOf(book, new Map(tabs).set('Time', asItWas), 0);
  return entries.map(entry => ({ ...entry, row }));
}

/** A trigger tells the old value as text; of a date or a duration it is the number that Sheets keeps. */
function cellBefore(oldValue: string | undefined, now: Cell): Cell {
  if (oldValue === undefined || oldValue.trim() === '') return '';
  const number = Number(oldValue);
  if (Number.isNaN(number)) return oldValue;
  if (!isMoment(now)) return number;
  const days = Math.floor(number);
  return { date: fromSheetSerial(days), second: Math.round((number - days) * 86_400) };
}
