/** What *Bring in your workbook* asks of the workbook, and what it writes there: clients, blocks and hours together. */

import { blockKey } from '../../ledger/importing/block-key';
import { type HourRow, hourRowsIn, rowsACall } from '../../ledger/importing/hour-row';
import { blockNumber } from '../../ledger/model/block';
import type { ClientTerms } from '../../ledger/model/settings';
import { type TabName, tabNames } from '../../ledger/model/tab-names';
import type { NewRow } from '../../ledger/reading/with-rows';
import { type Cell, isMoment } from '../../ledger/sheet/cell';
import { tabs as tabSpecs } from '../../ledger/sheet/tabs';
import { type CalendarDate, dateText, toSheetSerial } from '../../ledger/units/calendar-date';
import { counted } from '../../ledger/units/local-text';
import { foldName } from '../../ledger/units/names';
import { hoursOf } from '../../ledger/units/seconds';
import { type Book, type OpenBook, openBook } from '../../workbook/open-book';
import { newRowsIn, writeAsSeen } from '../../workbook/seen-form';
import { soundTab, unsoundWords } from '../../workbook/write-rows';
import { newBlockRows } from '../blocks/new-block-rows';
import { strangeTabs, strangeWords } from '../set-up/strange-tabs';
import { type HoursForm, keepImportNames, openHoursForm, type SaidNames, writeHours } from './bring-hours';
import { importName } from './import-rows';
import { type HoursPreview, type OtherRows, previewHours } from './preview-hours';

type OwnTerms = Pick<ClientTerms, 'normalRate' | 'currency'>;

/** What the page needs to plan by itself; plain values, as a page can take them. */
export interface BookForm extends HoursForm {
  readonly terms: OwnTerms;
  readonly date: CalendarDate;
  readonly own: readonly (readonly [key: string, terms: OwnTerms])[];
  /** Clients that have an opening balance. */
  readonly openings: readonly string[];
  /** What stands in Blocks, by `blockKey`. */
  readonly standing: readonly string[];
  /** Tabs of ours into which nothing can be written, and how each is mended. */
  readonly inTheWay: readonly TabProblem[];
}

interface TabProblem {
  readonly tab: TabName;
  readonly line: number;
  readonly message: string;
}

/** Tabs that are none of ours, whatever they are called. */
export function listForeignTabs({ workbook }: Book): readonly string[] {
  const strange = new Set<string>(strangeTabs(workbook).map(foldName));
  const ours = new Set<string>(tabNames.map(foldName));
  return [...workbook.pageIds().keys()].filter(
    page => !ours.has(foldName(page)) || strange.has(foldName(page)),
  );
}

export function openBookForm(book: Book, timeZone: string): BookForm {
  const opened = openBook(book);
  const { settings, clients, blocks } = opened.ledger;
  const termsOf = ({ normalRate, currency }: OwnTerms): OwnTerms => ({ normalRate, currency });
  return {
    ...openHoursForm(book, timeZone, ''),
    terms: termsOf(settings.terms),
    date: settings.today,
    own: [...clients.values()].filter(({ row }) => row > 0).map(({ key, terms }) => [key, termsOf(terms)]),
    openings: blocks.filter(({ kind }) => kind === 'Opening').map(({ clientKey }) => clientKey),
    standing: blocks.map(({ clientKey, date, hours }) =>
      blockKey(clientKey, toSheetSerial(date), hoursOf(hours)),
    ),
    inTheWay: tabsInTheWay(book, opened),
  };
}

/** Told when the page opens: what somebody has answered until then would be for nothing. */
function tabsInTheWay({ workbook }: Book, opened: OpenBook): readonly TabProblem[] {
  const strange = strangeTabs(workbook);
  return (['Clients', 'Blocks', 'Time'] as const).flatMap(tab => {
    const message = strange.includes(tab) ? strangeWords(tab) : unsoundWords(opened, tab);
    return message ? [{ tab, line: 1, message }] : [];
  });
}

/** All that would be brought in, as a page sends it. */
export interface BookRows {
  readonly clients: readonly NewRow[];
  readonly blocks: readonly NewRow[];
  readonly hours: readonly HourRow[];
  readonly names: SaidNames;
}

const mostRows = 500;
/** More would not be written within the time that Google gives a call. */
const mostHours = 5_000;
const longestText = 40_000;

