import type { CsvFile } from '../../ledger/books/exports/csv';
import {
  downloadedNow,
  invoiceFigures,
  journalFigures,
  sinceDownload,
  withDownload,
} from '../../ledger/books/exports/downloaded';
import { quickBooksInvoices, salesInvoices, xeroInvoices } from '../../ledger/books/exports/invoices';
import { plainFiles } from '../../ledger/books/exports/plain';
import { quickBooksFiles } from '../../ledger/books/exports/quickbooks';
import { xeroFiles } from '../../ledger/books/exports/xero';
import {
  accountTotals,
  type FileKind,
  lateLines,
  type MonthFiles,
  type MonthView,
  monthChoices,
} from '../../ledger/books/month-sums';
import { type ReconciledMonth, reconcile } from '../../ledger/books/reconcile';
import { accountOf } from '../../ledger/model/accounts';
import type { JournalLine } from '../../ledger/model/journal-line';
import type { Settings } from '../../ledger/model/settings';
import { addMonths } from '../../ledger/units/calendar-date';
import type { Currency } from '../../ledger/units/money';
import { lastDay, type Month, monthOf, monthText } from '../../ledger/units/month';
import { readMemory, remember } from '../../workbook/memory';
import type { Desk } from '../../workbook/open-book';
import { readBooksTabs } from './books-tabs';
import { openMonths } from './close-month';
import { monthArgument, type OpenBooks, openBooks, refuseUnread } from './month-end';

/** What *Month end* shows; without a month the last one that has ended. Nothing is written. */
export function viewMonth(deps: Desk, given: unknown): MonthView {
  const current = monthOf(deps.book.now().date);
  const month = given ? monthArgument(given) : monthOf(addMonths(deps.book.now().date, -1));
  const books = openBooks(deps, month);
  const { journals, tabs, opened, workIn, news, unread } = books;
  const lines = journals.get(month) || [];
  const freezes = tabs.isClosed(month) ? [] : openMonths(books);
  const [first = month] = [...journals.keys(), month].sort();
  return {
    month,
    title: monthText(month),
    months: monthChoices(first, month > current ? month : current, tabs.isClosed),
    isClosed: tabs.isClosed(month),
    canClose: freezes.length > 0 && unread.length === 0 && lastDay(month) < opened.ledger.settings.today,
    unread,
    accounts: accountTotals(lines),
    lines: lines.length,
    late: lateLines(lines),
    freezes: freezes.map(monthText),
    fills: freezes.reduce((sum, each) => sum + workIn(each).entries, 0),
    cameLate: news.flatMap(({ month, text }) => (text ? [`${monthText(month)}: ${text}`] : [])),
    rowsLeftOut: [...opened.ledger.broken.values()].reduce((sum, rows) => sum + rows.length, 0),
  };
}

/** The journal or the sales of a month as files for the firm's accounting; says what differs from the last download. */
export function monthFiles(deps: Desk, given: unknown, kind: unknown): MonthFiles {
  const books = openBooks(deps, monthArgument(given));
  if (!books.tabs.isClosed(books.month)) refuseUnread(books);
  const makers: Record<FileKind, () => Made> = {
    plain: () => journalMade(books, plainFiles),
    quickbooks: () => journalMade(books, quickBooksFiles, ownCurrencyNote),
    xero: () => journalMade(books, xeroFiles, xeroNote),
    'quickbooks invoices': () => invoicesMade(books, quickBooksInvoices),
    'xero invoices': () => invoicesMade(books, xeroInvoices),
  };
  const known = Object.keys(makers).find(each => each === kind) as FileKind | undefined;
  const made = makers[known ?? 'plain']();
  if (made.files.length === 0) return { files: [], note: made.notes.join(' ') };
  const since = downloaded(deps, `${books.month} ${known ?? 'plain'}`, made);
  return { files: made.files, note: [since, ...made.notes].filter(Boolean).join(' ') };
}

