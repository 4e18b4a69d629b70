import { blockNumber } from '../model/block';
import type { Ledger } from '../model/ledger';
import type { NewRow } from '../reading/with-rows';
import { dayCell } from '../sheet/cell';
import { decimal, decimalNumber } from '../units/decimal';
import { amountNumber, amountOf, isCountable, moneyText, priceOf } from '../units/money';
import { foldName } from '../units/names';
import { hoursOf, hoursText } from '../units/seconds';
import { readCsv } from './csv';
import { chosenFields, type ImportField } from './import-columns';
import { type ReadLine, readLine } from './read-line';

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
  /** What keeps all of it from being read. */
  readonly problem?: string;
}

export interface ImportPlan {
  readonly preview: ImportPreview;
  readonly clients: readonly NewRow[];
  readonly openings: readonly NewRow[];
}

const mostLines = 500;
export const longestFile = 300_000;

/** Plans clients and opening balances of a file; what exists already is never overwritten. */
export function planImport(text: string, chosen: unknown, ledger: Ledger): ImportPlan {
  const [headers = [], ...rows] = text.length > longestFile ? [] : readCsv(text);
  const fields = chosenFields(chosen, headers);
  const problem = fileProblem(text, headers, rows.length, fields);
  const clients: NewRow[] = [];
  const openings: NewRow[] = [];
  const known = knownNames(ledger);
  const lines = (problem ? [] : rows).map((cells, index): ImportLine => {
    const read = readLine(cells, fields, ledger.settings.today);
    const name = (read.texts.Client ?? '').replace(/\s+/g, ' ').trim();
    const line = { line: index + 2, client: name };
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
  const counts = { clients: clients.length, openings: openings.length };
  return { preview: { headers, fields, lines, ...counts, ...(problem && { problem }) }, clients, openings };
}

function fileProblem(
  text: string,
  headers: readonly string[],
  rows: number,
  fields: readonly string[],
): string | undefined {
  if (text.length > longestFile) return 'This file is too large. Cut it into parts of 500 lines.';
  if (headers.length === 0) return 'Paste a table, or choose a file.';
  if (rows === 0)
    return 'There is only one line. The first line must name the columns, such as Client, Email, Hours.';
  if (rows > mostLines) return `These are ${rows} lines. Import at most ${mostLines} at a time.`;
  return fields.includes('Client') ? undefined : 'Choose which column holds the name of the client.';
}

function knownNames({ clients, blocks }: Ledger) {
  const listed = [...clients.values()].filter(({ row }) => row > 0);
  const opened = blocks.filter(({ kind }) => kind === 'Opening');
  return {
    clients: new Set(listed.map(({ key }) => key)),
    openings: new Set(opened.map(({ clientKey }) => clientKey)),
    lines: new Map<string, number>(),
  };
}

function clientRow({ texts, normalRate, currency, tax }: ReadLine, name: string): NewRow {
  return {
    Client: name,
    Active: true,
    Contact: texts.Contact ?? '',
    Email: texts.Email ?? '',
    'Copy to': texts['Copy to'] ?? '',
    Language: texts.Language ?? '',
    'Normal rate': normalRate ? decimalNumber(normalRate) : '',
    Currency: currency ?? '',
    'Tax (%)': tax ? decimalNumber(tax) : '',
    Note: texts.Note ?? '',
  };
}

interface PlannedOpening {
  readonly row?: NewRow;
  readonly says: string;
  readonly problem?: string;
}

/** The hours that a client brings, at what is still owed for them; blank is the normal rate. */
function openingOf(
  read: ReadLine,
  name: string,
  ledger: Ledger,
  earlier: number,
): PlannedOpening | undefined {
  const { hours, value, date = ledger.settings.today, expires } = read;
  if (!hours)
    return value?.digits
      ? { says: '', problem: 'It has a Value but no Hours. Type both, or clear Value.' }
      : undefined;
  const own = ledger.clients.get(foldName(name))?.terms ?? ledger.settings.terms;
  const [currency, normalRate] = [read.currency ?? own.currency, read.normalRate ?? own.normalRate];
  const price = value ? amountOf(value, currency) : priceOf(hours, normalRate, decimal(0), currency);
  if (!isCountable(price)) return { says: '', problem: 'The value is too large to be counted. Correct it.' };
  if (hours < 0 && value?.digits)
    return { says: '', problem: 'Hours below zero are worked already, so they have no Value. Clear it.' };
  if (expires !== undefined && expires < date)
    return { says: '', problem: 'It expires before its Date. Correct one of them.' };
  const row = {
    Block: blockNumber(ledger.numbers.highest + 1 + earlier),
    Date: dayCell(date),
    Client: name,
    Hours: hoursOf(hours),
    'Normal rate': decimalNumber(normalRate),
    Price: hours < 0 ? '' : amountNumber(price, currency),
    Currency: currency,
    Expires: dayCell(expires),
    Kind: 'Opening',
    Note: 'Imported',
  };
  const worth = hours > 0 ? ` worth ${moneyText(price, currency)}` : '';
  return { row, says: `Opening balance: ${hoursText(hours)}${worth}.` };
}
