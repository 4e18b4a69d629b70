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
  today: CalendarDate,
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
  const line = {
    texts,
    normalRate: read('Normal rate', number(readRate)),
    currency: read('Currency', readCurrency),
    tax: read('Tax (%)', readShare),
    hours: read('Hours', readHours),
    value: read('Value', number(readDecimal)),
    date: read('Date', readDate),
    expires: read('Expires', readDate),
  };
  if (!texts.Client?.trim()) problems.unshift('It has no client. Type the name.');
  if (line.date !== undefined && line.date > today) problems.push('Date is later than today. Correct it.');
  if (line.value && line.value.digits < 0)
    problems.push('Value is below zero. Type what is still owed in work.');
  for (const text of Object.values(texts))
    if (text.length > longestText)
      problems.push(`A cell has more than ${longestText} characters. Shorten it.`);
  return { ...line, problems };
}

/** Money as programs export it: without its sign, and without marks for thousands where these are beyond doubt. */
function plainNumber(text: string): string {
  const bare = text.replace(/^([-−]?)\s*(?:[A-Z]{3}|[$€£¥])\s*|\s*(?:[A-Z]{3}|[$€£¥])$/g, '$1').trim();
  if (/^[-−]?\d{1,3}(,\d{3})+\.\d+$/.test(bare)) return bare.replace(/,/g, '');
  if (/^[-−]?\d{1,3}(\.\d{3})+,\d+$/.test(bare)) return bare.replace(/\./g, '');
  return bare;
}
