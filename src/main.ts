/** The entry: menu, triggers, custom functions and dialog calls. It only wires, and it alone knows the clock. */

import { createHash, createSheetClock } from './google/cells';
import { allAreas, editedArea } from './google/formula-areas';
import { waitedForOther, whileLocked } from './google/lock';
import { createOutbox } from './google/mail';
import { addMenu } from './google/menu';
import { createPrinter } from './google/pdf';
import { explainRefusal } from './google/refusals';
import { createCache, createPropertyStore } from './google/stores';
import { turnOffTrigger, turnOnTrigger } from './google/triggers';
import { createWorkbook, selectedPlace, sheetNamed } from './google/workbook';
import { readWorkbookWords } from './google/workbook-words';
import type { AccountsForm } from './ledger/books/accounts-form';
import type { MonthFiles, MonthView } from './ledger/books/month-view';
import type { ReconciledMonth } from './ledger/books/reconcile';
import type { ChangeAnswer, ChangeForm } from './ledger/changes/change-form';
import type { RuleAnswer } from './ledger/changes/rule-effect';
import type { RuleForm } from './ledger/changes/rules-list';
import type { NoticePlan } from './ledger/notices/plan';
import type { Issue } from './ledger/reading/issue';
import { type ExpiredHours, expiredHours } from './ledger/reports/expired-hours';
import type { SaleAnswer, SaleForm } from './ledger/selling/sale-form';
import { isoDate } from './ledger/units/calendar-date';
import { archiveClient as archive, askToArchive } from './workflows/archive-client';
import { archiveMonths, askToArchiveMonths } from './workflows/archive-months';
import { blockQuote } from './workflows/block-quote';
import * as cells from './workflows/cell-functions';
import { writeChange as change, openChangeForm, previewChange as preview } from './workflows/change-blocks';
import { openRuleForm, previewRule as ruleMoves, writeRule as setRule } from './workflows/change-rule';
import { checkWorkbook as check } from './workflows/check-workbook';
import { closeMonth as freeze, reopenMonth as unfreeze } from './workflows/close-month';
import { completeFormulas } from './workflows/complete-formulas';
import { type Cache, latestStamp } from './workflows/figure-store';
import {
  type GivenStatement,
  mailStatement as giveByMail,
  saveStatement as giveFile,
  writeStatement as giveTab,
} from './workflows/give-statement';
import { healMove, markChanged, resealWhereUseless } from './workflows/heal-archive';
import {
  type ImportAnswer,
  writeImport as importFile,
  previewImport as planned,
} from './workflows/import-file';
import {
  type GivenInvoice,
  type InvoicePreview,
  saveInvoice as makeInvoice,
  previewInvoice,
} from './workflows/invoice-block';
import { refreshLedger } from './workflows/ledger-formula';
import { announceMails, describeRun, dueList } from './workflows/list-due-notices';
import * as books from './workflows/month-end';
import { monthFiles, reconcileBooks, viewMonth } from './workflows/month-view';
import { readMemory, remember } from './workflows/notice-memory';
import { once } from './workflows/once';
import { type Book, keepToday, numberNewBlocks, openBook } from './workflows/open-book';
import { isDailyRunDue } from './workflows/run-hourly';
import { selectedClient } from './workflows/selected-client';
import { openSaleForm, sellOnce } from './workflows/sell-block';
import type { NoticeDeps } from './workflows/send-batch';
import { prepareRun, sendRenewalNotices } from './workflows/send-renewal-notices';
import { openAccountsForm, saveAccounts as writeAccounts } from './workflows/set-up-accounts';
import { setUpWorkbook as setUp } from './workflows/set-up-workbook';
import {
  openStatementForm,
  type StatementForm,
  type StatementPreview,
  previewStatement as statementPreview,
} from './workflows/statement-desk';
import { newsWhileTyping } from './workflows/tell-while-typing';
import {
  type MailPreview,
  openTemplateForm,
  previewMail,
  sendTestMail,
  type TemplateForm,
} from './workflows/template-desk';
import { tickEditedRows, tickNewRows } from './workflows/tick-new-rows';
import { askToUndo, undoLastDialog as undo } from './workflows/undo-last-dialog';

/** Google ends a run after six minutes; what is left then goes on an hour later. */
const longestRun = 270_000;

/** Runs when somebody installs the add-on. */
export function onInstall(e: GoogleAppsScript.Events.AddonOnInstall): void {
  onOpen(e);
}

