import { repeatWords } from '../model/block';
import { periodDays, type RepeatWord } from '../model/period-days';
import { inOrder, take } from '../reading/typed-fields';
import { choiceOf, readDate } from '../reading/values';
import { type Cell, dayCell } from '../sheet/cell';
import type { CalendarDate } from '../units/calendar-date';
import { decimalNumber } from '../units/decimal';
import { foldName } from '../units/names';
import { hoursOf, type Seconds } from '../units/seconds';
import { type CarryOver, readCarryOver } from './carry-over';
import type { PriceTerms } from './offer';
import { type Pricing, readPricing } from './pricing';
import { type Refuse, type SaleField, type SaleProblem, saleFields, type TypedSale } from './typed-sale';

/** A client as the dialog offers it. */
export interface Buyer {
  readonly name: string;
  readonly terms: PriceTerms;
  /** Bought last. */
  readonly newest?: Seconds;
  /** The row of Clients that cannot be read, so that its terms are not known. */
  readonly problem?: string;
}

/** To whom blocks can be sold, and the terms that hold for a client who is not known yet. */
export interface Market {
  readonly clients: readonly Buyer[];
  readonly terms: PriceTerms;
}

/** A block that can be sold as typed. */
export interface Sale extends Pricing {
  readonly client: string;
  readonly date: CalendarDate;
  readonly starts: CalendarDate | undefined;
  readonly expires: CalendarDate | undefined;
  readonly repeats: RepeatWord | undefined;
  readonly carryOver: CarryOver;
  readonly paidOn: CalendarDate | undefined;
  readonly reference: string;
  readonly note: string;
}

const longestText = 500;
const readRepeats = choiceOf(repeatWords);

/** Reads what was typed, on the page and again on the server, which trusts no page. */
export function readSale(typed: TypedSale, market: Market): Sale | readonly SaleProblem[] {
  const problems: SaleProblem[] = [];
  const refuse = (field: SaleField, message: string) => void problems.push({ field, message });
  const buyer = findBuyer(typed.client, market, refuse);
  const pricing = readPricing(typed, (buyer || market).terms, refuse);
  const dateIn = (field: SaleField, header: string) => take(typed, field, header, readDate, refuse);
  const [date, starts] = [dateIn('date', 'Sale date'), dateIn('starts', 'Starts')];
  const [typedEnd, paidOn] = [dateIn('expires', 'Expires'), dateIn('paidOn', 'Paid on')];
  const repeats = take(typed, 'repeats', 'Repeats', readRepeats, refuse);
  const carryOver = take(typed, 'carryOver', 'Carry over (h)', readCarryOver, refuse);
  if (carryOver !== undefined && typed.repeats.trim() === '')
    refuse('carryOver', 'Only a block that repeats carries hours over. Choose how often, or clear this.');
  // What repeats ends where the next period begins.
  const isOpenEnded = typedEnd === undefined && typed.expires.trim() === '';
  const expires =
    isOpenEnded && repeats && date !== undefined ? periodDays({ date, starts, repeats }, 0).to : typedEnd;
  if (typed.date.trim() === '') refuse('date', 'Type the day of the sale.');
  if (date !== undefined && expires !== undefined && expires < Math.max(date, starts ?? date))
    refuse('expires', 'It would expire before it can be used. Choose a later day.');
  for (const field of ['reference', 'note'] as const)
    if (typed[field].length > longestText) refuse(field, `Shorten it to ${longestText} characters.`);
  if (!buyer || !pricing || date === undefined || problems.length > 0) return inOrder(problems, saleFields);
  const [reference, note] = [typed.reference.trim(), typed.note.trim()];
  return {
    ...pricing,
    client: buyer.name,
    date,
    starts,
    expires,
    repeats,
    carryOver,
    paidOn,
    reference,
    note,
  };
}

export function isSale(read: Sale | readonly SaleProblem[]): read is Sale {
  return 'client' in read;
}

export function buyerNamed(name: string, { clients }: Pick<Market, 'clients'>): Buyer | undefined {
  const key = foldName(name);
  return clients.find(each => foldName(each.name) === key);
}

/** A name that is not in Clients is never added silently: it is a slip of the hand more often than a new client. */
function findBuyer(name: string, market: Market, refuse: Refuse): Buyer | undefined {
  const buyer = buyerNamed(name, market);
  const shown = name.trim().slice(0, 60);
  if (shown === '') refuse('client', 'Choose the client.');
  else if (!buyer)
    refuse(
      'client',
      `“${shown}” is not in Clients. Choose a name from the list, or add it in Clients first.`,
    );
  else if (buyer.problem) refuse('client', buyer.problem);
  else return buyer;
  return undefined;
}

/**
 * The row of Blocks that a sale becomes, by header.
 *
 * Price, Tax and Kind stay blank: they follow from the rest, and go on doing so when somebody corrects it.
 */
export function soldRow(sale: Sale, number: string): Readonly<Record<string, Cell>> {
  const { client, hours, discount, terms, date, starts, expires, paidOn, reference, note } = sale;
  const { repeats = '', carryOver = '' } = sale;
  return {
    Block: number,
    Date: dayCell(date),
    Client: client,
    Hours: hoursOf(hours),
    'Normal rate': decimalNumber(terms.normalRate),
    'Discount / h': discount.digits === 0 ? '' : decimalNumber(discount),
    Currency: terms.currency,
    Starts: dayCell(starts),
    Expires: dayCell(expires),
    'Paid on': dayCell(paidOn),
    Reference: reference,
    Note: note,
    Repeats: repeats,
    'Carry over (h)': typeof carryOver === 'number' ? hoursOf(carryOver) : carryOver,
  };
}
