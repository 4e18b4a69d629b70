/** The entry: menu, triggers, custom functions and dialog calls. It only wires, and it alone knows the clock. */
import { type Book, keepToday, numberNewBlocks, openBook, readBook } from './google/book';
import { createHash, createSheetClock, serialOf } from './google/cells';
import { allAreas, createMemory, editedArea } from './google/formula-areas';
import { waitedForOther, whileLocked } from './google/lock';
import { createOutbox } from './google/mail';
import { addMenu, showDialog } from './google/menu';
import { createNoticeTab } from './google/notice-tab';
import { tabsOfArguments } from './google/read-tabs';
import { explainRefusal } from './google/refusals';
import { createCache, createPropertyStore } from './google/stores';
import { turnOffTrigger, turnOnTrigger } from './google/triggers';
import { createWorkbook } from './google/workbook';
import type { Issue } from './ledger/reading/issue';
import { readLedger } from './ledger/reading/read-ledger';
import { allIssues } from './ledger/reports/all-issues';
import type { SheetCell } from './ledger/reports/sheet-cell';
import { settleLedger } from './ledger/rules/settle';
import { isoDate } from './ledger/units/calendar-date';
import * as cells from './workflows/cell-functions';
import { completeFormulas } from './workflows/complete-formulas';
import { refreshLedger } from './workflows/ledger-formula';
import { announceMails, describeRun, dueList } from './workflows/list-due-notices';
import { readMemory, remember } from './workflows/notice-memory';
import { isDailyRunDue } from './workflows/run-hourly';
import { type NoticeDeps, previewNotices, sendRenewalNotices } from './workflows/send-renewal-notices';
import { setUpWorkbook as setUp } from './workflows/set-up-workbook';
import { tickEditedRows, tickNewRows } from './workflows/tick-new-rows';

/** Google ends a run after six minutes; what is left then goes on an hour later. */
const longestRun = 270_000;

/** Runs when somebody installs the add-on. */
export function onInstall(e: GoogleAppsScript.Events.AddonOnInstall): void {
  onOpen(e);
}

/** Runs when a workbook opens; in one that does not use the add-on yet, only the menu is allowed. */
export function onOpen(e?: { authMode: GoogleAppsScript.Script.AuthMode }): void {
  addMenu(SpreadsheetApp.getUi());
  if (String(e?.authMode) !== 'NONE') keepToday(book(), false);
}

/** Runs at every edit by hand. */
export function onEdit(e: GoogleAppsScript.Events.SheetsOnEdit): void {
  const { range } = e;
  completeFormulas([editedArea(range)], completionPorts());
  const [tab, row, column] = [range.getSheet().getName(), range.getRow(), range.getColumn()];
  tickEditedRows(workbook(), { tab, row, column, rows: range.getNumRows(), columns: range.getNumColumns() });
  if (tab === 'Blocks') locked(() => numberNewBlocks(book(), propertiesAndHighest));
  keepTodayWhileTyping(tab);
}

/** A day passes rarely while somebody types: the cache says that it was looked after. */
function keepTodayWhileTyping(tab: string): void {
  const today = isoDate(book().now().date);
  const cache = CacheService.getDocumentCache();
  if (tab !== 'Settings' && cache?.get('today') === today) return;
  keepToday(book(), true);
  cache?.put('today', today, 21_600);
}

export function setUpWorkbook(): void {
  const spreadsheet = SpreadsheetApp.getActive();
  const lines = locked(() => {
    const done = setUp(workbook());
    openUpToDate();
    return done;
  });
  const clients = spreadsheet.getSheetByName('Clients');
  if (lines.length > 0 && clients) spreadsheet.setActiveSheet(clients);
  SpreadsheetApp.getUi().alert('Block Ledger', lines.join('\n') || 'Nothing was missing.', okOnly());
}

export function refresh(): void {
  locked(() => {
    openUpToDate();
    mendWorkbook();
  });
  SpreadsheetApp.getActive().toast('Everything is up to date.', 'Block Ledger');
}

