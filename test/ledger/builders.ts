import type { Ledger } from '../../src/ledger/model/ledger';
import type { TabName } from '../../src/ledger/model/tab-names';
import { ledgerTabs, readLedger } from '../../src/ledger/reading/read-ledger';
import { balanceOf, type SettledClient, settleLedger } from '../../src/ledger/rules/settle';
import type { Cell, SheetMoment } from '../../src/ledger/sheet/cell';
import type { TabCells } from '../../src/ledger/sheet/tab-cells';
import { tabs } from '../../src/ledger/sheet/tabs';
import {
  addDays,
  type CalendarDate,
  fromSheetSerial,
  parseIsoDate,
} from '../../src/ledger/units/calendar-date';
import type { Currency, MinorUnits } from '../../src/ledger/units/money';
import { foldName } from '../../src/ledger/units/names';
import { hoursOf, type Seconds } from '../../src/ledger/units/seconds';

/** A row as a person fills it: header and cell. */
export type Row = Readonly<Record<string, Cell>>;

/** A workbook as a person would type it; what is left out is as set up makes it. */
export interface Book {
  readonly clients?: readonly Row[];
  readonly blocks?: readonly Row[];
  readonly time?: readonly Row[];
  readonly workTypes?: readonly Row[];
  readonly settings?: Readonly<Record<string, Cell>>;
  readonly notices?: readonly Row[];
  /** Where it is missing the workbook has no such tab, as one of an earlier version. */
  readonly agreements?: readonly Row[];
  readonly today?: string;
  readonly highestBlock?: number;
}

const workTypes: readonly Row[] = [
  { 'Work type': 'Remote', Multiplier: 1, Billable: true },
  { 'Work type': 'On-site', Multiplier: 1, Billable: true },
  { 'Work type': 'After hours', Multiplier: 1.5, Billable: true },
  { 'Work type': 'Emergency', Multiplier: 2, Billable: true },
  { 'Work type': 'Under agreement', Multiplier: 1, Billable: false },
];

export function day(iso: string): CalendarDate {
  const date = parseIsoDate(iso);
  if (date === undefined) throw new Error(`No such day: ${iso}`);
  return date;
}

/** A cell with a date, as the spreadsheet shows it; `clock` in hours. */
export function dateCell(iso: string, clock = 0): SheetMoment {
  return { date: day(iso), second: clock * 3600 };
}

/** A cell with a duration: 1:30 arrives as half past one on 30 December 1899. */
export function durationCell(hours: number): SheetMoment {
  const days = Math.floor(hours / 24);
  return { date: addDays(fromSheetSerial(0), days), second: Math.round((hours - days * 24) * 3600) };
}

export function h(hours: number): Seconds {
  return Math.round(hours * 3600) as Seconds;
}

export function cents(amount: number): MinorUnits {
  return amount as MinorUnits;
}

export const usd = 'USD' as Currency;

/** A block bought on 1 January 2026 at the normal rate. */
export function block(hours: Cell, more: Row = {}): Row {
  return { Date: '2026-01-01', Client: 'Acme', Hours: hours, ...more };
}

export function work(date: string, hours: Cell, more: Row = {}): Row {
  return { Date: date, Client: 'Acme', Hours: hours, ...more };
}

/** All columns that the add-on knows, blank where no row fills them. */
export function tabCells(tab: TabName, rows: readonly Row[]): TabCells {
  const headers = tabs[tab].map(({ header }) => header);
  const unknown = rows.flatMap(row => Object.keys(row)).find(header => !headers.includes(header));
  if (unknown !== undefined) throw new Error(`${tab} has no column "${unknown}"`);
  const columns = headers.map(header => [foldName(header), rows.map(row => row[header] ?? '')] as const);
  return { tab, rows: rows.length, columns: new Map(columns) };
}

export function tabsOf(book: Book): Map<TabName, TabCells> {
  const { clients = [{ Client: 'Acme' }], today = '2026-12-31' } = book;
  const settings = { Today: today, ...book.settings };
  const rows: Record<(typeof ledgerTabs)[number], readonly Row[]> = {
    Clients: clients,
    Blocks: book.blocks ?? [],
    Time: book.time ?? [],
    'Work types': book.workTypes ?? workTypes,
    Settings: Object.entries(settings).map(([Setting, Value]) => ({ Setting, Value })),
    Notices: book.notices ?? [],
  };
  const all = new Map<TabName, TabCells>(ledgerTabs.map(tab => [tab, tabCells(tab, rows[tab])]));
  if (book.agreements) all.set('Agreements', tabCells('Agreements', book.agreements));
  return all;
}

export function ledgerOf(book: Book): Ledger {
  const { highestBlock = 0 } = book;
  return readLedger({ tabs: tabsOf(book), clockToday: day('2026-12-31'), highestBlock });
}

export function settledIn(ledger: Ledger, name = 'Acme', asOf?: string): SettledClient {
  const until = asOf === undefined ? ledger.settings.today : day(asOf);
  const settled = settleLedger(ledger, until).get(foldName(name));
  if (!settled) throw new Error(`No client ${name}`);
  return settled;
}

export function settled(book: Book, name = 'Acme', asOf?: string): SettledClient {
  return settledIn(ledgerOf(book), name, asOf);
}

/** Hours left, as BLOCKBALANCE shows them. */
export function balance(book: Book, asOf?: string, name = 'Acme'): number {
  return hoursOf(balanceOf(settled(book, name, asOf)));
}

/** Hours charged for each entry of a client, in the order in which they count. */
export function chargedHours(book: Book, name = 'Acme'): number[] {
  return settled(book, name).entries.map(({ charged }) => hoursOf(charged));
}

/** Hours left in each block by its number. */
export function leftIn(book: Book, asOf?: string, name = 'Acme'): Record<string, number> {
  const { opened } = settled(book, name, asOf).account;
  return Object.fromEntries(opened.map(({ block: each, left }) => [each.number, left / 3600]));
}

/** Every message of a reading as `Tab row: message`. */
export function messages(book: Book): string[] {
  return ledgerOf(book).issues.map(({ tab, row, message }) => `${tab} ${row}: ${message}`);
}
