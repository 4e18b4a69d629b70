import { ruleNamed } from '../../ledger/changes/rule-effect';
import type { Client } from '../../ledger/model/client';
import type { Ledger } from '../../ledger/model/ledger';
import type { TimeEntry } from '../../ledger/model/time-entry';
import { crossingNews, gravest, type News, unlistedNews } from '../../ledger/notices/crossing';
import { readLedger, stampTabs } from '../../ledger/reading/read-ledger';
import { mostCharged, readTypedWork, type TypedWork } from '../../ledger/reading/typed-work';
import { isSettledWithout, settleOne } from '../../ledger/rules/settle';
import { isNear } from '../../ledger/rules/standing';
import { type Cell, cellText, isMoment, momentOfSerial } from '../../ledger/sheet/cell';
import { foldHeader } from '../../ledger/sheet/headers';
import { archiveTabs } from '../../ledger/sheet/tab-groups';
import { foldName } from '../../ledger/units/names';
import { type Figures, findFigures } from '../../workbook/figure-store';
import { type Book, ledgerOf, readTabs } from '../../workbook/open-book';
import type { Cache } from '../../workbook/ports';
import { parseStamp } from '../../workbook/stamp';

import { columnFinder, headersOf, openTab, type ReadTab } from '../../workbook/tabs';
import { type EditedRows, lookAtEdited, priceNews, readEdited, retypedNews } from './doubt-while-typing';
import type { TypedEdit } from './tick-new-rows';

/**
 * What to say of an edit: hours that have become low or used up by it, a name that is not in Clients or was retyped
 * there, and whatever is hardly meant so.
 *
 * Typing must stay quick, so the kept figures decide first, and only a client whom the typed hours could bring below
 * a threshold has the tabs read. `latest` is the newest stamp, whether or not it knows of this edit already.
 */
export function newsWhileTyping(
  book: Book,
  cache: Cache,
  edit: TypedEdit,
  latest: string | undefined,
): string | undefined {
  const tab = foldHeader(edit.tab);
  const stamp = parseStamp(latest || '');
  const figuresOf = (keys: readonly string[]) => stamp && findFigures(cache, stamp, {}, keys);
  if (tab === 'settings') return ruleNews(book, edit);
  if (tab === 'clients') return retypedNews(book, edit, figuresOf([foldName(edit.oldValue ?? '')]));
  if (tab === 'blocks') return blockNews(book, edit);
  return tab === 'time' ? workNews(book, edit, figuresOf) : undefined;
}

function blockNews(book: Book, edit: TypedEdit): string | undefined {
  const edited = readEdited(book, 'Blocks', edit);
  if (!edited) return undefined;
  const looked = lookAtEdited(book, edited);
  return gravest(looked.news) ?? priceNews(looked, edited);
}

function workNews(
  book: Book,
  edit: TypedEdit,
  figuresOf: (keys: readonly string[]) => Figures | undefined,
): string | undefined {
  const edited = readEdited(book, 'Time', edit);
  const typed = edited ? editedWork(edited) : [];
  if (!edited || typed.length === 0) return undefined;
  const keys = [...new Set(typed.map(({ client }) => foldName(client)))];
  const figures = figuresOf(keys);
  const unlisted = keys.filter(key => !figures?.clients.get(key)?.watch.isListed);
  const names = unlisted.length > 0 ? listedNames(book) : new Map<string, string>();
  const unknown = unlisted.filter(key => !names.has(key));
  const near = keys.filter(key => !unknown.includes(key) && couldCross(key, typed, figures));
  const nameOf = (key: string) => typed.find(({ client }) => foldName(client) === key)?.client ?? key;
  const news: News[] = [
    ...lookAtEdited(book, edited, figures).news,
    ...unknown.map(key => unlistedNews(nameOf(key), names.values())),
  ];
  // What a slip would bring about is not told as if it were so.
  const isDoubted = news.length > unknown.length;
  return gravest(near.length > 0 && !isDoubted ? [...news, ...crossings(book, edit, near)] : news);
}

/** Under which the cache keeps what was said last, and of which row. */
export const lastWord = 'last word';

/** A row is typed cell by cell: what was said of it a moment ago is not said again. */
export function onceForRow(
  news: string | undefined,
  { tab, row }: Pick<TypedEdit, 'tab' | 'row'>,
  said: string | undefined,
  cache: Pick<Cache, 'putAll'>,
): string | undefined {
  const word = `${tab} ${row} ${news}`;
  if (news === undefined || word === said) return undefined;
  cache.putAll({ [lastWord]: word });
  return news;
}

/** Whoever types another rule may not know that it counts for work of the past too. */
function ruleNews({ workbook, toCell }: Book, { row, rows, oldValue }: TypedEdit): string | undefined {
  if (rows !== 1 || oldValue === undefined) return undefined;
  const tab = workbook.tab('Settings');
  const at = tab ? columnFinder(headersOf('Settings', tab).headers)('Setting') - 1 : -1;
  const name = tab && at >= 0 ? cellText(toCell(tab.rows(row, 1)[0]?.[at] ?? '')) : '';
  if (!ruleNamed(name)) return undefined;
  return `${name} counts for earlier work too, but for closed months. Ctrl+Z takes it back; More > Books > Change a rule… says first what it moves.`;
}

/** The work in the edited rows, as far as they are complete. */
function editedWork({ cells, above }: EditedRows): readonly TypedWork[] {
  const columns = [...cells.columns].map(([header, all]) => [header, all.slice(above)] as const);
  return readTypedWork({ ...cells, columns: new Map(columns), rows: cells.rows - above });
}

/** The names in Clients, for what the kept figures do not know may have been added a moment ago. */
function listedNames({ workbook }: Book): ReadonlyMap<string, string> {
  const open = openTab(workbook, 'Clients');
  const at = open ? open.column('Client') - 1 : -1;
  const names = open?.rows.slice(1).map(row => String(row[at] ?? '').trim()) ?? [];
  return new Map(names.filter(name => name !== '').map(name => [foldName(name), name]));
}

/** Whether the typed hours could bring about a level, with kept figures that may count them already, or not yet. */
function couldCross(key: string, typed: readonly TypedWork[], figures: Figures | undefined): boolean {
  const found = figures?.clients.get(key);
  if (!figures || !found) return true;
  const own = typed.filter(({ client }) => foldName(client) === key);
  const most = (work: TypedWork) => mostCharged(work, found.watch, figures.firm.highestMultiplier);
  return isNear(
    found.watch.margins,
    own.reduce((sum, work) => sum + most(work), 0),
  );
}

/** Reads the book and settles the clients with the edited rows and as they were before: who stands worse now? */
function crossings(book: Book, edit: TypedEdit, keys: readonly string[]): readonly News[] {
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
  return readLedger({ tabs: cells, clockToday: book.now().date, highestBlock: 0, neverBehind: true });
}

/** A trigger tells the old value as text; of a date or a duration it is the number that Sheets keeps. */
function cellBefore(oldValue: string | undefined, now: Cell): Cell {
  if (oldValue === undefined || oldValue.trim() === '') return '';
  const number = Number(oldValue);
  if (Number.isNaN(number)) return oldValue;
  if (!isMoment(now)) return number;
  return momentOfSerial(number);
}