interface Made {
  readonly files: readonly CsvFile[];
  readonly notes: readonly string[];
  readonly figures: ReturnType<typeof journalFigures>;
}

function journalMade(
  { month, journals, tabs, opened }: OpenBooks,
  make: (month: Month, lines: readonly JournalLine[], isOpen: boolean, settings: Settings) => CsvFile[],
  noteOn: (foreign: readonly Currency[], settings: Settings) => string = () => '',
): Made {
  const lines = journals.get(month) || [];
  const { settings } = opened.ledger;
  const isOpen = !tabs.isClosed(month);
  const currencies = [...new Set(lines.map(({ currency }) => currency))];
  const foreign = currencies.filter(currency => currency !== settings.terms.currency);
  const open = `${monthText(month)} is not closed, so this may still change, and says provisional.`;
  const notes = [noteOn(foreign, settings), isOpen && lines.length > 0 ? open : ''];
  return { files: make(month, lines, isOpen, settings), notes, figures: journalFigures(lines) };
}

function xeroNote(foreign: readonly Currency[]): string {
  const list = foreign.join(', ');
  return foreign.length > 0
    ? `Xero takes manual journals in the organisation’s own currency only: enter ${list} there by hand.`
    : '';
}

/** QuickBooks refuses a receivable or a bank in another currency than its own. */
function ownCurrencyNote(foreign: readonly Currency[], settings: Settings): string {
  if (settings.cashSide !== 'bank and receivable') return '';
  const shared = foreign.filter(currency =>
    (['bank', 'receivable'] as const).some(
      role => accountOf(settings, role, currency).code === settings.accounts[role].code,
    ),
  );
  const rows = shared.map(
    currency => `“Account: Accounts receivable ${currency}” and “Account: Bank ${currency}”`,
  );
  return rows.length > 0
    ? `QuickBooks takes each currency only on accounts of that currency: add the rows ${rows.join(', ')} to Settings.`
    : '';
}

function invoicesMade({ month, opened }: OpenBooks, make: typeof xeroInvoices): Made {
  const { blocks, clients, settings } = opened.ledger;
  const invoices = salesInvoices(month, blocks, clients, settings);
  const isTaxed = invoices.some(({ block }) => block.tax !== 0);
  const notes = [
    invoices.length === 0 ? `Nothing was sold on account in ${monthText(month)}.` : '',
    settings.cashSide === 'none' || invoices.length === 0
      ? ''
      : 'The journal books these sales too: import either, or choose in Set up accounts that invoices are in your accounting.',
    isTaxed && !settings.salesTaxRate
      ? 'Type in Settings, as Sales tax rate, what its tax is called there.'
      : '',
  ];
  return { files: make(month, invoices, settings), notes, figures: invoiceFigures(invoices) };
}

/** Remembers what this file says, and tells what it said before. */
function downloaded({ book, hash }: Desk, name: string, { files, figures }: Made): string {
  const { store, now } = book;
  const memory = readMemory(store);
  const digest = hash(files.map(({ text }) => text).join('\n')).slice(0, 16);
  const file = downloadedNow(name, now().date, digest, figures);
  const before = memory.downloads.find(each => each.name === name);
  remember(store, memory, { downloads: withDownload(memory.downloads, file) });
  return sinceDownload(before, file, figures);
}

/** Compares hours and journals as they stand in the sheet, at the end of the last month that is written. */
export function reconcileBooks(deps: Desk): ReconciledMonth {
  const tabs = readBooksTabs(deps.book);
  const [last] = tabs.written
    .map(({ month }) => month)
    .sort()
    .reverse();
  if (!last) throw new Error('Journal is empty. Write it first with More > Books > Month end.');
  const { settled, opened, until } = openBooks(deps, last, tabs);
  const result = reconcile(settled.values(), tabs.written, opened.ledger.settings, until);
  return { ...result, month: last, title: monthText(last) };
}