/** Runs when a workbook opens; in one that does not use the add-on yet, only the menu is allowed. */
export function onOpen(e?: { authMode: GoogleAppsScript.Script.AuthMode }): void {
  addMenu(SpreadsheetApp.getUi());
  if (!e || String(e.authMode) !== 'NONE') keepToday(here(), false);
}

/** Runs at every edit by hand. */
export function onEdit(e: GoogleAppsScript.Events.SheetsOnEdit): void {
  const { range } = e;
  const book = here();
  const [tab, row, column] = [range.getSheet().getName(), range.getRow(), range.getColumn()];
  completeFormulas([editedArea(range)], book);
  const [rows, columns] = [range.getNumRows(), range.getNumColumns()];
  tickEditedRows(book.workbook, { tab, row, column, rows, columns });
  if (tab === 'Blocks') locked(() => numberNewBlocks(book));
  if (tab === 'Time archive') locked(() => markChanged(book, {}));
  const cache = createCache(CacheService);
  const kept = cache.getAll(['today', latestStamp]);
  if (tab === 'Settings' || kept.today !== isoDate(book.now().date)) keepTodayWhileTyping(book, cache);
  const edit = { tab, row, column, rows, columns, oldValue: e.oldValue };
  sayWhileTyping(() => newsWhileTyping(book, cache, edit, kept[latestStamp]));
}

/** A day passes rarely while somebody types: the cache says that it was looked after. */
function keepTodayWhileTyping(book: Book, cache: Cache): void {
  keepToday(book, true);
  cache.putAll({ today: isoDate(book.now().date) });
}

/** A word while typing is a kindness: where it fails, nobody is bothered with it. */
function sayWhileTyping(news: () => string | undefined): void {
  try {
    const text = news();
    if (text) SpreadsheetApp.getActive().toast(text, 'Block Ledger');
  } catch (error) {
    console.warn(error);
  }
}

export function setUpWorkbook(): void {
  const lines = locked(() => {
    const done = setUp(here().workbook, readWorkbookWords(HtmlService));
    openBook(here());
    return done;
  });
  if (lines.length > 0) goToRow('Clients', 1);
  tell('Block Ledger', lines.join('\n') || 'Nothing was missing.');
}

export function refresh(): void {
  locked(lookAfterWorkbook);
  SpreadsheetApp.getActive().toast('Everything is up to date.', 'Block Ledger');
}

export function checkWorkbook(): void {
  show(HtmlService.createHtmlOutputFromFile('check-workbook'), 'Check workbook');
}

export function showDueNotices(): void {
  show(HtmlService.createHtmlOutputFromFile('due-notices'), 'Renewal notices');
}

/** In a sidebar, for people read it while they work. */
export function showHelp(): void {
  const page = HtmlService.createHtmlOutputFromFile('help').setTitle('Block Ledger: help');
  SpreadsheetApp.getUi().showSidebar(page);
}

export function sellBlock(): void {
  ask(HtmlService.createHtmlOutputFromFile('sell-block'), 'Sell a block');
}

/** Called by *Sell a block* when it opens. */
export function sellBlockForm(): SaleForm {
  const place = selectedPlace(SpreadsheetApp.getActive());
  return locked(() => openSaleForm(here(), selectedClient(here().workbook, place)));
}

/** Called by *Sell a block*: the sale as typed, which is checked again here. */
export function writeSoldBlock(typed: unknown, attempt?: unknown): SaleAnswer {
  return locked(() => sellOnce(here(), createCache(CacheService), typed, attempt));
}

export function correctHours(): void {
  ask(HtmlService.createHtmlOutputFromFile('correct'), 'Correct');
}

export function refundHours(): void {
  ask(HtmlService.createHtmlOutputFromFile('refund'), 'Refund');
}

export function transferHours(): void {
  ask(HtmlService.createHtmlOutputFromFile('transfer'), 'Transfer');
}

export function settleOverage(): void {
  ask(HtmlService.createHtmlOutputFromFile('settle-overage'), 'Settle the overage');
}

/** Called by *Correct*, *Refund*, *Transfer* and *Settle the overage* when they open. */
export function changeForm(): ChangeForm {
  const place = selectedPlace(SpreadsheetApp.getActive());
  return locked(() => openChangeForm(here(), place));
}

