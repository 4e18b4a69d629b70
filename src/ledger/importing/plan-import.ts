import type { Ledger } from '../model/ledger';
import type { NewRow } from '../reading/with-rows';
import { decimalNumber } from '../units/decimal';
import { foldName } from '../units/names';
import {
  askedColumns,
  chosenFields,
  type ImportField,
  isWorkLog,
  type PlainTable,
  type ReadLine,
  readCsv,
  readLine,
  untakenStates,
} from './import-columns';
import { type ClientGrounds, openingOf } from './opening-balance';

/** What becomes of one line, as a page shows it. */
export interface ImportLine {
  /** Counted as a person counts the filled lines of the file; its headers are line 1. */
  readonly line: number;
  readonly client: string;
  readonly does: 'adds' | 'keeps' | 'refuses';
  readonly says: readonly string[];
}

/** What an import would do; plain values, as a page can take them. */
export interface ImportPreview {
  readonly headers: readonly string[];
  readonly fields: readonly (ImportField | '')[];
  readonly lines: readonly ImportLine[];
  readonly clients: number;
  readonly openings: number;
  /** Headers of which a person has to say what they hold. */
  readonly asks: readonly string[];
  /** What a person should know of the file. */
  readonly notes: readonly string[];
  /** What keeps all of it from being read. */
  readonly problem?: string;
}

/** A table as text, or its rows as a page has read them. */
export type GivenTable = string | readonly (readonly string[])[];

export interface ImportPlan {
  readonly preview: ImportPreview;
  readonly clients: readonly NewRow[];
  readonly openings: readonly NewRow[];
}

const mostLines = 500;
const longestFile = 300_000;

/** Plans clients and opening balances of a file; what exists already is never overwritten. */
export function planImport(given: GivenTable, chosen: unknown, ledger: Ledger): ImportPlan {
  const { rows: table, wrongLine } = readRows(given);
  const top = headerRow(table);
  const [headers = [], ...rows] = table.slice(top);
  const fields = chosenFields(chosen, headers);
  const asks = askedColumns(headers, fields);
  const wrong =
    wrongLine && `A quotation mark in line ${wrongLine} is not closed, so nothing can be read. Close it.`;
  const problem = wrong || fileProblem(given, headers, rows, fields) || askWords(asks);
  const notes = [
    ...table.slice(0, top).map(cells => `Not read, above the headers: ${cells.filter(Boolean).join(' ')}`),
    ...untakenStates(headers, fields).map(
      header => `"${header}" is not taken: every client is active. Choose Active for it to change that.`,
    ),
  ];
  const planned = planClients(
    problem ? [] : rows,
    { headers, fields, lineOf: index => index + top + 2 },
    ledger,
  );
  const { clients, openings, lines } = planned;
  const counts = { clients: clients.length, openings: openings.length };
  return {
    preview: { headers, fields, lines, asks, notes, ...counts, ...(problem && { problem }) },
    clients,
    openings,
  };
}

/** How the rows of a table are read, and which line of the file each is. */
export interface ClientColumns {
  readonly headers: readonly string[];
  readonly fields: readonly (ImportField | '')[];
  lineOf(index: number): number;
}

