import { readHours } from '../reading/hours';
import { readRate } from '../reading/terms';
import { readCurrency } from '../reading/values';
import type { NewRow } from '../reading/with-rows';
import { dayCell, isProblem, type Parse } from '../sheet/cell';
import type { CalendarDate } from '../units/calendar-date';
import { decimalNumber } from '../units/decimal';
import { foldName } from '../units/names';
import { hoursOf, type Seconds } from '../units/seconds';
import { currencyIn, plainNumber } from './import-columns';
import { type DateOrder, dayIn, readDay } from './log-dates';
import { fieldsOf, type LogField } from './log-fields';
import { dayAndClock } from './log-times';
import { readYes } from './log-words';

/** What a column of sold blocks can hold. */
export const blockFields = [
  'Client',
  'Date',
  'Hours',
  'Normal rate',
  'Discount / h',
  'Price',
  'Tax',
  'Currency',
  'Starts',
  'Expires',
  'Paid on',
  'Kind',
  'Reference',
  'Note',
] as const;
export type BlockField = (typeof blockFields)[number];

/** As other people call them, folded; the field's own name counts too. */
const otherNames: Readonly<Partial<Record<BlockField, readonly string[]>>> = {
  Client: ['name', 'client name', 'customer name', 'account', 'organisation', 'organization'],
  Date: [
    'sold on',
    'sold',
    'date sold',
    'bought on',
    'purchased',
    'purchase date',
    'sale date',
    'invoice date',
  ],
  Hours: [
    ...['hours sold', 'hours bought', 'hours purchased', 'hours prepaid', 'prepaid hours', 'block hours'],
    ...[
      'hours added',
      'hours in block',
      'package',
      'package hours',
      'size',
      'block size',
      'qty',
      'quantity',
      'block',
    ],
  ],
  'Normal rate': ['rate', 'hourly rate', 'rate an hour', 'price an hour', 'standard rate', 'list rate'],
  'Discount / h': ['discount', 'discount per hour', 'discount an hour', 'off an hour'],
  Price: [
    'amount',
    'total',
    'price paid',
    'total price',
    'cost',
    'fee',
    'invoice amount',
    'net',
    'net price',
  ],
  Tax: ['tax amount', 'vat', 'vat amount', 'sales tax'],
  Currency: ['cur'],
  Starts: ['start', 'start date', 'valid from', 'from'],
  Expires: [
    'expiry',
    'expiry date',
    'expires on',
    'expiration',
    'valid until',
    'valid to',
    'end date',
    'ends',
    'end',
  ],
  'Paid on': ['paid', 'payment date', 'date paid', 'paid date'],
  Reference: ['invoice', 'invoice no', 'invoice no.', 'invoice number', 'ref', 'reference no'],
  Note: ['notes', 'comment', 'comments', 'remark', 'remarks', 'memo', 'description'],
};
/** In twelve languages, for what a log of work has too. */
const ofLog: Readonly<Partial<Record<LogField, BlockField>>> = {
  client: 'Client',
  date: 'Date',
  hours: 'Hours',
  duration: 'Hours',
};

/** The field of each column of sold blocks by its header. */
export function blockFieldsOf(headers: readonly string[]): (BlockField | '')[] {
  const taken = new Set<string>();
  const logged = fieldsOf(headers);
  return headers.map((header, at) => {
    const folded = foldName(header.replace(/\(.*?\)|[?:*]/g, ' '));
    const own = blockFields.find(each => foldName(each) === folded || otherNames[each]?.includes(folded));
    const field = own ?? ofLog[logged[at] as LogField];
    if (!field || taken.has(field)) return '';
    taken.add(field);
    return field;
  });
}

/** A sold block as it was read: a row of Blocks as far as its cells make sense. */
export interface BlockLine {
  readonly client: string;
  readonly date: CalendarDate | undefined;
  readonly row: NewRow;
  readonly problems: readonly string[];
  /** What a person should know. */
  readonly says?: string;
}

const longestText = 500;

