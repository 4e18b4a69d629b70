import { lateText, totalsText, workOf } from '../../ledger/books/closed-month';
import { type Journals, journalsUntil, postLedger } from '../../ledger/books/journals';
import { createMonthSums } from '../../ledger/books/month-sums';
import { issueText } from '../../ledger/model/issue';
import type { Ledger } from '../../ledger/model/ledger';
import type { SettledClient } from '../../ledger/rules/settle';
import { earlier } from '../../ledger/units/calendar-date';
import { counted } from '../../ledger/units/local-text';
import { lastDay, type Month, monthOf, monthText, parseMonth } from '../../ledger/units/month';
import { type Book, type Desk, type OpenBook, openBook } from '../../workbook/open-book';
import { type BooksTabs, frozenLines, readBooksTabs, writeClosedMonths, writeJournal } from './books-tabs';

/** The books up to a month, worked out and not written. */
export interface OpenBooks {
  readonly month: Month;
  readonly opened: OpenBook;
  readonly tabs: BooksTabs;
  readonly settled: ReadonlyMap<string, SettledClient>;
  readonly journals: Journals;
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
): OpenBooks {
  const opened = openBook(book);
  const [fatal] = opened.ledger.fatal;
  if (fatal) throw new Error(issueText(fatal));
  const frozen = frozenLines(tabs, hash);
  const sums = createMonthSums(opened.ledger.settings);
  const settled = postLedger(opened.ledger, lastDay(month), sums.write);
  const replayed = sums.lines();
  const begin = firstMonth(opened.ledger);
  if (begin && !replayed.has(begin)) replayed.set(begin, []);
  return { month, opened, tabs, settled, journals: journalsUntil(month, replayed, frozen) };
}

/** A month of work that nothing covers has no lines, but it can be closed. */
function firstMonth({ entries }: Ledger): Month | undefined {
  return entries.length > 0 ? monthOf(entries.map(({ date }) => date).reduce(earlier)) : undefined;
}

/** Writes the journal of every open month up to one, each in place of what stood there for it. */
export function monthEnd(deps: Desk, given: unknown): string {
  const books = openBooks(deps, monthArgument(given));
  writeOpenMonths(deps.book, books);
  return describe(books);
}

export function writeOpenMonths(book: Book, books: OpenBooks): void {
  const { journals, tabs, settled } = books;
  writeJournal(book, tabs, new Map([...journals].filter(([month]) => !tabs.closed.has(month))));
  const news = [...tabs.closed.values()].flatMap(({ month, row, work, late }) => {
    const text = lateText(work, workOf(settled.values(), month));
    return text === late ? [] : [{ row, values: { 'Came late': text } }];
  });
  writeClosedMonths(tabs, news);
}

function describe({ month, journals, tabs, opened }: OpenBooks): string {
  const lines = journals.get(month) || [];
  const count = counted(lines.length, 'line');
  const left = opened.ledger.broken.size;
  const words = [
    lines.length === 0
      ? `${monthText(month)} has no lines.`
      : `${monthText(month)}: ${count}, ${totalsText(lines)} on each side.`,
    tabs.closed.has(month) ? 'The month is closed: the journal is as it was frozen.' : '',
    left > 0 ? 'Rows that cannot be counted are left out: see Check workbook.' : '',
  ];
  return words.filter(Boolean).join(' ');
}
