/** What *Import hours* asks of the workbook, and what it writes there. */
import {
  descriptionChoices,
  type HourRow,
  hourRowsIn,
  rowsACall,
  timeRow,
} from '../../ledger/importing/hour-row';
import { markOfSource } from '../../ledger/importing/source';
import { tabNames } from '../../ledger/model/tab-names';
import type { NewRow } from '../../ledger/reading/with-rows';
import { type Cell, cellText, isMoment, serialOf } from '../../ledger/sheet/cell';
import { isFilled } from '../../ledger/sheet/tab-cells';
import { tabs as tabSpecs } from '../../ledger/sheet/tabs';
import { isoDate } from '../../ledger/units/calendar-date';
import { foldName } from '../../ledger/units/names';
import { appendRows } from '../../workbook/append-rows';
import { type Book, ledgerOf, readTabs } from '../../workbook/open-book';
import { placeTab } from '../../workbook/place-tab';
import { type ReadTab, readTab } from '../../workbook/tabs';
import { type NewCell, type NewCells, partsOf } from '../../workbook/write-cells';
import { writeIntoRows } from '../../workbook/write-into-rows';
import { rowCells } from '../../workbook/write-rows';
import { strangeTabs } from '../set-up/strange-tabs';
import { markedRows, noteImport } from './import-rows';

/** A row of Import names as texts, in the order of its columns; *Leave out* is `true` where it is ticked. */
type NameRow = readonly string[];

/** What *Import hours…* opens with. */
export interface HoursForm {
  readonly clients: readonly string[];
  readonly names: readonly NameRow[];
  /** Where the texts of a tracker's entries go, by `importText` and the tracker. */
  readonly kept: Readonly<Record<string, string>>;
  readonly timeZone: string;
  readonly today: string;
  /** The tab in which the person stands, where it is none of ours. */
  readonly here: string;
}

const headers = tabSpecs['Import names'].map(({ header }) => header);
const textOf = (row: NameRow) => JSON.stringify([...row.slice(0, 5), row[5] === 'true']);

export function openHoursForm(book: Book, timeZone: string, here: string): HoursForm {
  const { clients } = ledgerOf(book, readTabs(book, ['Clients', 'Settings'], false), 0, {});
  const tab = readTab(book.workbook, 'Import names', book.toCell, false);
  const kept = Object.entries(book.store.read()).filter(([name]) => name.startsWith('importText'));
  return {
    clients: [...clients.values()].filter(({ row }) => row > 0).map(({ name }) => name),
    names: tab ? nameRows(tab) : [],
    kept: Object.fromEntries(kept),
    timeZone,
    today: isoDate(book.now().date),
    here: tabNames.some(name => foldName(name) === foldName(here)) ? '' : here,
  };
}

/** From row 2 on. */
function nameRows({ cells: { columns, rows } }: ReadTab): NameRow[] {
  return Array.from({ length: rows }, (_, at) =>
    headers.map(header => cellText(columns.get(header.toLowerCase())?.[at] ?? '')),
  );
}

/** What a person has said of a tracker, as a page sends it. */
export interface SaidNames {
  readonly tracker: string;
  readonly names: readonly NameRow[];
  /** Names that are put into Clients. */
  readonly clients: readonly string[];
  readonly description: string;
}

/** Remembers what was said, the last row of a pair being the one that counts, and puts new clients into Clients. */
export function keepImportNames(book: Book, given: SaidNames): void {
  const { tracker, names, clients, description } = given;
  const tab = namesTab(book);
  addClients(book, clients);
  const standing = new Set(nameRows(tab).map(textOf));
  const fresh = names.filter(name => !standing.has(textOf(name)));
  const rowOf = (name: NameRow): NewRow =>
    Object.fromEntries(
      headers.map((header, at) => [header, at === 5 ? name[at] === 'true' : String(name[at])]),
    );
  const first = appendRows(tab, rowCells(tab, fresh.map(rowOf)));
  if (fresh.length > 0) tab.tab.box(first, tab.column('Leave out'), fresh.length);
  if (descriptionChoices.some(each => each === description))
    book.store.write({ [`importText ${tracker}`.slice(0, 60)]: description });
}

/** Made by the first import, with its headers; the next set up adds notes and lists. */
function namesTab({ workbook, toCell }: Book): ReadTab {
  const read = () => readTab(workbook, 'Import names', toCell, false);
  const found = read();
  if (found && found.column('Client') > 0) return found;
  const { tab, headerRow, added } = placeTab(workbook, 'Import names');
  tab.dressHeaders(headerRow, 1, added.length);
  return read() as ReadTab;
}