export function checkWorkbook(): void {
  showDialog(
    SpreadsheetApp.getUi(),
    HtmlService.createHtmlOutputFromFile('check-workbook'),
    'Check workbook',
  );
}

export function showDueNotices(): void {
  showDialog(SpreadsheetApp.getUi(), HtmlService.createHtmlOutputFromFile('due-notices'), 'Renewal notices');
}

export function showHelp(): void {
  showDialog(SpreadsheetApp.getUi(), HtmlService.createHtmlOutputFromFile('help'), 'Block Ledger: help');
}

/** Called by the dialog that lists issues. */
export function goToRow(tab: string, row: number): void {
  SpreadsheetApp.getActive().getSheetByName(tab)?.getRange(row, 1).activate();
}

/** Called by *Check workbook*: every issue with its tab and row. */
export function listIssues(): Issue[] {
  const { ledger } = openUpToDate();
  return allIssues(ledger, settleLedger(ledger, ledger.settings.today).values());
}

/** Called by *See what is due*. */
export function listDueNotices() {
  const { plan, rows, today } = previewNotices(noticeDeps());
  return dueList(plan, rows, today);
}

/** Menu: asks, then sends what is due. */
export function sendDueNotices(): void {
  inPlainWords(() => {
    const ui = SpreadsheetApp.getUi();
    const { plan } = previewNotices(noticeDeps());
    const question = `${announceMails(plan)}\n\nThe mails leave from your own Gmail. Send them?`;
    if (
      plan.mails.length > 0 &&
      ui.alert('Send due notices', question, ui.ButtonSet.OK_CANCEL) !== ui.Button.OK
    )
      return;
    ui.alert('Send due notices', describeRun(locked(() => sendRenewalNotices(noticeDeps()))), okOnly());
  });
}

/** Menu: shows who would be mailed, then sets the hourly trigger. */
export function turnOnDailyNotices(): void {
  inPlainWords(() => {
    const ui = SpreadsheetApp.getUi();
    const { plan } = previewNotices(noticeDeps());
    const question = `${announceMails(plan)}\n\nFrom now on due notices go out once a day by themselves, from the Gmail of whoever turns this on: yours. Turn on?`;
    if (ui.alert('Turn on daily notices', question, ui.ButtonSet.OK_CANCEL) !== ui.Button.OK) return;
    turnOnTrigger(ScriptApp, SpreadsheetApp.getActive());
    ui.alert('Turn on daily notices', 'Daily notices are on. Notices shows each mail.', okOnly());
  });
}

export function turnOffDailyNotices(): void {
  inPlainWords(() => {
    const wasOn = turnOffTrigger(ScriptApp, SpreadsheetApp.getActive());
    const others = 'If a colleague turned them on, only they can turn theirs off.';
    const text = wasOn ? 'Daily notices are off.' : `You had not turned daily notices on. ${others}`;
    SpreadsheetApp.getUi().alert('Turn off daily notices', text, okOnly());
  });
}

/** The one hourly trigger: looks after the workbook, and once a day sends what is due. */
export function runHourly(): void {
  locked(() => {
    const { ledger } = openUpToDate();
    mendWorkbook();
    const store = properties();
    const memory = readMemory(store);
    const now = book().now();
    if (!isDailyRunDue(ledger.settings, memory, now)) return;
    const run = sendRenewalNotices(noticeDeps());
    console.log(describeRun(run));
    // What waits for quota or time goes on at the next full hour.
    if (run.left === 0) remember(store, memory, { lastDay: isoDate(now.date) });
  });
}

