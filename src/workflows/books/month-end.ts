import { totalsText, workByMonth } from '../../ledger/books/closed-month';
import { type Journals, journalsUntil, postLedger, unreadIn } from '../../ledger/books/journals';
import { type LateNews, lateNews } from '../../ledger/books/late-changes';
import { createMonthSums } from '../../ledger/books/month-sums';
import type { JournalLine } from '../../ledger/model/journal-line';
import type { Ledger } from '../../ledger/model/ledger';
import type { SettledClient } from '../../ledger/rules/settle';
import { type CalendarDate, earlier } from '../../ledger/units/calendar-date';
import { counted } from '../../ledger/units/local-text';
import { lastDay, type Month, monthOf, monthText, parseMonth } from '../../ledger/units/month';
import { type Book, type Desk, type OpenBook, openBook } from '../../workbook/open-book';
import { type BooksTabs, frozenLines, readBooksTabs, writeClosedMonths, writeJournal } from './books-tabs';

/** The books up to a month, worked out and not written. */
export interface OpenBooks {
  readonly month: Month;
  /** The last day that is booked: of the running month nothing later than today. */
  readonly until: CalendarDate;
  readonly opened: OpenBook;
  readonly tabs: BooksTabs;
  readonly settled: ReadonlyMap<string, SettledClient>;
  readonly workIn: ReturnType<typeof workByMonth>;
  readonly journals: Journals;
  /** What has become of closed months since. */
  readonly news: readonly LateNews[];
  /** What cannot be read, so that no month may be written. */
  readonly unread: readonly string[];
}

/** A month as a menu, a dialog or a person names it. */
export function monthArgument(given: unknown): Month {
  const month = parseMonth(String(given ?? ''));
  if (!month) throw new Error(`"${String(given ?? '').slice(0, 40)}" is no month. Type it as 2026-01.`);
  return month;
}

/** Replays everything up to the month's end and works out the journals of every month up to it. */
export function openBooks(
  { book, hash }: Desk,
  month: Month,
  tabs: BooksTabs = readBooksTabs(book),
  opened: OpenBook = openBook(book),
): OpenBooks {
  const { ledger } = opened;
  const frozen = frozenLines(tabs, hash);
  const until = earlier(lastDay(month), ledger.settings.today);
  const { replayed, settled } = replayBooks(ledger, until);
  const journals = journalsUntil(month, replayed, frozen, tabs.isClosed);
  const written = tabs.written.filter(line => line.month <= month);
  const unread = unreadIn(ledger, { written, now: [...journals.values()].flat() });
  const workIn = workByMonth(settled.values());
  const now = { blocks: ledger.blocks, settled: [...settled.values()], workIn, replayed };
  // Of months after the one that is asked for nothing was replayed.
  const known = [...tabs.closed.values()].filter(closed => closed.month <= month);
  const news = known.map(closed => lateNews(closed, frozen.get(closed.month) ?? [], now));
  return { month, until, opened, tabs, settled, workIn, journals, news, unread };
}

function replayBooks(ledger: Ledger, until: CalendarDate) {
  const sums = createMonthSums(ledger.settings);
  const settled = postLedger(ledger, until, sums.write);
  const replayed: Map<Month, readonly JournalLine[]> = sums.lines();
  const begin = firstMonth(ledger);
  if (begin && !replayed.has(begin)) replayed.set(begin, []);
  return { replayed, settled };
}

/** A month of work that nothing covers has no lines, but it can be closed. */
function firstMonth({ entries }: Ledger): Month | undefined {
  return entries.length > 0 ? monthOf(entries.map(({ date }) => date).reduce(earlier)) : undefined;
}

/** More would hide the first. */
const mostUnread = 5;

/** A month is neither written nor closed on what cannot be read. */
export function refuseUnread({ month, unread }: Pick<OpenBooks, 'month' | 'unread'>): void {
  if (unread.length === 0) return;
  const more = unread.length - mostUnread;
  const rest = more > 0 ? ` (${more} more: see Check workbook.)` : '';
  const shown = unread.slice(0, mostUnread).join(' ');
  throw new Error(`${monthText(month)} is not written, for not everything can be read. ${shown}${rest}`);
}

/** Writes the journal of every open month up to one, each in place of what stood there for it. */
export function monthEnd(deps: Desk, given: unknown): string {
  const books = openBooks(deps, monthArgument(given));
  refuseUnread(books);
  writeOpenMonths(deps.book, books);
  return describe(books);
}

export function writeOpenMonths(book: Book, { journals, tabs, news }: OpenBooks): void {
  writeJournal(book, tabs, new Map([...journals].filter(([month]) => !tabs.isClosed(month))));
  const changed = news.filter(({ month, text }) => text !== tabs.closed.get(month)?.late);
  writeClosedMonths(
    tabs,
    changed.map(({ row, text }) => ({ row, values: { 'Came late': text } })),
  );
}

function describe({ month, journals, tabs, opened, until }: OpenBooks): string {
  const lines = journals.get(month) || [];
  const count = counted(lines.length, 'line');
  const left = opened.ledger.broken.size;
  const words = [
    lines.length === 0
      ? `${monthText(month)} has no lines.`
      : `${monthText(month)}: ${count}, ${totalsText(lines)} on each side.`,
    tabs.isClosed(month) ? 'The month is closed: the journal is as it was frozen.' : '',
    until < lastDay(month) && !tabs.isClosed(month) ? 'It is booked up to today.' : '',
    left > 0 ? 'Rows that cannot be counted are left out: see Check workbook.' : '',
  ];
  return words.filter(Boolean).join(' ');
}
