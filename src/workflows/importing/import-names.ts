import { descriptionChoices } from '../../ledger/importing/hour-row';
import { tabNames } from '../../ledger/model/tab-names';
import type { NewRow } from '../../ledger/reading/with-rows';
import { cellText } from '../../ledger/sheet/cell';
import { tabs as tabSpecs } from '../../ledger/sheet/tabs';
import { isoDate } from '../../ledger/units/calendar-date';
import { foldName } from '../../ledger/units/names';
import { appendRows } from '../../workbook/append-rows';
import { type Book, ledgerOf, readTabs } from '../../workbook/open-book';
import { placeTab } from '../../workbook/place-tab';
import { type ReadTab, readTab } from '../../workbook/tabs';
import { rowCells } from '../../workbook/write-rows';
import { createAttempt, dressTab } from '../set-up/dress-tab';
import type { WorkbookWords } from '../set-up/set-up-workbook';

/** A row of Import names as texts, in the order of its columns; *Leave out* is `true` where it is ticked. */
export type NameRow = readonly string[];

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
export function keepImportNames(book: Book, words: () => WorkbookWords, given: SaidNames): void {
  const { tracker, names, clients, description } = given;
  const tab = namesTab(book, words);
  addClients(book, clients);
  const standing = new Set(nameRows(tab).map(textOf));
  const fresh = names.filter(name => !standing.has(textOf(name)));
  const rowOf = (name: NameRow): NewRow =>
    Object.fromEntries(
      headers.map((header, at) => [header, at === 5 ? name[at] === 'true' : String(name[at])]),
    );
  appendRows(tab, rowCells(tab, fresh.map(rowOf)));
  if (descriptionChoices.some(each => each === description))
    book.store.write({ [`importText ${tracker}`.slice(0, 60)]: description });
}

/** Made by the first import, as set up would make it. */
function namesTab({ workbook, toCell }: Book, words: () => WorkbookWords): ReadTab {
  const read = () => readTab(workbook, 'Import names', toCell, false);
  const found = read();
  if (found && found.column('Client') > 0) return found;
  const placed = placeTab(workbook, 'Import names');
  const others = new Map((['Clients', 'Work types'] as const).map(name => [name, placeTab(workbook, name)]));
  dressTab(placed, others, words().columns['Import names'], createAttempt('', []));
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
