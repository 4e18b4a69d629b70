import { readHours } from '../reading/hours';
import { readRate } from '../reading/terms';
import { readCurrency, readDate, readDecimal, readShare } from '../reading/values';
import { isProblem, type Parse } from '../sheet/cell';
import type { CalendarDate } from '../units/calendar-date';
import type { Decimal } from '../units/decimal';
import { type Currency, currencyOf } from '../units/money';
import { foldName } from '../units/names';
import type { Seconds } from '../units/seconds';

/** What a column of the file can be: the columns of Clients, then those of an opening balance. */
export const importFields = [
  'Client',
  'Active',
  'Contact',
  'First name',
  'Last name',
  'Email',
  'Copy to',
  'Address',
  'Tax id',
  'Language',
  'Normal rate',
  'Currency',
  'Tax (%)',
  'Note',
  'Hours',
  'Value',
  'Money paid ahead',
  'Money owed',
  'Date',
  'Expires',
] as const;
export type ImportField = (typeof importFields)[number];

/** How other programs call them, folded; the field's own name counts too. */
const otherNames: Readonly<Partial<Record<ImportField, readonly string[]>>> = {
  Client: [
    'name',
    'client name',
    'customer',
    'customer name',
    'company',
    'organisation',
    'organization',
    'account',
  ],
  Contact: ['contact name', 'contact person', 'primary contact', 'person'],
  Email: ['e-mail', 'mail', 'email address', 'e-mail address', 'main email'],
  'Copy to': ['cc'],
  Address: ['street address', 'billing address', 'postal address'],
  'Tax id': ['vat number', 'vat id', 'vat no', 'vat no.', 'tax number', 'ust-idnr.', 'uid'],
  'Normal rate': ['rate', 'hourly rate', 'rate an hour', 'price an hour', 'billing rate'],
  'Tax (%)': ['tax', 'tax rate', 'vat', 'vat (%)', 'vat %', 'tax %'],
  Note: ['notes', 'comment', 'remark'],
  Hours: [
    'hours left',
    'opening hours',
    'hours remaining',
    'remaining hours',
    'balance (h)',
    'hours balance',
  ],
  Value: ['opening value', 'amount', 'value left', 'prepaid', 'money'],
  Date: ['as of', 'opening date', 'balance date'],
  Expires: ['expiry', 'expiry date', 'expires on', 'valid until', 'ends'],
};

/** Hours, money that was paid ahead, or money that is owed: nobody can tell by the header. */
const unknownUnit = /^(open(ing)? |account |current |outstanding )?balance$|^remaining$|^credit$/;

/** Columns of which a person has to say what they hold, as far as nobody has. */
export function askedColumns(headers: readonly string[], fields: readonly string[]): string[] {
  return headers.filter((header, at) => fields[at] === '' && unknownUnit.test(foldName(header)));
}

const activity = /^(status|state|archived|paused|inactive)$/;

/** Columns that may say who is active, and are not taken for it. */
export function untakenStates(headers: readonly string[], fields: readonly string[]): string[] {
  return fields.includes('Active') ? [] : headers.filter(header => activity.test(foldName(header)));
}

/** Headers of a log of work, which is no list of clients. */
const ofWork =
  /^(user|who|person|member|employee|task|duration|start|end|start (date|time)|description|what was done|billable\??)$/;

export function isWorkLog(headers: readonly string[]): boolean {
  const folded = headers.map(foldName);
  const hasDay = folded.some(header => /^(date|day|start( date)?|datum|fecha|data)$/.test(header));
  return hasDay && folded.some(header => ofWork.test(header) && header !== 'date');
}

/** The field of each column by its header; nothing for one that is not known or comes a second time. */
function guessFields(headers: readonly string[]): (ImportField | '')[] {
  const taken = new Set<string>();
  return headers.map(header => {
    const folded = foldName(header);
    const field = importFields.find(each => foldName(each) === folded || otherNames[each]?.includes(folded));
    if (!field || taken.has(field)) return '';
    taken.add(field);
    return field;
  });
}

/** The fields that a page has chosen, as far as they make sense; each only once. */
export function chosenFields(given: unknown, headers: readonly string[]): (ImportField | '')[] {
  if (!Array.isArray(given)) return guessFields(headers);
  const taken = new Set<unknown>();
  return headers.map((_, index) => {
    const field = importFields.find(each => each === given[index]);
    if (!field || taken.has(field)) return '';
    taken.add(field);
    return field;
  });
}

/** A line of the file as read. */
export interface ReadLine {
  readonly texts: Readonly<Partial<Record<ImportField, string>>>;
  /** Of the client: its firm, else the person. */
  readonly name: string;
  readonly person: string;
  readonly isActive: boolean;
  /** Money that was paid ahead. */
  readonly paid: Decimal | undefined;
  readonly normalRate: Decimal | undefined;
  readonly currency: Currency | undefined;
  readonly tax: Decimal | undefined;
  readonly hours: Seconds | undefined;
  readonly value: Decimal | undefined;
  readonly date: CalendarDate | undefined;
  readonly expires: CalendarDate | undefined;
  /** Why the line cannot be taken, and how to mend it. */
  readonly problems: readonly string[];
}

const longestText = 500;