/** The day's work at once, whatever the hour. */
export function runDaily(): void {
  console.log(describeRun(locked(() => sendRenewalNotices(noticeDeps()))));
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
 * The overview: a row for each client, the worst first.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return A table with headers.
 * @customfunction
 */
export function BLOCKSUMMARY(ledger?: unknown): unknown {
  return answer(cells.blockSummary, [ledger]);
}

/**
 * The stamp of the ledger. Set up workbook writes this formula; it is not for typing.
 * @param tabs The name of a tab, followed by its columns; then the next tab.
 * @return How much the ledger holds, and a digest of it.
 * @customfunction
 */
export function BLOCKLEDGER(...tabs: unknown[]): string {
  const { clock, now } = book();
  const ledger = readLedger({ tabs: tabsOfArguments(tabs, clock), clockToday: now().date });
  return cells.blockLedger({ cache: documentCache(), hash: createHash(Utilities) }, ledger);
}

/** Answers a function in a cell; a date becomes the Date that Sheets shows as that day. */
function answer(
  work: (deps: cells.CellDeps, given: readonly unknown[]) => SheetCell | SheetCell[][],
  given: readonly unknown[],
) {
  const { spreadsheet, clock, now } = lazyBook();
  const result = work(
    {
      cache: documentCache(),
      hash: createHash(Utilities),
      readLedger: () => readBook({ spreadsheet: spreadsheet(), clock, now }),
      waitedForOther: () => waitedForOther(LockService.getDocumentLock()),
      toCell: clock.toCell,
    },
    given,
  );
  return Array.isArray(result) ? result.map(row => row.map(clock.fromCell)) : clock.fromCell(result);
}

/** Asks for the spreadsheet and its zone only where they are needed: a cached answer needs neither. */
function lazyBook() {
  let active: GoogleAppsScript.Spreadsheet.Spreadsheet | undefined;
  const spreadsheet = () => {
    active = active ?? SpreadsheetApp.getActive();
    return active;
  };
  const clock = createSheetClock(Utilities, () => spreadsheet().getSpreadsheetTimeZone());
  return { spreadsheet, clock, now: () => clock.momentOf(new Date()) };
}

function book(): Book {
  const { spreadsheet, clock, now } = lazyBook();
  return { spreadsheet: spreadsheet(), clock, now };
}

function documentCache() {
  const cache = CacheService.getDocumentCache();
  if (!cache) throw new Error('Block Ledger works inside a Google Sheet only.');
  return createCache(cache);
}

function properties() {
  return createPropertyStore(PropertiesService.getDocumentProperties());
}

function propertiesAndHighest() {
  const store = properties();
  return { store, highestBlock: readMemory(store).highestBlock };
}

function openUpToDate() {
  const { store, highestBlock } = propertiesAndHighest();
  return openBook(book(), store, highestBlock);
}

/** What an edit by hand does at once, done for edits from phones and other scripts too. */
function mendWorkbook(): void {
  refreshLedger(workbook());
  tickNewRows(workbook());
  completeFormulas(allAreas(SpreadsheetApp.getActive()), completionPorts(), true);
}

function workbook() {
  return createWorkbook(SpreadsheetApp.getActive(), SpreadsheetApp);
}

function completionPorts() {
  return { workbook: workbook(), memory: createMemory(PropertiesService, 'completed formulas') };
}

function noticeDeps(): NoticeDeps {
  const started = Date.now();
  const store = properties();
  const here = book();
  return {
    store,
    outbox: createOutbox(MailApp),
    readLedger: highestBlock => {
      const { ledger, tabs } = openBook(here, store, highestBlock);
      const notices = tabs.get('Notices');
      if (!notices) throw new Error('The tab "Notices" is missing. Run Block Ledger > Set up workbook.');
      return { ledger, tab: createNoticeTab(notices, SpreadsheetApp) };
    },
    now: () => serialOf(here.clock.momentOf(new Date())),
    hasTime: () => Date.now() - started < longestRun,
    log: message => console.warn(message),
  };
}

function locked<Result>(work: () => Result): Result {
  return whileLocked(LockService.getDocumentLock(), () => SpreadsheetApp.flush(), work);
}

function okOnly() {
  return SpreadsheetApp.getUi().ButtonSet.OK;
}

/** A refusal by Google (a trigger too many, a right not given) is told in words, not as a red bar. */
function inPlainWords(work: () => void): void {
  try {
    work();
  } catch (error) {
    console.error(error);
    SpreadsheetApp.getUi().alert('Block Ledger', explainRefusal(error), okOnly());
  }
}
