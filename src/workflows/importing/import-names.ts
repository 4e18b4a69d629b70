import { descriptionChoices } from '../../ledger/importing/plan-hours';
import type { KnownName } from '../../ledger/importing/log-names';
import { tabNames } from '../../ledger/model/tab-names';
import { readYesNo } from '../../ledger/reading/values';
import { cellText } from '../../ledger/sheet/cell';
import { isoDate } from '../../ledger/units/calendar-date';
import { foldName } from '../../ledger/units/names';
import { appendRows } from '../../workbook/append-rows';
import { type Book, ledgerOf, readTabs } from '../../workbook/open-book';
import { placeTab } from '../../workbook/place-tab';
import { type ReadTab, readTab } from '../../workbook/tabs';
import type { CellValue } from '../../workbook/workbook';
import { writeIntoRows } from '../../workbook/write-into-rows';
import { rowCells } from '../../workbook/write-rows';
import { createAttempt, dressTab } from '../set-up/dress-tab';
import type { WorkbookWords } from '../set-up/set-up-workbook';

/** What *Import hours…* opens with. */
export interface HoursForm {
  readonly clients: readonly string[];
  readonly known: readonly KnownName[];
  /** By tracker: where the texts of its entries go. */
  readonly descriptions: Readonly<Record<string, string>>;
  readonly timeZone: string;
  readonly today: string;
  /** The tab in which the person stands, where it is none of ours. */
  readonly here: string;
}

const describedBy = 'importText ';

export function openHoursForm(book: Book, timeZone: string, here: string): HoursForm {
  const ledger = ledgerOf(book, readTabs(book, ['Clients', 'Settings'], false), 0, {});
  const clients = [...ledger.clients.values()].filter(({ row }) => row > 0).map(({ name }) => name);
  const values = Object.entries(book.store.read()).filter(([name]) => name.startsWith(describedBy));
  const tab = readTab(book.workbook, 'Import names', book.toCell, false);
  return {
    clients,
    known: tab ? namesIn(tab).map(({ known }) => known) : [],
    descriptions: Object.fromEntries(values.map(([name, value]) => [name.slice(describedBy.length), value])),
    timeZone,
    today: isoDate(book.now().date),
    here: tabNames.some(name => foldName(name) === foldName(here)) ? '' : here,
  };
}

interface NameRow {
  readonly row: number;
  readonly known: KnownName;
}

function namesIn({ cells: { columns, rows } }: ReadTab): NameRow[] {
  const cell = (header: string, index: number) => columns.get(header)?.[index] ?? '';
  const text = (header: string, index: number) => cellText(cell(header, index));
  return Array.from({ length: rows }, (_, index): NameRow => {
    const workType = text('work type', index);
    const leftOut = readYesNo('Leave out', cell('leave out', index)) === true;
    return {
      row: index + 2,
      known: {
        tracker: text('tracker', index),
        there: { client: text('client there', index), project: text('project there', index) },
        choice: { client: text('client', index), ...(leftOut && { leftOut }), ...(workType && { workType }) },
      },
    };
  }).filter(({ known: { there } }) => there.client !== '' || there.project !== '');
}

/** What a person has said of a tracker's names, as a page sends it. */
export interface SaidNames {
  readonly tracker: string;
  readonly names: readonly KnownName[];
  /** Names that are put into Clients. */
  readonly clients: readonly string[];
  readonly description?: string;
}

/** Remembers what was said, and puts new clients into Clients; what stands there already stays as it is. */
export function keepImportNames(book: Book, words: () => WorkbookWords, given: SaidNames): void {
  const tab = namesTab(book, words);
  addClients(book, texts(given.clients));
  const tracker = String(given.tracker);
  const said = (Array.isArray(given.names) ? given.names : []).map(name => rowOf(name, tracker));
  const standing = namesIn(tab);
  const [writes, added]: [Parameters<typeof writeIntoRows>[1][number][], typeof said] = [[], []];
  for (const row of said) {
    const stands = standing.find(({ known }) => keyOf(known.tracker, known.there) === keyOf(tracker, row.there));
    if (!stands) added.push(row);
    else if (stands.known.choice.client !== row.cells.Client || Boolean(stands.known.choice.leftOut) !== row.cells['Leave out'])
      for (const header of ['Client', 'Leave out'] as const)
        writes.push({ row: stands.row, column: tab.column(header), value: row.cells[header] });
  }
  writeIntoRows(tab, writes.filter(({ column }) => column > 0), ['Tracker', 'Client there', 'Project there']);
  appendRows(tab, rowCells(tab, added.map(({ cells }) => cells)));
  const description = descriptionChoices.find(each => each === given.description);
  if (description) book.store.write({ [describedBy + tracker.slice(0, 40)]: description });
}

const texts = (given: unknown): string[] => (Array.isArray(given) ? given.map(String).filter(Boolean) : []);
const keyOf = (tracker: string, { client, project }: KnownName['there']) =>
  [tracker, client, project].map(foldName).join('\u0000');

function rowOf({ there, choice }: KnownName, tracker: string) {
  const pair = { client: String(there.client), project: String(there.project) };
  const cells: { readonly Client: CellValue; readonly 'Leave out': CellValue } & Record<string, CellValue> = {
    Tracker: tracker,
    'Client there': pair.client,
    'Project there': pair.project,
    Client: String(choice.client ?? ''),
    'Leave out': choice.leftOut === true,
  };
  return { there: pair, cells };
}

/** Made by the first import, as set up would make it. */
function namesTab(book: Book, words: () => WorkbookWords): ReadTab {
  const found = readTab(book.workbook, 'Import names', book.toCell, false);
  if (found && found.column('Client') > 0) return found;
  const placed = placeTab(book.workbook, 'Import names');
  const others = new Map((['Clients', 'Work types'] as const).map(name => [name, placeTab(book.workbook, name)]));
  dressTab(placed, others, words().columns['Import names'], createAttempt(placed.tab.name, []));
  return readTab(book.workbook, 'Import names', book.toCell, false) as ReadTab;
}

function addClients(book: Book, names: readonly string[]): void {
  if (names.length === 0) return;
  const clients = readTab(book.workbook, 'Clients', book.toCell, false);
  if (!clients) throw new Error('The tab "Clients" is missing. Run Block Ledger > Set up workbook.');
  const known = new Set((clients.cells.columns.get('client') ?? []).map(cell => foldName(cellText(cell))));
  const added = names.filter(name => {
    const isNew = !known.has(foldName(name));
    known.add(foldName(name));
    return isNew;
  });
  appendRows(clients, rowCells(clients, added.map(Client => ({ Client, Active: true }))));
}
