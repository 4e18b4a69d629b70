import { type Block, blockCount, type Kind, kinds, repeatWords } from '../model/block';
import type { BlockNumbers, RowNumber } from '../model/block-numbers';
import type { Client } from '../model/client';
import { addBroken } from '../model/issue';
import { isTaxed, taxOfRow } from '../rules/receivables';
import { isProblem, quoted } from '../sheet/cell';
import type { TabCells } from '../sheet/tab-cells';
import { negative } from '../units/amounts';
import { type CalendarDate, dateText } from '../units/calendar-date';
import { decimal } from '../units/decimal';
import { amountOf, isCountable, type MinorUnits, noMoney, priceOf } from '../units/money';
import { noTime } from '../units/seconds';
import { type ClientBook, readClientRows } from './client-rows';
import { readHours } from './hours';
import {
  isOffer,
  isPayment,
  type Note,
  noteFarDay,
  noteReferences,
  type ReadBlock,
  type ReadPayment,
  readPayment,
  withPayments,
} from './related-blocks';
import type { RowReader } from './rows';
import { readRate } from './terms';
import { priceTransfers } from './transfers';
import { choiceOf, readCurrency, readDate, readDecimal, readText } from './values';

export function readBlocks(cells: TabCells, numbers: BlockNumbers, book: ClientBook): Block[] {
  const payments: ReadPayment[] = [];
  const readRow = (row: RowReader, client: Client) => {
    if (!isPayment(row)) return readBlock(row, client, numbers.rows.get(row.number), book.settings.today);
    const payment = readPayment(row, client);
    if (payment) payments.push(payment);
    return payment;
  };
  const read: ReadBlock[] = [];
  const take = (row: ReadBlock | ReadPayment) => {
    if ('kind' in row) read.push(row);
  };
  readClientRows(cells, book, readRow, take, { isNone: isOffer });
  const note: Note = (row, message) => void book.issues.all.push({ tab: 'Blocks', row, message });
  const fail = (row: number, clientKey: string, message: string) => {
    const issue = { tab: 'Blocks', row, message } as const;
    book.issues.all.push(issue);
    addBroken(book.issues, clientKey, issue);
  };
  noteReferences(read, note);
  return priceTransfers(withPayments(read, payments, { note, fail }), note, key => book.clients.get(key));
}

/** What leaves without hours: a part of a price, or a receivable. */
const hourless: readonly Kind[] = ['Refund', 'Write-off'];
const readKind = choiceOf(kinds);
const readRepeats = choiceOf(repeatWords);
const nothingOff = decimal(0);

function readBlock(
  row: RowReader,
  { key, terms }: Client,
  { number = '', order = 0, copyOf }: Partial<RowNumber> = {},
  today: CalendarDate,
): ReadBlock | undefined {
  const kind = row.take('Kind', readKind, 'Purchase' as const);
  const mayBeBlank = hourless.includes(kind);
  const block = {
    number,
    order,
    row: row.number,
    clientKey: key,
    kind,
    date: row.need('Date', readDate, 'Type the day on which the block was sold.'),
    hours: mayBeBlank
      ? row.take('Hours', readHours, noTime)
      : row.need('Hours', readHours, 'Type how many hours were bought, such as 20.'),
    normalRate: row.take('Normal rate', readRate, terms.normalRate),
    discount: row.take('Discount / h', readRate, nothingOff),
    typedPrice: row.take('Price', readDecimal),
    typedTax: row.take('Tax', readDecimal),
    price: noMoney,
    tax: noMoney,
    currency: row.take('Currency', readCurrency, terms.currency),
    starts: row.take('Starts', readDate),
    expires: row.take('Expires', readDate),
    ...readPaidOn(row),
    reference: row.take('Reference', readText, ''),
    ...readRepeating(row),
  };
  const reason = row.take('Note', readText);
  noteNumber(row, number, copyOf);
  if (row.failures.length > 0) return undefined;
  const whole = block as ReadBlock; // without Date or Hours the row has failed
  checkHours(row, whole);
  noteTerms(row, whole, reason);
  noteMoney(row, whole, today);
  const price = priceOfRow(row, whole);
  const isOpen = kind === 'Refund' && !whole.typedPrice;
  const priced = { ...whole, price, tax: taxOfRow(whole, price, terms.tax) };
  return isOpen ? { ...priced, pricedByDraw: true } : priced;
}

/** Whatever else stands there, the block was sold: it counts, as unpaid. */
function readPaidOn(row: RowReader): Pick<Block, 'paidOn' | 'paidUnread'> {
  const cell = row.cell('Paid on');
  const paidOn = readDate('Paid on', cell);
  return isProblem(paidOn) ? { paidOn: undefined, paidUnread: quoted(cell) } : { paidOn };
}

/** Most rows say nothing of it. */
function readRepeating(row: RowReader): Pick<Block, 'repeats'> {
  const repeats = row.take('Repeats', readRepeats);
  return repeats ? { repeats } : {};
}

