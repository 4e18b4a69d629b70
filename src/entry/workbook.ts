/** The workbook: its menu, edits, set up, refresh and check. */

import { allAreas, editedArea } from '../google/formula-areas';
import { addFirstMenu, addMenu } from '../google/menu';
import { createCache } from '../google/stores';
import { sheetNamed } from '../google/workbook-reader';
import { type Issue, issueText } from '../ledger/model/issue';
import type { TabName } from '../ledger/model/tab-names';
import { isoDate } from '../ledger/units/calendar-date';
import { latestStamp } from '../workbook/figure-store';
import { readMemory } from '../workbook/memory';
import { type Book, keepToday, numberNewBlocks } from '../workbook/open-book';
import type { Cache } from '../workbook/ports';
import { ownNameOf } from '../workbook/remembered-tabs';
import { columnFinder, headersOf } from '../workbook/tabs';
import { markChanged } from '../workflows/archive/heal-archive';
import { isCareTab, lookAfterCareEdit } from '../workflows/care/care-look';
import { isMarkedTab, renewCareMark } from '../workflows/care/care-mark';
import { askToJoin, joinFormulas as join } from '../workflows/cells/range-formulas';
import { describeFailed } from '../workflows/cells/renew-formulas';
import { dailyProblem } from '../workflows/notices/daily-notices';
import { acceptMissing, checkWorkbook as check } from '../workflows/set-up/check-workbook';
import { type MendAnswer, mendIssue as mend, takeBackMend as takeBack } from '../workflows/set-up/mend-issue';
import { keepsLedger } from '../workflows/set-up/plan-set-up';
import { completeFormulas } from '../workflows/typing/complete-formulas';
import { lastWord, newsWhileTyping, onceForRow } from '../workflows/typing/tell-while-typing';
import { tickEditedRows } from '../workflows/typing/tick-new-rows';
import { lookAfterWorkbook } from './look-after';
import { sayBeside, sayWhereOverdue, showBeside, tell } from './pages';
import { here, newMark } from './services';
import { askFirst, changingCare, locked } from './wrappers';

/** Runs when somebody installs the add-on. */
export function onInstall(e: GoogleAppsScript.Events.AddonOnInstall): void {
  onOpen(e);
}

/** Runs when a workbook opens; in one that does not use the add-on yet, only the menu is allowed. */
export function onOpen(e?: { authMode: GoogleAppsScript.Script.AuthMode }): void {
  // Nothing of a file may be looked at in which the add-on was not turned on yet.
  const isAllowed = !e || String(e.authMode) !== 'NONE';
  const book = here();
  const ui = SpreadsheetApp.getUi();
  // The menu comes whatever fails: without it nobody could mend anything.
  addMenu(ui);
  if (isAllowed)
    apart(() => {
      if (!keepsLedger(book.workbook)) addFirstMenu(ui);
    });
  if (!isAllowed) return;
  apart(() => keepToday(book, false));
  const problem = dailyProblem(book, readMemory(book.store));
  if (problem) SpreadsheetApp.getActive().toast(problem, 'Block Ledger');
}

/** Runs at every edit by hand. */
export function onEdit(e: GoogleAppsScript.Events.SheetsOnEdit): void {
  const { range } = e;
  const book = here();
  const tab = ownNameOf(book.workbook, range.getSheet().getName());
  const [row, column] = [range.getRow(), range.getColumn()];
  apart(() => void completeFormulas([editedArea(range)], book));
  const [rows, columns] = [range.getNumRows(), range.getNumColumns()];
  apart(() => void tickEditedRows(book.workbook, { tab, row, column, rows, columns }));
  if (tab === 'Blocks') apart(() => locked(() => numberNewBlocks(book)));
  if (isCareTab(tab)) apart(() => locked(() => lookAfterCareEdit(book, tab)));
  if (tab === 'Time archive') apart(() => locked(() => markChanged(book, {})));
  const cache = createCache(CacheService);
  if (isMarkedTab(tab)) renewCareMark(cache, newMark);
  const kept = cache.getAll(['today', latestStamp, lastWord]);
  if (tab === 'Settings' || kept.today !== isoDate(book.now().date))
    apart(() => keepTodayWhileTyping(book, cache));
  const edit = { tab, row, column, rows, columns, oldValue: e.oldValue };
  sayBeside(() =>
    onceForRow(newsWhileTyping(book, cache, edit, kept[latestStamp]), edit, kept[lastWord], cache),
  );
}

/** Where somebody may not write, or a run is at work, the rest goes on; what is left out the next run does. */
function apart(work: () => void): void {
  try {
    work();
  } catch (error) {
    console.warn(error);
  }
}

/** A day passes rarely while somebody types: the cache says that it was looked after. */
function keepTodayWhileTyping(book: Book, cache: Cache): void {
  keepToday(book, true);
  cache.putAll({ today: isoDate(book.now().date) });
}

export function refresh(): void {
  sayWhereOverdue();
  const { issues, failed } = changingCare(() => lookAfterWorkbook(undefined, 'all'));
  const lines = [...issues.map(issueText), ...describeFailed(failed)];
  if (lines.length > 0) tell('Block Ledger', lines.join('\n'));
  else SpreadsheetApp.getActive().toast('Everything is up to date.', 'Block Ledger');
}

export function checkWorkbook(): void {
  showBeside(HtmlService.createHtmlOutputFromFile('check-workbook').setTitle('Check workbook'));
}

/** Called by *Check workbook*: every issue with its tab and row. */
export function listIssues(): Issue[] {
  return locked(({ book, hash }) => check(book, hash, allAreas(SpreadsheetApp.getActive())));
}

/** Menu: a column of single cells with a function of ours each becomes one formula for all of them. */
export function joinFormulas(): void {
  const areas = () => allAreas(SpreadsheetApp.getActive());
  askFirst(
    'One formula a column',
    () => askToJoin(areas()),
    () => locked(() => join(areas())),
  );
}

/** Called by *Check workbook* at its button: what is gone is gone on purpose. */
export function itIsMeantSo(): Issue[] {
  locked(() => acceptMissing(here()));
  return listIssues();
}

/** Called by *Check workbook* at a button of an issue. */
export function mendIssue(issue: Issue, label: string, attempt?: string): MendAnswer {
  return locked(({ book }) => mend(book, [issue, label, attempt]));
}

/** Called by *Check workbook* at *Undo*. */
export function takeBackMend(): MendAnswer {
  return locked(({ book }) => takeBack(book));
}

/** Called by pages that list rows; with a header it is the very cell. */
export function goToRow(tab: string, row: number, header = ''): void {
  const { workbook } = here();
  const own = workbook.tab(tab as TabName);
  const sheet = sheetNamed(SpreadsheetApp.getActive(), own?.name ?? tab);
  if (!sheet) return;
  const column = own && header ? columnFinder(headersOf(tab as TabName, own).headers)(header) : 1;
  sheet.getRange(row, Math.max(column, 1)).activate();
}

/** In a sidebar, for people read it while they work. */
export function showHelp(): void {
  const page = HtmlService.createHtmlOutputFromFile('help').setTitle('Block Ledger: help');
  showBeside(page);
}
