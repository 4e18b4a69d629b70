import type { Client } from '../../ledger/model/client';
import type { Ledger } from '../../ledger/model/ledger';
import type { TimeEntry } from '../../ledger/model/time-entry';
import { crossingNews, type News } from '../../ledger/notices/crossing';
import { readLedger, stampTabs } from '../../ledger/reading/read-ledger';
import { isSettledWithout, settleOne } from '../../ledger/rules/settle';
import { type Cell, isMoment, momentOfSerial } from '../../ledger/sheet/cell';
import { foldHeader } from '../../ledger/sheet/headers';
import { archiveTabs } from '../../ledger/sheet/tabs';
import { type Book, ledgerOf, readTabs } from '../../workbook/open-book';
import type { ReadTab } from '../../workbook/tabs';
import type { TypedEdit } from './tick-new-rows';

/** Reads the book and settles the clients with the edited rows and as they were before: who stands worse now? */
export function crossings(book: Book, edit: TypedEdit, keys: readonly string[]): readonly News[] {
  const tabs = readTabs(book, stampTabs, true);
  const time = tabs.get('Time');
  const known = ledgerOf(book, tabs, 0, {});
  if (!time || known.fatal.length > 0) return [];
  const earlier = entriesBefore(book, edit, tabs, time);
  // An edit before the archive's end: as it was, the ledger may fit what is kept no more, or no more again.
  const fits =
    !known.archive ||
    known.archive.isRead ||
    isSettledWithout(asItWas(known, edit, earlier), known.settings.today);
  const ledger = fits ? known : ledgerOf(book, tabs, 0, 'all work');
  const before = asItWas(ledger, edit, earlier);
  return keys.flatMap(key => {
    const client = ledger.clients.get(key);
    // Figures of a client with a row that cannot be counted may be wrong, so nothing is said of them.
    if (!client?.active || ledger.broken.has(key)) return [];
    return crossed(before, ledger, client) || [];
  });
}

function asItWas(ledger: Ledger, edit: TypedEdit, earlier: readonly TimeEntry[]): Ledger {
  const isEdited = ({ row, archived }: TimeEntry) =>
    archived === undefined && row >= edit.row && row < edit.row + edit.rows;
  return { ...ledger, entries: [...ledger.entries.filter(entry => !isEdited(entry)), ...earlier] };
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
  const typed = { ...time, cells: { tab: 'Time' as const, rows: 1, columns: new Map(cells) } };
  const alone = new Map(tabs).set('Time', typed);
  for (const name of archiveTabs) alone.delete(name);
  const { entries } = entriesAlone(book, alone);
  return entries.map(entry => ({ ...entry, row }));
}

/** No archive is needed to read one row. */
function entriesAlone(book: Book, tabs: ReadonlyMap<ReadTab['name'], ReadTab>): Ledger {
  const cells = new Map([...tabs].map(([name, tab]) => [name, tab.cells]));
  return readLedger({ tabs: cells, clockToday: book.now().date, highestBlock: 0 });
}

/** A trigger tells the old value as text; of a date or a duration it is the number that Sheets keeps. */
function cellBefore(oldValue: string | undefined, now: Cell): Cell {
  if (oldValue === undefined || oldValue.trim() === '') return '';
  const number = Number(oldValue);
  if (Number.isNaN(number)) return oldValue;
  if (!isMoment(now)) return number;
  return momentOfSerial(number);
}
