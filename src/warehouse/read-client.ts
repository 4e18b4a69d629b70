import type { Block } from '../ledger/model/block';
import type { Client } from '../ledger/model/client';
import type { Issue, IssueList } from '../ledger/model/issue';
import type { Ledger } from '../ledger/model/ledger';
import type { Settings } from '../ledger/model/settings';
import type { TimeEntry } from '../ledger/model/time-entry';
import { numberBlocks } from '../ledger/reading/number-blocks';
import { readBlocks } from '../ledger/reading/read-blocks';
import { readClients } from '../ledger/reading/read-clients';
import { readSettings } from '../ledger/reading/read-settings';
import { readTime } from '../ledger/reading/read-time';
import { readWorkTypes, type WorkTypes } from '../ledger/reading/read-work-types';
import { drawnPrices } from '../ledger/rules/money';
import { addDays, type CalendarDate, fromSheetSerial, isoDate } from '../ledger/units/calendar-date';
import { amountNumber } from '../ledger/units/money';
import { type EqualEntries, foldDays } from './fold-days';
import { cellsOf } from './from-rows';
import type { Row } from './tables';

/** What holds for every client of a book. */
export interface GivenBook {
  readonly settings: readonly Row[];
  readonly work_types: readonly Row[];
}

/** All rows of one client, in any order. */
export interface GivenClient {
  /** The key of its name. */
  readonly key: string;
  /** As it stands in rows of time that have none. */
  readonly name?: string;
  /** Its own, and of those with whom it has exchanged hours. */
  readonly clients: readonly Row[];
  /** Its own, and the other sides of its transfers. */
  readonly blocks: readonly Row[];
  /**
   * Those that are equal but for their day may be one, with all `days`: `20780*2,20781` is two on one and one on the
   * next. Or they are a list, each day as often as there are rows on it. Where none has a day that can be read, `n` is how many there are.
   */
  readonly time: readonly Row[];
}

export interface ReadClient {
  readonly client: Client;
  /** In which the client stands alone. */
  readonly ledger: Ledger;
  readonly blocks: readonly Block[];
  readonly entries: TimeEntry[];
  readonly rowsLeftOut: number;
}

/** Days are counted from here, and no sale is earlier: a book without Today has this one. */
const firstDate = fromSheetSerial(25_569);

export interface ReadBook {
  readonly settings: Settings;
  readonly types: WorkTypes;
}

export function readBook({ settings, work_types: types }: GivenBook): ReadBook {
  const issues = noIssues();
  return {
    settings: readSettings(cellsOf('settings', inOrder(settings)), firstDate, issues),
    types: readWorkTypes(cellsOf('work_types', inOrder(types)), issues),
  };
}

function noIssues(): IssueList {
  return { all: [], broken: new Map(), fatal: [] };
}

/** As they stand in the sheet: of two rows of one name the first counts. */
function inOrder(rows: readonly Row[]): readonly Row[] {
  const place = ({ sheet_row: row }: Row) => Number(row ?? 0);
  const isSorted = rows.every((row, at) => at === 0 || place(rows[at - 1] as Row) <= place(row));
  return isSorted ? rows : rows.map(row => row).sort((a, b) => place(a) - place(b));
}

