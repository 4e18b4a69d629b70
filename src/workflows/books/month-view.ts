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
import { addMonths } from '../../ledger/units/calendar-date';
import { lastDay, monthOf, monthText } from '../../ledger/units/month';
import type { Desk } from '../../workbook/open-book';
import { readBooksTabs } from './books-tabs';
import { openMonths } from './close-month';
import { monthArgument, openBooks, refuseUnread } from './month-end';

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

/** The journal of a month as files for the firm's accounting. */
export function monthFiles(deps: Desk, given: unknown, kind: unknown): MonthFiles {
  const books = openBooks(deps, monthArgument(given));
  const { month, journals, opened, tabs } = books;
  if (!tabs.isClosed(month)) refuseUnread(books);
  const lines = journals.get(month) || [];
  const { settings } = opened.ledger;
  const currencies = new Set(lines.map(({ currency }) => currency));
  const foreign = [...currencies].filter(currency => currency !== settings.terms.currency);
  const isXero = kind === 'xero';
  const makers: Record<FileKind, () => MonthFiles['files']> = {
    plain: () => plainFiles(month, lines),
    quickbooks: () => quickBooksFiles(month, lines),
    xero: () => xeroFiles(month, lines, settings),
  };
  const make = makers[kind as FileKind] || makers.plain;
  const note =
    isXero && foreign.length > 0
      ? `Xero takes manual journals in the organisation’s own currency only: enter ${foreign.join(', ')} there by hand.`
      : '';
  return { files: lines.length > 0 ? make() : [], note };
}

/** Compares hours and journals as they stand in the sheet, at the end of the last month that is written. */
export function reconcileBooks(deps: Desk): ReconciledMonth {
  const tabs = readBooksTabs(deps.book);
  const [last] = tabs.written
    .map(({ month }) => month)
    .sort()
    .reverse();
  if (!last) throw new Error('Journal is empty. Write it first with Books > Month end.');
  const { settled, opened, until } = openBooks(deps, last, tabs);
  const result = reconcile(settled.values(), tabs.written, opened.ledger.settings, until);
  return { ...result, month: last, title: monthText(last) };
}
