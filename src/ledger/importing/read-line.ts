import { readHours } from '../reading/hours';
import { readRate } from '../reading/terms';
import { readCurrency, readDate, readDecimal, readShare } from '../reading/values';
import { isProblem, type Parse } from '../sheet/cell';
import type { CalendarDate } from '../units/calendar-date';
import type { Decimal } from '../units/decimal';
import type { Currency } from '../units/money';
import type { Seconds } from '../units/seconds';
import type { ImportField } from './import-columns';

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
    currency: read('Currency', readCurrency),
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

/** Money as programs export it: without its sign, and without marks for thousands where these are beyond doubt. */
function plainNumber(text: string): string {
  const signed = text.replace(/^\((.*)\)$/, '-$1');
  const bare = signed.replace(/^([-−]?)\s*(?:[A-Z]{3}|[$€£¥])\s*|\s*(?:[A-Z]{3}|[$€£¥])$/g, '$1').trim();
  if (/^[-−]?\d{1,3}(,\d{3})+\.\d+$/.test(bare)) return bare.replace(/,/g, '');
  if (/^[-−]?\d{1,3}(\.\d{3})+,\d+$/.test(bare)) return bare.replace(/\./g, '');
  return bare;
}
