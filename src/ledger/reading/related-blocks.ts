import { type Block, blockCount, kinds, type Payment } from '../model/block';
import type { Client } from '../model/client';
import { isBilled, paidInFull } from '../rules/receivables';
import { quoted } from '../sheet/cell';
import { minus, plus, sumOf } from '../units/amounts';
import { addMonths, type CalendarDate } from '../units/calendar-date';
import type { Decimal } from '../units/decimal';
import { groupsOf } from '../units/groups';
import { amountOf, type Currency, moneyText } from '../units/money';
import { foldName } from '../units/names';
import { readHours } from './hours';
import type { RowReader } from './rows';
import { choiceOf, readCurrency, readDate, readDecimal, readText } from './values';

/** A block with what its price was made of. */
export interface ReadBlock extends Block {
  readonly discount: Decimal;
}

/** A draft of a renewal counts nothing anywhere until its Kind is cleared. */
export function isOffer(row: RowReader): boolean {
  return foldName(String(row.cell('Kind'))) === 'offer';
}

/** Notes something about a row once all blocks are known. */
export type Note = (row: number, message: string) => void;

/** Hours are taken from the block that Reference names; one that the client did not have by then is a slip. */
export function noteReferences(blocks: readonly Block[], note: Note): void {
  const key = (number: string, { clientKey }: Block) => `${number.toUpperCase()} ${clientKey}`;
  const sold = new Map(blocks.map(block => [key(block.number, block), block.date]));
  for (const block of blocks) {
    const { hours, reference, date, row } = block;
    if (hours > 0 || blockCount(reference) === undefined) continue;
    const from = sold.get(key(reference, block));
    if (from === undefined || from > date)
      note(
        row,
        `Reference "${reference}" is no block that this client had by then, so the hours are taken in draw order. Correct or clear it.`,
      );
  }
}

/** A row of kind Payment as typed; which block it pays is known once all are read. */
export interface ReadPayment {
  readonly row: number;
  readonly date: CalendarDate;
  readonly clientKey: string;
  readonly reference: string;
  readonly typed: Decimal;
  readonly currency: Currency | undefined;
}

const readKind = choiceOf(kinds);

export function isPayment(row: RowReader): boolean {
  return readKind('Kind', row.cell('Kind')) === 'Payment';
}

export function readPayment(row: RowReader, { key }: Client): ReadPayment | undefined {
  const date = row.need('Date', readDate, 'Type the day on which the money came.');
  const typed = row.need('Price', readDecimal, 'Type what was paid, with its tax.');
  const hours = row.take('Hours', readHours);
  const reference = row.take('Reference', readText, '');
  const currency = row.take('Currency', readCurrency);
  if (hours) row.fail('A Payment brings no hours. Clear Hours, or choose another Kind.');
  if (typed && typed.digits <= 0) row.fail('A Payment is money that came, so its Price must be above zero.');
  if (reference === '') row.fail('A Payment needs the number of the block that it pays in Reference.');
  if (date === undefined || typed === undefined || row.failures.length > 0) return undefined;
  return { row: row.number, date, clientKey: key, reference, typed, currency };
}

/** Says why a row cannot be counted, or only what a person should know of it. */
interface RowNotes {
  readonly note: Note;
  fail(row: number, clientKey: string, message: string): void;
}

/** The blocks with what was paid for each; a payment of nothing that is sold on account cannot be counted. */
export function withPayments<Paid extends Block>(
  blocks: readonly Paid[],
  read: readonly ReadPayment[],
  notes: RowNotes,
): Paid[] {
  if (read.length === 0) return [...blocks];
  const key = (number: string, clientKey: string) => `${number.toUpperCase()} ${clientKey}`;
  const sold = new Map(blocks.filter(isBilled).map(block => [key(block.number, block.clientKey), block]));
  const groups = groupsOf(read, payment => {
    const block = sold.get(key(payment.reference, payment.clientKey));
    const problem = problemOf(payment, block);
    if (problem) notes.fail(payment.row, payment.clientKey, problem);
    return problem ? undefined : block;
  });
  return blocks.map(block => {
    const own = groups.get(block);
    return own ? paidBy(block, own, notes) : block;
  });
}

function problemOf({ reference, currency }: ReadPayment, block: Block | undefined): string | undefined {
  if (!block)
    return `Reference ${quoted(reference)} is no block that was sold to this client, so nobody knows what was paid. Type its number.`;
  if (currency === undefined || currency === block.currency) return undefined;
  return `This Payment is in ${currency} but ${block.number} is in ${block.currency}. Make both one currency.`;
}

function paidBy<Paid extends Block>(block: Paid, read: readonly ReadPayment[], { note }: RowNotes): Paid {
  const { price, tax, date, currency, number } = block;
  const payments = read.map(
    ({ row, date, typed }): Payment => ({ row, date, amount: amountOf(typed, currency) }),
  );
  payments.sort((a, b) => a.date - b.date || a.row - b.row);
  for (const each of payments) noteFarDay(note, each.row, 'Date', each.date, date);
  const above = minus(sumOf(payments.map(({ amount }) => amount)), plus(price, tax));
  const last = payments[payments.length - 1] as Payment;
  if (above > 0)
    note(
      last.row,
      `${number} is paid with ${moneyText(above, currency)} too much. Correct a Price, or give it back.`,
    );
  const whole = { ...block, payments };
  return { ...whole, paidOn: paidInFull(whole) };
}

/** More than a year between a sale and its payment is more often a slip in the year than meant. */
export function noteFarDay(
  note: RowNotes['note'],
  row: number,
  header: string,
  paid: CalendarDate,
  sold: CalendarDate,
): void {
  if (paid > addMonths(sold, 12) || addMonths(paid, 12) < sold)
    note(row, `${header} is more than a year from the day of the sale. Correct the year if it is a slip.`);
}