/** Reads the cells of a sold block as cells of the sheet are read, its days in the order of its tab. */
export function readBlockLine(
  cells: readonly string[],
  fields: readonly (BlockField | '')[],
  order: DateOrder,
): BlockLine {
  const problems: string[] = [];
  const text = (field: BlockField) => (cells[fields.indexOf(field)] ?? '').replace(/\s+/g, ' ').trim();
  const read = <T>(field: BlockField, parse: Parse<T>): T | undefined => {
    const value = text(field) === '' ? undefined : parse(field, plainNumber(text(field)));
    if (!isProblem(value)) return value;
    problems.push(value.problem);
    return undefined;
  };
  const day = (field: BlockField): CalendarDate | undefined => {
    const written = readDay(dayAndClock(text(field))[0]);
    const date = written && dayIn(written, order);
    if (date === undefined && text(field) !== '' && field !== 'Paid on')
      problems.push(`${field} "${text(field)}" is no day. Type it such as 2026-11-23.`);
    return date;
  };
  const [client, date, hours] = [text('Client'), day('Date'), hoursIn(text('Hours'), problems)];
  if (client === '') problems.unshift('It has no client. Type the name.');
  if (text('Date') === '') problems.push('It has no date. Type the day on which it was sold.');
  if (hours === undefined && text('Hours') === '') problems.push('It has no hours. Type how many were sold.');
  if (hours !== undefined && hours <= 0)
    problems.push(
      'Its hours are not above zero. What was given back is a Refund or a Correction: type it into Blocks.',
    );
  const [starts, expires, paid] = [day('Starts'), day('Expires'), day('Paid on')];
  if (expires !== undefined && date !== undefined && expires < date)
    problems.push('It expires before its Date. Correct one of them.');
  const [rate, discount, price, tax] = [
    read('Normal rate', readRate),
    read('Discount / h', readRate),
    read('Price', readRate),
    read('Tax', readRate),
  ];
  const kind = kindIn(text('Kind'), problems);
  const currency =
    read('Currency', readCurrency) ?? currencyIn(text('Price')) ?? currencyIn(text('Normal rate'));
  if (cells.some(cell => cell.length > longestText))
    problems.push(`A cell has more than ${longestText} characters. Shorten it.`);
  const number = (value: typeof rate) => (value ? decimalNumber(value) : '');
  const isPaid = paid === undefined && readYes(text('Paid on')) === true;
  const row: NewRow = {
    Date: dayCell(date),
    Client: client,
    Hours: hours === undefined ? '' : hoursOf(hours),
    'Normal rate': number(rate),
    'Discount / h': number(discount),
    Price: number(price),
    Tax: number(tax),
    Currency: currency ?? '',
    Starts: dayCell(starts),
    Expires: dayCell(expires),
    'Paid on': dayCell(isPaid ? date : paid),
    Kind: kind,
    Reference: text('Reference'),
    Note: text('Note'),
  };
  const says = paid === undefined ? paidWords(text('Paid on'), isPaid) : '';
  return { client, date, row, problems, ...(says && { says }) };
}

/** Money is never taken for hours, whatever its column is called. */
function hoursIn(text: string, problems: string[]): Seconds | undefined {
  if (text === '') return undefined;
  const isMoney = /[$€£¥]/.test(text) || currencyIn(text) !== undefined;
  const hours = isMoney ? undefined : readHours('Hours', text);
  if (isMoney) problems.push(`Hours "${text}" is money. Choose another column for the hours.`);
  else if (isProblem(hours)) problems.push(hours.problem);
  return isProblem(hours) ? undefined : hours;
}

/** What a list of sold blocks may hold; rows that take hours out belong together with others. */
const kindsOfSale = ['Opening', 'Goodwill'] as const;

/** A purchase has no kind. */
function kindIn(text: string, problems: string[]): string {
  const kind = kindsOfSale.find(each => foldName(each) === foldName(text));
  if (kind || text === '' || foldName(text) === 'purchase') return kind ?? '';
  problems.push(`Kind "${text}" is not brought in: type that row into Blocks, or leave the column out.`);
  return '';
}

/** A column *Paid* may be ticked rather than dated; what is neither leaves the block unpaid, and is said. */
function paidWords(text: string, isPaid: boolean): string {
  if (isPaid) return 'It was paid, no column says when: the day of the sale is taken.';
  return text === '' || readYes(text) === false ? '' : `Paid "${text}" is no day, so Paid on stays blank.`;
}