/** New clients and opening balances of the rows of a table, and what becomes of each row. */
export function planClients(
  rows: readonly (readonly string[])[],
  { headers, fields, lineOf }: ClientColumns,
  ledger: ClientGrounds,
): Pick<ImportPlan, 'clients' | 'openings'> & Pick<ImportPreview, 'lines'> {
  const clients: NewRow[] = [];
  const openings: NewRow[] = [];
  const known = knownNames(ledger);
  const lines = rows.map((cells, index): ImportLine => {
    const read = readLine(cells, fields, { today: ledger.settings.today, headers });
    const name = read.name;
    const line = { line: lineOf(index), client: name };
    const [twin, key] = [known.lines.get(foldName(name)), foldName(name)];
    const problems = [
      ...read.problems,
      ...(twin ? [`The same client stands in line ${twin} already. Delete one.`] : []),
    ];
    const opening = problems.length === 0 ? openingOf(read, name, ledger, openings.length) : undefined;
    if (opening?.problem) problems.push(opening.problem);
    if (problems.length > 0) return { ...line, does: 'refuses', says: problems };
    known.lines.set(key, line.line);
    const isNew = !known.clients.has(key);
    if (isNew) clients.push(clientRow(read, name));
    const says = [isNew ? 'New client.' : 'Is in Clients already and stays as it is.'];
    const isOpen = opening?.row && !known.openings.has(key);
    if (opening?.row && isOpen) openings.push(opening.row);
    if (opening) says.push(isOpen ? opening.says : 'Has an opening balance already, which stays as it is.');
    return { ...line, does: isNew || isOpen ? 'adds' : 'keeps', says };
  });
  return { clients, openings, lines };
}

function readRows(given: GivenTable): PlainTable {
  if (typeof given === 'string') return given.length > longestFile ? { rows: [] } : readCsv(given);
  return { rows: given.map(row => row.map(cell => String(cell).trim())).filter(row => row.some(Boolean)) };
}

/** A firm's name or a title may stand above: the first row that names a column for the client. */
function headerRow(table: readonly (readonly string[])[]): number {
  const found = table
    .slice(0, 20)
    .findIndex(row => row.filter(Boolean).length > 1 && chosenFields(undefined, row).includes('Client'));
  return Math.max(0, found);
}

const workLog =
  'This is a log of work, not a list of clients: its hours were worked, not paid ahead. Choose Import hours… for it.';

function askWords(asks: readonly string[]): string {
  return asks.map(header => `Say what "${header}" holds: hours, money paid ahead, or money owed.`).join(' ');
}

function fileProblem(
  given: GivenTable,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  fields: readonly string[],
): string | undefined {
  if (given.length > longestFile) return 'This file is too large. Cut it into parts of 500 lines.';
  if (headers.length === 0) return 'Paste a table, or choose a file.';
  if (isWorkLog(headers)) return workLog;
  if (rows.length === 0)
    return 'There is only one line. The first line must name the columns, such as Client, Email, Hours.';
  if (rows.length > mostLines)
    return `These are ${rows.length} lines. Import at most ${mostLines} at a time.`;
  if (!fields.includes('Client') && !fields.includes('First name') && !fields.includes('Last name'))
    return 'Choose which column holds the name of the client.';
  const [client, date] = [fields.indexOf('Client'), fields.indexOf('Date')];
  const names = rows.map(row => foldName(row[client] ?? '')).filter(Boolean);
  const isRepeated = date >= 0 && new Set(names).size * 2 <= names.length && names.length > 2;
  return isRepeated ? workLog : undefined;
}

function knownNames({ clients, blocks }: ClientGrounds) {
  const listed = [...clients.values()].filter(({ row }) => row > 0);
  const opened = blocks.filter(({ kind }) => kind === 'Opening');
  return {
    clients: new Set(listed.map(({ key }) => key)),
    openings: new Set(opened.map(({ clientKey }) => clientKey)),
    lines: new Map<string, number>(),
  };
}

function clientRow({ texts, normalRate, currency, tax, isActive, person }: ReadLine, name: string): NewRow {
  return {
    Client: name,
    Active: isActive,
    Contact: texts.Contact || person,
    Email: texts.Email ?? '',
    'Copy to': texts['Copy to'] ?? '',
    Address: texts.Address ?? '',
    'Tax id': texts['Tax id'] ?? '',
    Language: texts.Language ?? '',
    'Normal rate': normalRate ? decimalNumber(normalRate) : '',
    Currency: currency ?? '',
    'Tax (%)': tax ? decimalNumber(tax) : '',
    Note: texts.Note ?? '',
  };
}