function noteNumber(row: RowReader, number: string, copyOf: number | undefined): void {
  if (copyOf) {
    const copied = quoted(row.cell('Block'));
    row.note(
      `Block ${copied} stands in row ${copyOf} too (a copied row?). Both count; Refresh gives this row a new number.`,
    );
  } else if (number !== '' && blockCount(number) === undefined) {
    row.note(`Block ${quoted(number)} is not a number such as B-0001. Clear the cell to be given one.`);
  }
}

/** Hours of the wrong sign for the kind of row cannot be counted. */
function checkHours(row: RowReader, { kind, hours, reference, typedPrice }: Block): void {
  // What a used-up block still owes is written off, and a part of its price given back, without hours.
  if (hours === 0 && hourless.includes(kind)) {
    if (blockCount(reference) === undefined)
      row.fail(`A ${kind} without hours needs the number of its block in Reference.`);
    else if (kind === 'Refund' && !typedPrice)
      row.fail('A Refund without hours is an allowance. Type into Price what is given back, with a minus.');
    return;
  }
  const minusOnly = kind === 'Refund' || kind === 'Write-off';
  const plusOnly = kind === 'Purchase' || kind === 'Goodwill' || kind === 'Overage invoice';
  if (hours === 0) row.fail('Hours is 0. Type how many hours were bought, such as 20.');
  else if (minusOnly && hours > 0) row.fail(`A ${kind} takes hours out, so its Hours must be below zero.`);
  else if (plusOnly && hours < 0)
    row.fail('Hours is below zero. To take hours out, choose the Kind Correction, Refund or Transfer.');
}

function noteTerms(
  row: RowReader,
  { kind, date, hours, starts, expires, typedPrice }: ReadBlock,
  reason: string | undefined,
) {
  if (expires !== undefined && expires < Math.max(starts || 0, date))
    row.note('Expires is before the block can be used, so its hours are never usable. Correct Expires.');
  if ((kind === 'Goodwill' || kind === 'Correction') && !reason)
    row.note(`A ${kind} needs its reason in Note.`);
  const typed = typedPrice ? typedPrice.digits : 0;
  if (kind === 'Goodwill' && typed !== 0)
    row.note('Goodwill hours are free, so the Price is not counted. Clear it.');
  if (kind === 'Correction' && hours < 0 && typed !== 0)
    row.note(
      'A Correction that takes hours out earns what they are worth, so the Price is not counted. Clear it.',
    );
  if (kind === 'Refund' && typed > 0)
    row.note('The Price of a Refund is money given back, so it counts as below zero. Type it with a minus.');
}

function noteMoney(row: RowReader, block: ReadBlock, today: CalendarDate): void {
  const { kind, typedTax, paidOn, date } = block;
  if (typedTax && typedTax.digits !== 0 && !isTaxed({ kind }) && !hourless.includes(kind))
    row.note(`A ${kind} has no tax of its own, so Tax is not counted. Clear it.`);
  if (paidOn === undefined || !(isTaxed({ kind }) || kind === 'Refund')) return;
  const note = (_: number, message: string) => row.note(message);
  if (paidOn > today) row.note(`Paid on is later than today (${dateText(today)}), so it does not count yet.`);
  noteFarDay(note, row.number, 'Paid on', paidOn, date);
}

/** The price as typed, else hours × (normal rate − discount); free and moved hours have none of their own. */
function priceOfRow(row: RowReader, block: ReadBlock): MinorUnits {
  const { kind, hours, normalRate, typedPrice, currency } = block;
  if (kind === 'Goodwill' || (kind === 'Correction' && hours < 0)) return noMoney;
  const normal = priceOf(hours, normalRate, nothingOff, currency);
  const price = typedPrice
    ? withSignOf(block, amountOf(typedPrice, currency))
    : workedOutPrice(block, normal);
  if (!isCountable(price) || !isCountable(normal))
    row.fail('The price is too large to be counted. Correct Hours, Normal rate or Price.');
  else if (hours > 0 && price < 0)
    row.fail(
      typedPrice
        ? 'Price is below zero. Type what the client pays.'
        : 'Discount / h is more than the normal rate. Correct one of them.',
    );
  return price;
}

const goesOut: readonly Kind[] = ['Refund', 'Transfer', 'Opening'];
/** Money leaves with such hours, with whatever sign it was typed; so does what an overdraft was worth. */
function withSignOf({ kind, hours }: Block, price: MinorUnits): MinorUnits {
  const leaves = hours <= 0 && price > 0 && goesOut.includes(kind);
  return leaves ? negative(price) : price;
}

function workedOutPrice({ kind, hours, normalRate, discount, currency }: ReadBlock, normal: MinorUnits) {
  if (hours <= 0 || kind === 'Correction' || kind === 'Transfer') return noMoney;
  return kind === 'Overage invoice' ? normal : priceOf(hours, normalRate, discount, currency);
}