/** Reads the cells of a line as cells of the sheet are read. */
export function readLine(
  cells: readonly string[],
  fields: readonly (ImportField | '')[],
  { today, headers }: { readonly today: CalendarDate; readonly headers: readonly string[] },
): ReadLine {
  const texts: Partial<Record<ImportField, string>> = {};
  for (const [index, field] of fields.entries()) if (field !== '') texts[field] = cells[index] ?? '';
  const problems: string[] = [];
  const read = <T>(field: ImportField, parse: Parse<T>): T | undefined => {
    const value = parse(field, texts[field] ?? '');
    if (!isProblem(value)) return value;
    problems.push(value.problem);
    return undefined;
  };
  const number =
    <T>(parse: Parse<T>): Parse<T> =>
    (header, cell) =>
      parse(header, plainNumber(String(cell)));
  const person = `${texts['First name'] ?? ''} ${texts['Last name'] ?? ''}`.trim();
  const line = {
    texts,
    person,
    name: (texts.Client || person).replace(/\s+/g, ' ').trim(),
    isActive: readActive(texts.Active ?? '', headers[fields.indexOf('Active')] ?? ''),
    paid: read('Money paid ahead', number(readDecimal)),
    normalRate: read('Normal rate', number(readRate)),
    currency:
      read('Currency', readCurrency) ??
      currencyIn(texts['Normal rate'] ?? '') ??
      currencyIn(texts.Value ?? ''),
    tax: read('Tax (%)', readShare),
    hours: read('Hours', readHours),
    value: read('Value', number(readDecimal)),
    date: read('Date', readDate),
    expires: read('Expires', readDate),
  };
  if (line.name === '') problems.unshift('It has no client. Type the name.');
  if (line.date !== undefined && line.date > today) problems.push('Date is later than today. Correct it.');
  if (line.value && line.value.digits < 0)
    problems.push('Value is below zero. Type what is still owed in work.');
  for (const text of Object.values(texts))
    if (text.length > longestText)
      problems.push(`A cell has more than ${longestText} characters. Shorten it.`);
  return { ...line, problems };
}

/** Whether a client is active by a column such as Active, Status or Archived; what tells nothing changes nothing. */
function readActive(text: string, header: string): boolean {
  const isOff = /^(no|n|false|0|inactive|paused|archived|closed|off|nein|non)$/i.test(text.trim());
  const isOn = /^(yes|y|true|1|ja|oui|x)$/i.test(text.trim());
  return /^(archived|paused|inactive)$/i.test(header.trim()) ? !isOn : !isOff;
}

/** The currency that a sum names by its code or its sign; a dollar may be any. */
export function currencyIn(text: string): Currency | undefined {
  const [found = ''] = /\b[A-Z]{3}\b|[€£¥]/.exec(text) ?? [];
  return currencyOf({ '€': 'EUR', '£': 'GBP', '¥': 'JPY' }[found] ?? found);
}

/** Money as programs export it: without its sign, and without marks for thousands where these are beyond doubt. */
export function plainNumber(text: string): string {
  const signed = text.replace(/^\((.*)\)$/, '-$1');
  const bare = signed.replace(/^([-−]?)\s*(?:[A-Z]{3}|[$€£¥])\s*|\s*(?:[A-Z]{3}|[$€£¥])$/g, '$1').trim();
  if (/^[-−]?\d{1,3}(,\d{3})+\.\d+$/.test(bare)) return bare.replace(/,/g, '');
  if (/^[-−]?\d{1,3}(\.\d{3})+,\d+$/.test(bare)) return bare.replace(/\./g, '');
  return bare;
}

/** A table of separated text as rows, or the line in which a quotation mark goes wrong. */
export interface PlainTable {
  readonly rows: string[][];
  readonly wrongLine?: number;
}

/** A cell in quotation marks or without, and what ends it. */
const cellForm = (mark: string) =>
  new RegExp(`(?:"((?:[^"]|"")*)"|([^"${mark}\\r\\n][^${mark}\\r\\n]*)?)(${mark}|\\r\\n|\\r|\\n|$)`, 'y');

/**
 * Reads what a caller without a page hands over; pages read files by papaparse, and send their rows.
 *
 * Blank lines are left out (RFC 4180 in all else); a quotation mark that is not closed refuses all of it.
 */
export function readCsv(text: string): PlainTable {
  const body = text.replace(/^\ufeff/, '');
  const [first = ''] = body.replace(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const [, mark = ','] = [',', ';', '\t']
    .map(each => [first.split(each).length, each] as const)
    .reduce((a, b) => (b[0] > a[0] ? b : a));
  const form = cellForm(mark);
  const rows: string[][] = [[]];
  while (form.lastIndex < body.length || form.lastIndex === 0) {
    const at = form.lastIndex;
    const [match, quoted, plain = '', end] = form.exec(body) ?? [];
    if (match === undefined) return { rows: [], wrongLine: body.slice(0, at).split(/\r\n|\r|\n/).length };
    rows[rows.length - 1]?.push((quoted?.replace(/""/g, '"') ?? plain).trim());
    if (end === '') break;
    if (end !== mark) rows.push([]);
    else if (form.lastIndex === body.length) rows[rows.length - 1]?.push('');
  }
  return { rows: rows.filter(row => row.some(cell => cell !== '')) };
}
