import { clientBooks } from '../ledger/books/client-books';
import { createMonthSums } from '../ledger/books/month-sums';
import { inOrder, type Posting } from '../ledger/books/posting';
import type { JournalLine } from '../ledger/model/journal-line';
import { figuresOf } from '../ledger/reports/figures';
import { linesOf } from '../ledger/reports/summary';
import { settleClient } from '../ledger/rules/settle';
import { type CalendarDate, earlier, isoDate, parseIsoDate } from '../ledger/units/calendar-date';
import { type Currency, currencyDecimals, type MinorUnits } from '../ledger/units/money';
import { lastDay, parseMonth } from '../ledger/units/month';
import { foldName } from '../ledger/units/names';
import { type GivenBook, type GivenClient, type ReadBook, readBook, readClient } from './read-client';

/** A client's figures in one currency: hours in seconds, money in minor units of so many digits. */
export interface FigureLine {
  readonly client: string;
  readonly state: string;
  readonly toInvoice: number;
  readonly left: number;
  readonly worked: number;
  /** A day, or why there is none; blank for a client without blocks. */
  readonly runsOut: string;
  readonly rowsLeftOut: number;
  readonly value: number;
  readonly currency: Currency;
  readonly digits: number;
  readonly saved: number;
  readonly deferred: number;
  readonly expired: number;
  /** None in the lines of further currencies. */
  readonly share: number | undefined;
}

/** A line of the journal, in minor units of so many digits: a debit above zero. */
export interface MonthLine extends JournalLine {
  readonly amount: MinorUnits;
  readonly digits: number;
}

export const nameKey = foldName;

/** What a client's cells of the overview show on a day. */
export function figuresOn(given: GivenClient, book: ReadBook, today: CalendarDate): FigureLine[] {
  const read = readClient(given, book, today);
  if (!read) return [];
  const { client, ledger, blocks, entries, rowsLeftOut } = read;
  const settled = settleClient(client, { blocks, entries }, ledger.settings, today);
  const figures = figuresOf(settled, { ...ledger, blocks });
  const { name, state, money, runOut } = figures;
  const runsOut = money.length === 0 ? '' : runOut.kind === 'date' ? isoDate(runOut.date) : runOut.kind;
  return linesOf(figures).map(line => ({
    ...{ client: name, state, runsOut, rowsLeftOut },
    ...{ toInvoice: line.toInvoice, left: line.left, worked: line.worked },
    ...{ currency: line.currency, digits: currencyDecimals(line.currency) },
    ...{ value: line.value, saved: line.saved, deferred: line.deferred, expired: line.expired },
    share: line.share === '' ? undefined : line.share,
  }));
}

/** A client's lines in the journal of a month, up to the day of its book: as the month end writes an open one. */
export function monthLines(given: GivenClient, book: ReadBook, asked: string): MonthLine[] {
  const month = parseMonth(asked);
  if (!month) throw new Error(`"${asked}" is no month. Type it as 2026-01.`);
  const { today } = book.settings;
  const until = today > 0 ? earlier(lastDay(month), today) : lastDay(month);
  const read = readClient(given, book, today > 0 ? today : until);
  if (!read) return [];
  const { client, blocks, entries, ledger } = read;
  const sums = createMonthSums(ledger.settings);
  const write = (posting: Posting) => {
    if (posting.date <= until) sums.write(posting);
  };
  const post = clientBooks(client, blocks, ledger.settings, write);
  settleClient(client, { blocks, entries }, ledger.settings, until, { post });
  post.payUntil(until);
  const lines = inOrder(sums.lines().get(month) ?? []);
  return lines.map(line => ({ ...line, digits: currencyDecimals(line.currency) }));
}

interface GivenText extends GivenClient {
  /** A `GivenBook` as text: the same for all clients of a book. */
  readonly book: string;
}

let lastBook: { readonly text: string; readonly read: ReadBook } | undefined;

/** Clients of a book come one after the other, and each brings its whole Settings. */
function bookOf(text: string): ReadBook {
  if (lastBook?.text !== text) lastBook = { text, read: readBook(JSON.parse(text) as GivenBook) };
  return lastBook.read;
}

/** One line of JSON in, one out: the wire of every database. */
export function figures(client: string, today: string): string {
  const given = JSON.parse(client) as GivenText;
  const day = parseIsoDate(today);
  if (day === undefined) throw new Error(`"${today}" is no day. Type it as 2026-11-23.`);
  return JSON.stringify(figuresOn(given, bookOf(given.book), day));
}

/** The same for the journal of a month. */
export function journal(client: string, month: string): string {
  const given = JSON.parse(client) as GivenText;
  return JSON.stringify(monthLines(given, bookOf(given.book), month));
}