/** Anybody may call the script: rows that no page of ours has sent are refused. */
function rowsIn(given: unknown, tab: TabName): readonly NewRow[] {
  const headers = new Set(tabSpecs[tab].map(({ header }) => header));
  const isCell = (cell: unknown) =>
    typeof cell === 'boolean' ||
    (typeof cell === 'number' && Number.isFinite(cell)) ||
    (typeof cell === 'string' && cell.length <= longestText) ||
    (typeof cell === 'object' && cell !== null && isMoment(cell as Cell) && isWhole(cell as object));
  const isRow = (row: unknown) =>
    typeof row === 'object' &&
    row !== null &&
    Object.entries(row).every(([header, cell]) => headers.has(header) && isCell(cell));
  if (Array.isArray(given) && given.length <= mostRows && given.every(isRow)) return given;
  throw new Error(`These are no rows of ${tab}, or more than ${mostRows}, so nothing was written.`);
}

function isWhole(moment: object): boolean {
  const { date, second } = moment as { date?: unknown; second?: unknown };
  return Number.isInteger(date) && Number.isInteger(second);
}

function bookRowsIn(given: unknown): BookRows {
  const { clients, blocks, hours, names } = Object(given) as Record<string, unknown>;
  return {
    clients: rowsIn(clients, 'Clients'),
    blocks: rowsIn(blocks, 'Blocks'),
    hours: hourRowsIn(hours, mostHours),
    names: names as SaidNames,
  };
}

/** What all of it would do, before any of it is written. */
export function previewBook(book: Book, given: unknown): HoursPreview {
  const rows = bookRowsIn(given);
  const opened = openBook(book);
  return previewHours(book, rows.hours, [], freshRows(opened, rows));
}

/** Clients that nobody has typed meanwhile, and blocks with their numbers. */
function freshRows({ ledger }: OpenBook, { clients, blocks }: BookRows): OtherRows {
  return {
    clients: clients.filter(
      ({ Client = '' }) => (ledger.clients.get(foldName(String(Client)))?.row ?? 0) === 0,
    ),
    blocks: blocks.map((row, at) => ({ ...row, Block: blockNumber(ledger.numbers.highest + 1 + at) })),
  };
}

/** What was written; nothing where the workbook is another one than the page has shown. */
export interface BroughtBook {
  readonly done?: { readonly clients: number; readonly blocks: number; readonly hours: number };
}

function isNothing({ clients, blocks, hours }: BookRows): boolean {
  return clients.length + blocks.length + hours.length === 0;
}

const file = 'tabs of this workbook';

/**
 * Writes what the page has shown, all of it, and remembers it for one undo.
 *
 * Clients and blocks are written once an attempt; each of the hours is known by its mark. So what a run leaves half way
 * is completed by the same attempt, and by another one too.
 */
export function writeBook(book: Book, given: unknown, attempt: unknown): BroughtBook {
  const rows = bookRowsIn(given);
  const hours = importName(dateText(book.now().date), file);
  const answer = writeAsSeen<BroughtBook>({
    ...{ book, title: 'Bring in your workbook', attempt },
    plan: () => {
      const opened = openBook(book);
      const { clients, blocks } = freshRows(opened, rows);
      if (clients.length < rows.clients.length || isNothing(rows)) return { instead: {} };
      const counts = { clients: clients.length, blocks: blocks.length, hours: rows.hours.length };
      const what = [
        counted(counts.clients, 'client'),
        counted(counts.blocks, 'block'),
        counted(counts.hours, 'entry', 'entries'),
      ].join(', ');
      const { after: _, ...written } =
        blocks.length > 0
          ? newBlockRows(opened, blocks, [[soundTab(opened, 'Clients'), clients]])
          : { after: 0, ...newRowsIn([[soundTab(opened, 'Clients'), clients]]) };
      // What is missing is told before anything is written.
      soundTab(opened, 'Time');
      return { ...written, what, done: { done: counts }, ...(counts.hours > 0 && { hours }) };
    },
  });
  if (!answer.done) return answer;
  if (rows.hours.length + rows.names.names.length > 0) keepImportNames(book, rows.names);
  for (let at = 0; at < rows.hours.length; at += rowsACall)
    writeHours(book, rows.hours.slice(at, at + rowsACall), file);
  // Rate, currency and tax of each sale are written in at once, before anybody changes the firm's.
  openBook(book);
  return answer;
}
