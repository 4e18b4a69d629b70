/** The tables in the tabs of a firm's own tracker, and what each holds. */

import { foldName } from '../units/names';
import { blockFieldsOf } from './block-columns';
import { chosenFields } from './import-columns';
import { readDay } from './log-dates';
import { fieldsOf, headerOfLog, headerSearch, type LogField } from './log-fields';
import { dayAndClock } from './log-times';
import { isTotal } from './log-words';
import type { LineProblem } from './plan-hours';
import type { FileRow } from './read-log';

export const tableKinds = ['clients', 'blocks', 'hours'] as const;
export type TableKind = (typeof tableKinds)[number];

/** A tab that is none of ours, with its rows that are not blank. */
export interface BookTab {
  readonly name: string;
  readonly rows: readonly FileRow[];
}

/** A table in it; what it holds is missing where a person has to say it. */
export interface TabTable extends BookTab {
  readonly kind?: TableKind;
  readonly headers: readonly string[];
  /** The place of the headers among the rows. */
  readonly top: number;
}

/** The table of a tab, as far as it is one that a ledger can take; `said` is what a person calls it. */
export function tableIn(tab: BookTab, said?: TableKind): TabTable | undefined {
  const rows = tab.rows.map(({ cells }) => cells);
  const ofWork = headerOfLog(rows);
  if (ofWork >= 0 && said !== 'clients') {
    const kind = said ?? kindOfDays(tab, ofWork);
    return { ...tab, headers: rows[ofWork] ?? [], top: ofWork, ...(kind && { kind }) };
  }
  const top = rows.slice(0, headerSearch).findIndex(row => isHead(row, said));
  const headers = rows[top];
  return headers && { ...tab, headers, top, kind: said ?? kindOfNames(headers) };
}

/** A row that names a client, and something else of it. */
function isHead(row: readonly string[], said: TableKind | undefined): boolean {
  const fields = chosenFields(undefined, row);
  const known = fields.filter(Boolean).length;
  const isNamed = fields.includes('Client') || fields.includes('Last name');
  if (!isNamed || row.filter(Boolean).length < 2) return false;
  return known > 1 || said === 'clients' || row.some(cell => /client|customer|kunde/i.test(cell));
}

/** Sold blocks have no length of work, but a client, hours and a price or a day. */
function kindOfNames(headers: readonly string[]): TableKind {
  const fields = blockFieldsOf(headers);
  const isSale = fields.includes('Hours') && fields.includes('Price');
  return isSale && fields.includes('Date') && !hasContact(headers) ? 'blocks' : 'clients';
}

const contacts = /^(e-?mail|phone|telephone|contact|address|street|language|active|status|tax id|vat)/;

function hasContact(headers: readonly string[]): boolean {
  return headers.some(header => contacts.test(foldName(header)));
}

const ofWork: readonly LogField[] = [
  ...(['start', 'start time', 'end', 'end time', 'from to', 'minutes', 'person', 'first name'] as const),
  ...(['task', 'project', 'billable', 'tags', 'description'] as const),
];
/** Of a sale as well as of work. */
const neutral = /^(notes?|comments?|memo|remarks?|text|service)$/;
const ofSale = /\b(sold|bought|purchased?|prepaid|package|blocks?|added|size|qty|quantity)\b/;

/** Work or sales, by what else stands there, then by the tab's name; nothing where neither tells. */
function kindOfDays({ name, rows }: BookTab, top: number): TableKind | undefined {
  const headers = rows[top]?.cells ?? [];
  const logged = fieldsOf(headers);
  const isOfWork = (header: string, at: number) =>
    ofWork.includes(logged[at] as LogField) && !neutral.test(foldName(header));
  const work = headers.filter(isOfWork).length;
  const sold = blockFieldsOf(headers).filter(field => saleOnly.has(field)).length;
  const sale = sold + headers.filter(header => ofSale.test(foldName(header))).length;
  if (work === 0 && hasContact(headers)) return 'clients';
  if (work !== sale) return work > sale ? 'hours' : 'blocks';
  const called = foldName(name);
  const [isSale, isWork] = [saleNames.test(called), workNames.test(called)];
  return isSale === isWork ? undefined : isSale ? 'blocks' : 'hours';
}

const saleOnly = new Set(['Price', 'Discount / h', 'Normal rate', 'Starts', 'Expires', 'Paid on']);
/** Of a sale, and never of a list of clients with what they have left, nor of work. */
const saleColumns = new Set(['Discount / h', 'Starts', 'Paid on', 'Reference', 'Price', 'Hours']);
const workMayHave = new Set(['Price', 'Hours', 'Reference']);

/** Whether a table that somebody has brought to another window is surely a list of sold blocks. */
export function isListOfSales(tab: BookTab, window: 'clients' | 'hours'): boolean {
  const table = tableIn(tab);
  if (table?.kind !== 'blocks') return false;
  const fields = blockFieldsOf(table.headers);
  const ofClients = chosenFields(undefined, table.headers);
  const isTelling = fields.some(
    (field, at) =>
      saleColumns.has(field) &&
      ofClients[at] === '' &&
      (window === 'clients' || !workMayHave.has(field) || ofSale.test(foldName(table.headers[at] ?? ''))),
  );
  const client = fields.indexOf('Client');
  const names = table.rows.slice(table.top + 1).map(({ cells }) => foldName(cells[client] ?? ''));
  const isRepeated = new Set(names).size < names.length;
  return isTelling || (window === 'clients' && client >= 0 && isRepeated);
}

const saleNames = /sold|sales?|blocks?|packages?|purchase|prepaid|bought|retainer|verkauf|kontingent/;
const workNames = /time|log|work|worked|entries|timesheet|used|stunden|arbeit/;

/** The lines of a table below its headers, and those that are none: totals, heads of groups, texts below it. */
export interface TableLines {
  readonly lines: readonly FileRow[];
  readonly leftOut: readonly LineProblem[];
}

/** Tells rows of clients or blocks from what stands around them; `name` and `day` are their columns. */
export function linesOf(
  { rows, top, headers }: TabTable,
  columns: { readonly name: number; readonly day: number },
): TableLines {
  const lines: FileRow[] = [];
  const leftOut: LineProblem[] = [];
  const header = headers.join('\u0000');
  let last = rows[top]?.line ?? 0;
  for (const row of rows.slice(top + 1)) {
    const why =
      row.cells.join('\u0000') === header
        ? 'The headers once more.'
        : outside(row, columns, row.line > last + 1);
    if (why) leftOut.push({ line: row.line, message: why });
    else lines.push(row);
    last = row.line;
  }
  return { lines, leftOut };
}

/** Words that may follow in a row of totals, so that "Total Logistics" stays a client. */
const ofAll = /^[^\s:]+(\s+(total|clients?|customers?|hours|balance|all|sold|blocks))*\s*:?\s*[\d.,]*$/i;

function outside(
  { cells }: FileRow,
  { name, day }: { readonly name: number; readonly day: number },
  isApart: boolean,
): string | undefined {
  const [first = '', ...others] = cells.map(cell => cell.trim()).filter(Boolean);
  const isDated = day >= 0 && readDay(dayAndClock(cells[day] ?? '')[0]) !== undefined;
  if (isTotal(first) && (day >= 0 ? !isDated : ofAll.test(first))) return 'A total.';
  if (others.length > 0) return undefined;
  if (day >= 0 || (cells[name] ?? '').trim() === '')
    return 'The head of a group, or a text beside the table.';
  return isApart ? 'A text beside the table.' : undefined;
}