/** Called by the same while somebody types: what the change would do. */
export function previewChange(kind: unknown, typed: unknown): ChangeAnswer {
  return locked(() => preview(here(), kind, typed));
}

/** Called by the same: the change as typed, with the effect that the page has shown. */
export function writeChange(kind: unknown, typed: unknown, seen: unknown, attempt?: unknown): ChangeAnswer {
  return locked(() => change(here(), createCache(CacheService), [kind, typed, seen, attempt]));
}

export function changeRule(): void {
  ask(HtmlService.createHtmlOutputFromFile('change-rule'), 'Change a rule');
}

/** Called by *Change a rule* when it opens. */
export function ruleForm(): RuleForm {
  return locked(() => openRuleForm(here()));
}

/** Called by *Change a rule* while somebody types: what the rule would move, in hours and money. */
export function previewRule(typed: unknown): RuleAnswer {
  return locked(() => ruleMoves(here(), typed));
}

/** Called by *Change a rule*: the rule as typed, with what the page has shown of it. */
export function writeRule(typed: unknown, seen: unknown, attempt?: unknown): RuleAnswer {
  return locked(() => setRule(here(), createCache(CacheService), [typed, seen, attempt]));
}

export function showExpiredHours(): void {
  show(HtmlService.createHtmlOutputFromFile('expired-hours'), 'Expired hours');
}

/** Called by *Expired hours*. */
export function listExpiredHours(): ExpiredHours {
  return locked(() => expiredHours(openBook(here()).ledger));
}

export function importClients(): void {
  const page = HtmlService.createHtmlOutputFromFile('import-file').setWidth(680).setHeight(560);
  SpreadsheetApp.getUi().showModalDialog(page, 'Import');
}

/** Called by *Import*: what a file would add. */
export function previewImport(text: unknown, fields?: unknown): ImportAnswer {
  return locked(() => planned(here(), text, fields));
}

/** Called by *Import*: the same file, with how much of it the page has shown. */
export function writeImport(text: unknown, fields: unknown, seen: unknown, attempt?: unknown): ImportAnswer {
  return locked(() => importFile(here(), createCache(CacheService), [text, fields, seen, attempt]));
}

/** Menu: asks, then unticks Active of the client whose row is selected. */
export function archiveClient(): void {
  inPlainWords('Archive a client', title => {
    const place = selectedPlace(SpreadsheetApp.getActive());
    const asked = locked(() => askToArchive(here(), place));
    if ('refusal' in asked) tell(title, asked.refusal);
    else if (confirms(title, asked.question)) locked(() => archive(here(), asked.client));
  });
}

/** Menu: says what it will take back, asks, and takes it back. */
export function undoLastDialog(): void {
  inPlainWords('Undo the last dialog', title => {
    const asked = locked(() => askToUndo(here()));
    if ('refusal' in asked) tell(title, asked.refusal);
    else if (confirms(title, asked.question)) tell(title, locked(() => undo(here())) ?? 'It was taken back.');
  });
}

export function showStatement(): void {
  show(HtmlService.createHtmlOutputFromFile('statement'), 'Statement', 640);
}

/** Called by *Statement* when it opens. */
export function statementForm(): StatementForm {
  const place = selectedPlace(SpreadsheetApp.getActive());
  return locked(() => openStatementForm(desk(), selectedClient(here().workbook, place)));
}

/** Called by *Statement*: the statement as its client will see it, and whether it was issued before. */
export function previewStatement(request: unknown): StatementPreview {
  return locked(() => statementPreview(desk(), request));
}

/** Called by *Statement*: issues it and gives its PDF. */
export function saveStatement(request: unknown): GivenStatement {
  return locked(() => giveFile(desk(), createPrinter(Utilities), request));
}

/** Called by *Statement*: issues it and mails it, once an attempt. */
export function mailStatement(request: unknown, attempt?: unknown): GivenStatement {
  const send = () => giveByMail(desk(), createPrinter(Utilities), createOutbox(MailApp), request);
  return locked(() => once(createCache(CacheService), 'statement mail', attempt, send));
}

/** Called by *Statement*: issues it and writes it into a tab of its own. */
export function writeStatementTab(request: unknown): GivenStatement {
  return locked(() => giveTab(desk(), request));
}

export function showInvoice(): void {
  show(HtmlService.createHtmlOutputFromFile('invoice'), 'Invoice for this block', 560);
}

