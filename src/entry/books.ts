/** The books: month end, closing, archiving, rules and accounts. */

import { createPrinter } from '../google/pdf';
import { readWorkbookWords } from '../google/workbook-words';
import type { MonthFiles, MonthView } from '../ledger/books/month-sums';
import type { ReconciledMonth } from '../ledger/books/reconcile';
import type { AccountsForm, TypedAccounts } from '../ledger/books/test-journal';
import type { RuleAnswer, RuleForm } from '../ledger/changes/rule-effect';
import { archiveMonths, askToArchiveMonths } from '../workflows/archive/archive-months';
import {
  type BooksOverview,
  endMonth,
  saveOverview,
  viewOverview,
  writeOverview,
} from '../workflows/books/books-overview';
import { openRuleForm, previewRule as ruleMoves, writeRule as setRule } from '../workflows/books/change-rule';
import { closeMonth as freeze, reopenMonth as unfreeze } from '../workflows/books/close-month';
import {
  type ExportForm,
  type ExportPiece,
  openExport,
  exportPiece as pieceOf,
} from '../workflows/books/export-books';
import { monthFiles, reconcileBooks, viewMonth } from '../workflows/books/month-view';
import { openAccountsForm, saveAccounts as writeAccounts } from '../workflows/books/set-up-accounts';
import type { PaperAnswer } from '../workflows/papers/give-paper';
import { addAccountSettings } from '../workflows/set-up/fill-settings';
import { ask, show } from './pages';
import type { TypedRule } from './sent';
import { ownStore } from './services';
import { askFirst, locked, withArchive, withBooks } from './wrappers';

export function showMonthEnd(): void {
  show(HtmlService.createHtmlOutputFromFile('month-end'), 'Month end');
}

/** The same page: a month is closed where its journal can be seen. */
export function showCloseMonth(): void {
  show(HtmlService.createHtmlOutputFromFile('month-end'), 'Close month');
}

export function showReconcile(): void {
  show(HtmlService.createHtmlOutputFromFile('reconcile'), 'Reconcile');
}

export function showSetUpAccounts(): void {
  show(HtmlService.createHtmlOutputFromFile('set-up-accounts'), 'Set up accounts');
}

export function showBooksReports(): void {
  show(HtmlService.createHtmlOutputFromFile('books-reports'), 'Reports', 640);
}

/** Called by *Reports*; without a month the running one. */
export function booksReportsView(month?: string): BooksOverview {
  return withBooks(deps => viewOverview(deps, month));
}

/** Called by *Reports*: the PDF of what is shown. */
export function saveBooksOverview(month: string): PaperAnswer {
  return withBooks(deps => saveOverview(deps, createPrinter(Utilities), month));
}

/** Called by *Reports*: writes it into the tab `Books overview`. */
export function writeBooksOverview(month: string): PaperAnswer {
  return withBooks(deps => writeOverview(deps, month));
}

/** Called by *Month end*; without a month it is the last one that has ended. */
export function monthEndView(month?: string): MonthView & { readonly by: string } {
  return { ...withBooks(deps => viewMonth(deps, month)), by: ownStore().read().signer ?? '' };
}

/** Whoever signs with a name signs with it again; a script may not ask Google who somebody is. */
function rememberSigner(by: string | undefined): void {
  const name = String(by ?? '').trim();
  if (name !== '') ownStore().write({ signer: name.slice(0, 100) });
}

/** Called by *Month end*: the journal as CSV for one kind of accounting. */
export function monthEndFiles(month: string, kind: string): MonthFiles {
  return withBooks(deps => monthFiles(deps, month, kind));
}

/** Called by *Reconcile*. */
export function reconcileView(): ReconciledMonth {
  return withBooks(reconcileBooks);
}

/** Called by *Set up accounts* when it opens. */
export function accountsForm(): AccountsForm {
  return withBooks(openAccountsForm);
}

/** Called by *Set up accounts*: the fields as typed, which are checked again here. */
export function saveAccounts(typed: TypedAccounts) {
  return withBooks(deps => {
    addAccountSettings(deps.book.workbook, () => readWorkbookWords(HtmlService).settings);
    return writeAccounts(deps, typed);
  });
}

/** Writes the journal of a month, and of every open month before it, to `Journal`. */
export function monthEnd(month: string): string {
  return withBooks(deps => endMonth(deps, month));
}

/** Freezes a month and every open one before it; more than 24 only where `seen` says how many they are. */
export function closeMonth(month: string, seen?: number, by?: string): string {
  const said = withBooks(deps => freeze(deps, month, seen, by));
  rememberSigner(by);
  return said;
}

/** Opens a closed month again; without a reason it is refused. */
export function reopenMonth(month: string, reason: string, by?: string): string {
  const said = withBooks(deps => unfreeze(deps, month, reason, by));
  rememberSigner(by);
  return said;
}

/** Menu: says what would move, asks, and archives; `until` is such as 2026-01, else all months that ended long ago. */
export function archiveClosedMonths(until?: string): string {
  const asked = () => withBooks(({ book }) => askToArchiveMonths(book, until));
  return askFirst('Archive closed months', asked, ({ until: last }) => archiveUntil(last));
}

function archiveUntil(until: string): string {
  return withArchive(({ book }) => archiveMonths(book, until));
}

export function changeRule(): void {
  ask(HtmlService.createHtmlOutputFromFile('change-rule'), 'Change a rule');
}

/** Called by *Change a rule* when it opens. */
export function ruleForm(): RuleForm {
  return locked(({ book }) => openRuleForm(book));
}

/** Called by *Change a rule* while somebody types: what the rule would move, in hours and money. */
export function previewRule(typed: TypedRule): RuleAnswer {
  return locked(({ book }) => ruleMoves(book, typed));
}

/** Called by *Change a rule*: the rule as typed, with what the page has shown of it. */
export function writeRule(typed: TypedRule, seen: string, attempt: string): RuleAnswer {
  return locked(({ book }) => setRule(book, [typed, seen, attempt]));
}

export function showExport(): void {
  show(HtmlService.createHtmlOutputFromFile('export-books'), 'Export for BigQuery', 400);
}

/** Called by *Export for BigQuery* when it opens. */
export function exportForm(): ExportForm {
  return locked(openExport);
}

/** Called by *Export for BigQuery* and on the command line: lines of one file, from a row on. */
export function exportPiece(file: string, from: number, book: string, seen?: string): ExportPiece {
  return locked(desk => pieceOf(desk, [file, from, book, seen]));
}