function addClients({ workbook, toCell }: Book, names: readonly string[]): void {
  const clients = names.length > 0 ? readTab(workbook, 'Clients', toCell, false) : undefined;
  if (!clients) return;
  const known = new Set((clients.cells.columns.get('client') ?? []).map(cell => foldName(cellText(cell))));
  const added = names.filter(name => !known.has(foldName(name)));
  appendRows(
    clients,
    rowCells(
      clients,
      added.map(Client => ({ Client, Active: true })),
    ),
  );
}

/** What came of rows that were sent: what stood there already is never overwritten. */
export interface WrittenHours {
  readonly written: number;
  readonly already: number;
}

/**
 * Writes those rows of work that do not stand there yet.
 *
 * Each is known by its mark, so that a call that died, or whose answer was lost, is sent again without harm.
 */
export function writeHours(book: Book, given: unknown, file: unknown): WrittenHours {
  return writeMarked(book, hourRowsIn(given, rowsACall), String(file).slice(0, 200));
}

/** The same of rows that are known to be some; without a file *Undo an import* does not list them. */
export function writeMarked(book: Book, rows: readonly HourRow[], file?: string): WrittenHours {
  const time = readTab(book.workbook, 'Time', book.toCell, false);
  if (!time) throw new Error('The tab "Time" is missing. Run Block Ledger > Set up workbook.');
  const standing = markedRows(book, time);
  // Every cell is made before the first is written: what is missing is told while nothing has happened yet.
  const clocks = ['Start', 'End'].map(time.column);
  const made = rows.map(timeRow);
  const cells = rowCells(time, made).map(row =>
    // A bare part of a day tells nobody anything.
    row.map(each =>
      clocks.includes(each.column) && each.value !== '' ? { ...each, format: 'h:mm:ss' } : each,
    ),
  );
  const stands = rows.map(([source]) => standing.get(markOfSource(source) ?? ''));

  const pick = <Each>(all: readonly Each[]) => all.filter((_, at) => !stands[at]);
  const fresh = pick(rows);
  if (fresh.length > 0 && file !== undefined) noteImport(book, file, fresh, pick(made));
  const added = pick(cells);
  // Where columns of a user's own part the row, its mark goes first and its hours last: a run that dies is completed.
  const isParted = partsOf(time, added).length > 1;
  appendRows(
    time,
    isParted ? added.map(row => row.filter(({ column }) => column === time.column('Source'))) : added,
  );
  const now = isParted ? readTab(book.workbook, 'Time', book.toCell, false) : time;
  if (now) complete(now, new Map(rows.map(([source], at) => [source, cells[at] ?? []])));
  return { written: fresh.length, already: rows.length - fresh.length };
}

/** Fills in what rows lack whose mark stands there without hours; what a person has typed into them stays. */
function complete(time: ReadTab, cells: ReadonlyMap<string, NewCells[number]>): void {
  const hours = time.column('Hours');
  const lacking = (time.cells.columns.get('source') ?? []).flatMap((source, index) => {
    const row = time.rows[index + 1] ?? [];
    const isLacking = ({ column }: NewCell) => !isFilled(row[column - 1] as Cell);
    const own = cells.get(cellText(source)) ?? [];
    const isHalf = own.some(cell => cell.column === hours && isLacking(cell));
    return isHalf ? own.filter(isLacking).map(cell => ({ ...cell, row: index + 2 })) : [];
  });
  for (const isLast of [false, true])
    writeIntoRows(
      time,
      lacking.filter(({ column }) => (column === hours) === isLast),
      ['Source'],
    );
}

/** A cell of a tab that is none of ours; a day or a duration as the number of days that Sheets keeps. */
export type TabCell = string | number | boolean | { readonly days: number };

const rowsAtOnce = 5_000;

/** Reads a piece of the tab from a row on; none are left where it gives fewer than there may be. */
export function tabRows(
  { workbook, toCell }: Book,
  name: string,
  from: number,
): readonly (readonly TabCell[])[] {
  const isOurs = tabNames.some(each => foldName(each) === foldName(name));
  const isStrange = isOurs && strangeTabs(workbook).some(each => foldName(each) === foldName(name));
  const tab = isOurs && !isStrange ? undefined : workbook.page(name);
  if (!tab)
    throw new Error(`There is no tab "${name}" to read a table from. Stand in the tab that holds it.`);
  const count = Math.min(rowsAtOnce, tab.lastRow() - from + 1);
  const rows = count > 0 ? tab.rows(from, count) : [];
  return rows.map(row =>
    row.map(value => {
      const cell = toCell(value);
      return isMoment(cell) ? { days: serialOf(cell) } : cell;
    }),
  );
}