/** Called by *Invoice for this block* when it opens. */
export function invoiceForm(): InvoicePreview {
  const place = selectedPlace(SpreadsheetApp.getActive());
  return locked(() => previewInvoice(here(), place));
}

/** Called by *Invoice for this block*: gives it its number and its PDF. */
export function saveInvoice(block: unknown): GivenInvoice {
  return locked(() => makeInvoice(here(), createPrinter(Utilities), block));
}

/** Called by the dialog that lists issues. */
export function goToRow(tab: string, row: number): void {
  const sheet = sheetNamed(SpreadsheetApp.getActive(), tab);
  if (sheet) sheet.getRange(row, 1).activate();
}

/** Called by *Check workbook*: every issue with its tab and row. */
export function listIssues(): Issue[] {
  return locked(() => check(here()));
}

/** Called by *See what is due*. */
export function listDueNotices() {
  return dueList(prepareRun(noticeDeps()));
}

export function showTemplates(): void {
  show(HtmlService.createHtmlOutputFromFile('templates'), 'Templates: preview', 640);
}

/** Called by *Templates: preview* when it opens. */
export function templateForm(): TemplateForm {
  const place = selectedPlace(SpreadsheetApp.getActive());
  return locked(() => openTemplateForm(here(), selectedClient(here().workbook, place)));
}

/** Called by *Templates: preview*: a mail as its client would see it. */
export function previewTemplate(request: unknown): MailPreview {
  return locked(() => previewMail(here(), request));
}

/** Called by *Templates: preview*: the same mail to the person who asks, once an attempt. */
export function sendTemplateTest(request: unknown, attempt?: unknown): string {
  const send = () => sendTestMail(here(), createOutbox(MailApp), request);
  return locked(() => once(createCache(CacheService), 'test mail', attempt, send));
}

/** Menu: asks, then sends what is due. */
export function sendDueNotices(): void {
  inPlainWords('Send due notices', title => {
    const { plan } = prepareRun(noticeDeps());
    const question = 'The mails leave from your own Gmail. Send them?';
    if (plan.mails.length === 0 || agrees(title, plan, question)) tell(title, sendNow());
  });
}

/** Menu: shows who would be mailed, then sets the hourly trigger. */
export function turnOnDailyNotices(): void {
  inPlainWords('Turn on daily notices', title => {
    const { plan } = prepareRun(noticeDeps());
    const question =
      'From now on notices leave once a day from the Gmail of whoever turns this on: yours. Turn on?';
    if (!agrees(title, plan, question)) return;
    turnOnTrigger(ScriptApp, SpreadsheetApp.getActive());
    tell(title, 'Daily notices are on. Notices shows each mail.');
  });
}

export function turnOffDailyNotices(): void {
  inPlainWords('Turn off daily notices', title => {
    const wasOn = turnOffTrigger(ScriptApp, SpreadsheetApp.getActive());
    tell(
      title,
      wasOn ? 'Daily notices are off.' : 'You had not turned them on; whoever did must turn them off.',
    );
  });
}

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