/** Reads a client as of a day by the rules of its book; nothing where no row of it counts as a client's. */
export function readClient(
  given: GivenClient,
  { settings: firm, types }: ReadBook,
  today: CalendarDate,
): ReadClient | undefined {
  const settings = { ...firm, today };
  const issues = noIssues();
  const book = {
    clients: readClients(cellsOf('clients', inOrder(given.clients)), settings, issues),
    settings,
    issues,
  };
  const blockRows = inOrder(given.blocks);
  const blocks = readBlockRows(blockRows, book);
  const time = inOrder(given.time);
  const days = time.map(daysOf);
  const read = readTime(cellsOf('time', time.map(withFirstDay(days)), given.name), types, book);
  const client = book.clients.get(given.key);
  if (!client) return undefined;
  const countOf = (row: number) =>
    days[row - 2]?.reduce((sum, [, count]) => sum + count, 0) ?? Number(time[row - 2]?.n ?? 1);
  const equal = read.map(
    (entry): EqualEntries => ({ entry, days: days[entry.row - 2] ?? [[entry.date, countOf(entry.row)]] }),
  );
  const entries = foldDays(equal, client.terms);
  const broken = issues.broken.get(given.key) ?? [];
  const isDoubtful = [...blockRows, ...time].some(({ doubt }) => typeof doubt === 'string');
  const ledger: Ledger = {
    ...{ settings, clients: book.clients, blocks, entries, workTypes: types },
    broken: issues.broken,
    doubtful: new Map(isDoubtful ? [[given.key, []]] : []),
    ...nothingElse,
  };
  const priced = priceDraws(blockRows, ledger, rows => readBlockRows(rows, { ...book, issues: noIssues() }));
  const rowsLeftOut = leftOut(broken, countOf);
  return { client, ledger, blocks: priced.filter(isOwn(given)), entries, rowsLeftOut };
}

type Days = EqualEntries['days'];

function daysOf({ days }: Row): Days | undefined {
  if (Array.isArray(days)) return counted(days);
  if (typeof days !== 'string') return undefined;
  return days.split(',').map(each => {
    const [day = 0, count = 1] = each.split('*').map(Number);
    return [addDays(firstDate, day), count];
  });
}

/** Rows come by day, so equal days mostly follow one another; one that comes again later is no harm. */
function counted(days: readonly CalendarDate[]): Days {
  const counts: [CalendarDate, number][] = [];
  for (const day of days) {
    const last = counts[counts.length - 1];
    if (last && last[0] === day) last[1]++;
    else counts.push([day, 1]);
  }
  return counts;
}

/** No day of a table is one that the reader refuses, so it judges the row by its first. */
function withFirstDay(days: readonly (Days | undefined)[]): (row: Row, at: number) => Row {
  return (row, at) => {
    const [first] = days[at] ?? [];
    return first ? { ...row, date: isoDate(first[0]) } : row;
  };
}

type ReadingBook = Parameters<typeof readBlocks>[2];

function readBlockRows(rows: readonly Row[], book: ReadingBook): Block[] {
  const cells = cellsOf('blocks', rows);
  return readBlocks(cells, numberBlocks(cells, [], 0), book);
}

function isOwn({ key }: GivenClient) {
  return ({ clientKey }: { readonly clientKey: string }) => clientKey === key;
}

/** Of what only a whole workbook tells: notices, agreements, what was there before. */
const nothingElse = {
  archive: undefined,
  numbers: { rows: new Map(), highest: 0 },
  lastNotices: new Map(),
  sentNotices: new Map(),
  agreements: new Map(),
  issues: [],
  fatal: [],
  unbooked: new Map(),
  missing: [],
};

/** A row that stands for several that cannot be counted is as many. */
function leftOut(broken: readonly Issue[], countOf: (row: number) => number): number {
  const rows = new Map(broken.map(({ tab, row }) => [`${tab} ${row}`, tab === 'Time' ? countOf(row) : 1]));
  return [...rows.values()].reduce((sum, count) => sum + count, 0);
}

/** Transfers onwards of transfers: nobody moves hours that often in one go. */
const mostRounds = 10;

/** A refund without an amount is worth what its hours draw: it is written in, and the rows are read again, as a run does. */
function priceDraws(
  rows: readonly Row[],
  ledger: Ledger,
  readAgain: (rows: readonly Row[]) => Block[],
): readonly Block[] {
  let [own, { blocks }] = [rows, ledger];
  for (let round = 0; round < mostRounds; round++) {
    const prices = drawnPrices({ ...ledger, blocks });
    if (prices.length === 0) break;
    const priceOf = new Map(
      prices.map(({ block, price }) => [block.row - 2, amountNumber(price, block.currency)]),
    );
    own = own.map((row, at) => (priceOf.has(at) ? { ...row, price: priceOf.get(at) } : row));
    blocks = readAgain(own);
  }
  return blocks;
}