/** Called by *Month end*; without a month it is the last one that has ended. */
export function monthEndView(month?: string): MonthView {
  return withBooks(deps => viewMonth(deps, month));
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
export function saveAccounts(typed: unknown) {
  return withBooks(deps => writeAccounts(deps, typed));
}

/** Writes the journal of a month, and of every open month before it, to `Journal`. */
export function monthEnd(month: string): string {
  return withBooks(deps => books.monthEnd(deps, month));
}

/** Freezes a month and every open one before it. */
export function closeMonth(month: string): string {
  return withBooks(deps => freeze(deps, month));
}

/** Opens a closed month again; without a reason it is refused. */
export function reopenMonth(month: string, reason: string): string {
  return withBooks(deps => unfreeze(deps, month, reason));
}

/** Menu: says what would move, asks, and archives; `until` is such as 2026-01, else all months that ended long ago. */
export function archiveClosedMonths(until?: string): string {
  let told = '';
  inPlainWords('Archive closed months', title => {
    const asked = withBooks(({ book }) => askToArchiveMonths(book, until));
    told = 'refusal' in asked ? asked.refusal : '';
    if ('question' in asked && confirms(title, asked.question)) told = withArchive(asked.until);
    if (told) tell(title, told);
  });
  return told;
}

/** The first time the tabs of the archive are made. */
function withArchive(until: string): string {
  return withBooks(({ book }) => {
    const isThere = book.workbook.tab('Time archive') && book.workbook.tab('Archive state');
    if (!isThere) setUp(book.workbook, readWorkbookWords(HtmlService), true);
    if (!isThere) book.workbook.tab('Archive state')?.hide();
    return archiveMonths(book, until);
  });
}

/** The one hourly trigger: looks after the workbook, and once a day sends what is due. */
export function runHourly(): void {
  locked(() => {
    const { ledger } = lookAfterWorkbook();
    const { store, now } = here();
    const memory = readMemory(store);
    if (!isDailyRunDue(ledger.settings, memory, now())) return;
    const run = sendRenewalNotices(noticeDeps());
    console.log(describeRun(run));
    // What waits for quota or time goes on at the next full hour.
    if (run.left === 0) remember(store, memory, { lastDay: isoDate(now().date) });
  });
}

/** The day's work at once, whatever the hour. */
export function runDaily(): void {
  console.log(sendNow());
}

/**
 * Hours a client has left; below zero where more was used than bought.
 * @param client A client's name, or a range of names.
 * @param as_of The day for which to answer. Blank: today.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return Hours left.
 * @customfunction
 */
export function BLOCKBALANCE(client: unknown, as_of?: unknown, ledger?: unknown): unknown {
  return answer(cells.blockBalance, [client, as_of, ledger]);
}

/**
 * Money still owed to a client in work: the discounted value of the hours left.
 * @param client A client's name, or a range of names.
 * @param as_of The day for which to answer. Blank: today.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return Money in the client's currency.
 * @customfunction
 */
export function BLOCKVALUE(client: unknown, as_of?: unknown, ledger?: unknown): unknown {
  return answer(cells.blockValue, [client, as_of, ledger]);
}

/**
 * Hours charged for a client's time entries.
 * @param client A client's name, or a range of names.
 * @param from The first day. Blank: from the beginning.
 * @param to The last day. Blank: today.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return Hours.
 * @customfunction
 */
export function BLOCKUSED(client: unknown, from?: unknown, to?: unknown, ledger?: unknown): unknown {
  return answer(cells.blockUsed, [client, from, to, ledger]);
}

/**
 * Hours of a client that no block covers, waiting for the next block or to be invoiced.
 * @param client A client's name, or a range of names.
 * @param as_of The day for which to answer. Blank: today.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return Hours.
 * @customfunction
 */
export function BLOCKOVERAGE(client: unknown, as_of?: unknown, ledger?: unknown): unknown {
  return answer(cells.blockOverage, [client, as_of, ledger]);
}

/**
 * What prepaying has saved a client so far.
 * @param client A client's name, or a range of names.
 * @param as_of The day for which to answer. Blank: today.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return Money in the client's currency.
 * @customfunction
 */
export function BLOCKSAVED(client: unknown, as_of?: unknown, ledger?: unknown): unknown {
  return answer(cells.blockSaved, [client, as_of, ledger]);
}

/**
 * The day on which a client's hours run out at the recent pace.
 * @param client A client's name, or a range of names.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return A date, or the words "not enough history" or "used up".
 * @customfunction
 */
export function BLOCKRUNOUT(client: unknown, ledger?: unknown): unknown {
  return answer(cells.blockRunOut, [client, ledger]);
}

/**
 * Every event behind a client's balance: the last "left after" is the balance.
 * @param client A client's name.
 * @param as_of The last day to show. Blank: today.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return A table with headers.
 * @customfunction
 */
export function BLOCKEXPLAIN(client: unknown, as_of?: unknown, ledger?: unknown): unknown {
  return answer(cells.blockExplain, [client, as_of, ledger]);
}

/**
 * A client's account of a period, which adds up; then what happened, line by line.
 * @param client A client's name.
 * @param from The first day.
 * @param to The last day. Blank: today.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return A table with headers.
 * @customfunction
 */
export function BLOCKSTATEMENT(client: unknown, from: unknown, to?: unknown, ledger?: unknown): unknown {
  return answer(cells.blockStatement, [client, from, to, ledger]);
}

/**
 * The overview: a row for each client, the worst first.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return A table with headers.
 * @customfunction
 */
export function BLOCKSUMMARY(ledger?: unknown): unknown {
  return answer(cells.blockSummary, [ledger]);
}

/**
 * All clients together: a row for each currency.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return A table with headers.
 * @customfunction
 */
export function BLOCKTOTALS(ledger?: unknown): unknown {
  return answer(cells.blockTotals, [ledger]);
}

/**
 * The price of a new block by the rate card in Settings, without tax.
 * @param hours The hours of the block, or a range of them.
 * @param client For whose rate and currency. Blank: those of Settings.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return Money in the client's currency.
 * @customfunction
 */
export function BLOCKQUOTE(hours: unknown, client?: unknown, ledger?: unknown): unknown {
  return answer(blockQuote, [hours, client, ledger]);
}

/**
 * The stamp of the ledger. Set up workbook writes this formula; it is not for typing.
 * @param tabs The name of a tab, followed by its columns; then the next tab.
 * @return How much the ledger holds, and a digest of it.
 * @customfunction
 */
export function BLOCKLEDGER(...tabs: unknown[]): string {
  return cells.blockLedger({ book: here(), ...cellServices() }, tabs);
}

/** Answers a function in a cell; a date becomes the Date that Sheets shows as that day. */
function answer(work: cells.CellFunction, given: readonly unknown[]) {
  const book = here();
  const waited = () => waitedForOther(LockService.getDocumentLock());
  const result = work({ book, ...cellServices(), waitedForOther: waited }, given);
  return Array.isArray(result) ? result.map(row => row.map(book.fromCell)) : book.fromCell(result);
}

function cellServices() {
  return { cache: createCache(CacheService), hash: createHash(Utilities) };
}

/** Asks Google for nothing yet: a cached answer needs neither the spreadsheet nor its zone. */
function here() {
  const clock = createSheetClock(Utilities, () => SpreadsheetApp.getActive().getSpreadsheetTimeZone());
  const [workbook, store] = [createWorkbook(SpreadsheetApp), createPropertyStore(PropertiesService)];
  return { ...clock, workbook, store, now: () => clock.momentOf(Date.now()) };
}

/** What an edit by hand does at once, done for edits from phones and other scripts too. */
function lookAfterWorkbook() {
  const book = here();
  healMove(book);
  const opened = openBook(book, undefined, undefined, {});
  resealWhereUseless(book, opened);
  refreshLedger(book.workbook);
  tickNewRows(book.workbook);
  completeFormulas(allAreas(SpreadsheetApp.getActive()), book, true);
  return opened;
}

function sendNow(): string {
  return describeRun(locked(() => sendRenewalNotices(noticeDeps())));
}

function noticeDeps(): NoticeDeps {
  const started = Date.now();
  return {
    book: here(),
    outbox: createOutbox(MailApp),
    hasTime: () => Date.now() - started < longestRun,
    log: message => console.warn(message),
  };
}

/** Workbooks of an earlier version get the tabs of the books first. */
function withBooks<Answer>(work: (deps: books.BooksDeps) => Answer): Answer {
  return locked(() => {
    const { workbook } = here();
    const isThere = workbook.tab('Journal') && workbook.tab('Closed months');
    if (!isThere) setUp(workbook, readWorkbookWords(HtmlService));
    return work({ book: here(), hash: createHash(Utilities) });
  });
}

function locked<Result>(work: () => Result): Result {
  return whileLocked(LockService.getDocumentLock(), () => SpreadsheetApp.flush(), work);
}

function desk() {
  return { book: here(), hash: createHash(Utilities) };
}

function show(page: GoogleAppsScript.HTML.HtmlOutput, title: string, height = 480): void {
  SpreadsheetApp.getUi().showModelessDialog(page.setWidth(680).setHeight(height), title);
}

/** A form, which is filled in before anything else goes on. */
function ask(page: GoogleAppsScript.HTML.HtmlOutput, title: string): void {
  SpreadsheetApp.getUi().showModalDialog(page.setWidth(420).setHeight(640), title);
}

function tell(title: string, text: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(title, text, ui.ButtonSet.OK);
}

/** Shows who would be mailed now, and asks. */
function agrees(title: string, plan: NoticePlan, question: string): boolean {
  return confirms(title, `${announceMails(plan)}\n\n${question}`);
}

function confirms(title: string, question: string): boolean {
  const ui = SpreadsheetApp.getUi();
  return ui.alert(title, question, ui.ButtonSet.OK_CANCEL) === ui.Button.OK;
}

/** A refusal by Google (a trigger too many, a right not given) is told in words, not as a red bar. */
function inPlainWords(title: string, work: (title: string) => void): void {
  try {
    work(title);
  } catch (error) {
    console.error(error);
    tell(title, explainRefusal(error as Error));
  }
}
