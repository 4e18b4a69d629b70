/** Renewal notices, and the hourly trigger that sends them. */

import { isBusy } from '../google/lock';
import { explainRefusal } from '../google/refusals';
import { needsPermission, ownTriggers, turnOffTrigger, turnOnTrigger } from '../google/triggers';
import { selectedPlace } from '../google/workbook';
import type { NoticePlan } from '../ledger/notices/plan';
import { foldHeader } from '../ledger/sheet/headers';
import { type CalendarDate, isoDate } from '../ledger/units/calendar-date';
import { memoryIssues, readMemory, remember } from '../workbook/memory';
import type { OpenBook } from '../workbook/open-book';
import type { PropertyStore } from '../workbook/ports';
import { selectedClient } from '../workbook/selected-client';
import { sendWeeklyMail } from '../workflows/care/care-weekly-mail';
import {
  adoptTrigger,
  askToTurnOn,
  type DailyState,
  dailyState,
  isTakenOver,
  noteProblem,
  permissionGone,
  rememberTurnedOff,
  rememberTurnedOn,
} from '../workflows/notices/daily-notices';
import {
  announceMails,
  describeRun,
  listNotices,
  type NoticeList,
} from '../workflows/notices/list-due-notices';
import { decideNotice, type NoticePreview, previewNotice } from '../workflows/notices/notice-desk';
import { isDailyRunDue } from '../workflows/notices/run-hourly';
import type { NoticeDeps } from '../workflows/notices/send-batch';
import { sendOfficeDigest } from '../workflows/notices/send-office-digest';
import { prepareRun, sendPrepared, sendRenewalNotices } from '../workflows/notices/send-renewal-notices';
import {
  listSentMails,
  placeOfNotice,
  type SentMail,
  type SentMails,
  showSentMail,
} from '../workflows/notices/show-sent-mail';
import {
  type MailPreview,
  openTemplateForm,
  previewMail,
  sendTestMail,
  type TemplateForm,
} from '../workflows/notices/template-desk';
import { sellBlock } from './blocks';
import { confirms, show, tell } from './pages';
import type { Approved, AskedMail, Decision } from './sent';
import { here, lookAfterWorkbook, mailDoor, mailingOnce, openWhole } from './services';
import { goToRow } from './workbook';
import { changingCare, inPlainWords, locked } from './wrappers';

/** Google ends a run after six minutes; what is left then goes on an hour later. */
const longestRun = 270_000;

/** In a sidebar, beside the rows that it is about. */
export function showDueNotices(): void {
  const page = HtmlService.createHtmlOutputFromFile('due-notices').setTitle('Renewal notices');
  SpreadsheetApp.getUi().showSidebar(page);
}

/** Called by *See what is due*. */
export function listDueNotices(): NoticeList {
  return locked(() => listNotices(prepareRun(noticeDeps()), daily()));
}

/** Called by *See what is due*: the mail of a notice as it would go out now. */
export function previewDueNotice(approved: Approved): NoticePreview {
  return locked(() => previewNotice(noticeDeps(), approved));
}

/** Called by *See what is due*: sends, holds or skips notices; gives what came of it. */
export function decideDueNotice(approved: Approved, decision: Decision, reason?: string): string {
  return locked(() => decideNotice(noticeDeps(), approved, decision, reason));
}

/** Called by *See what is due*: *Sell a block* for the client of a notice, filled with its offer. */
export function sellFromNotice(key: string): void {
  const place = placeOfNotice(here(), String(key));
  if (!place) throw new Error('This notice has no row yet. Choose Sell a block in the menu.');
  goToRow(place.tab, place.row);
  sellBlock();
}

/** Menu: a mail as it was sent; that of the selected row of Notices first. */
export function showSentMails(): void {
  show(HtmlService.createHtmlOutputFromFile('sent-mail'), 'Show a mail', 640);
}

/** Called by *See what is due*: the mail of a notice as it was sent. */
export function showMailOfNotice(key: string): void {
  const place = placeOfNotice(here(), String(key));
  if (place) goToRow(place.tab, place.row);
  showSentMails();
}

/** Called by *Show a mail* when it opens. */
export function listSentNotices(): SentMails {
  const place = selectedPlace(SpreadsheetApp.getActive());
  const book = here();
  const row = foldHeader(place.tab) === 'notices' ? place.row : 0;
  return listSentMails(book, row, selectedClient(book.workbook, place));
}

/** Called by *Show a mail*. */
export function showSentNotice(key: string): SentMail {
  return showSentMail(here(), key);
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
export function previewTemplate(request: AskedMail): MailPreview {
  return locked(() => previewMail(here(), request));
}

/** Called by *Templates: preview*: the same mail to the person who asks, once an attempt. */
export function sendTemplateTest(request: AskedMail, attempt: string): string {
  return locked(() => mailingOnce('test mail', attempt, post => sendTestMail(here(), post, request)));
}

/** Menu: asks, then sends what is due. */
export function sendDueNotices(): void {
  inPlainWords('Send due notices', title => {
    const { plan } = locked(() => prepareRun(noticeDeps()));
    const question = 'The mails leave from your own Gmail. Send them?';
    if (plan.mails.length === 0 || agrees(title, plan, question)) tell(title, sendNow());
  });
}

/** Menu: shows who would be mailed, then sets the hourly trigger. */
export function turnOnDailyNotices(): void {
  inPlainWords('Turn on daily notices', title => {
    const { plan } = locked(() => prepareRun(noticeDeps()));
    // A question waits for an answer, and the lock for nobody: it is taken anew.
    if (!agrees(title, plan, askToTurnOn(daily()))) return;
    locked(({ book: { store, now } }) => {
      const trigger = turnOnTrigger(ScriptApp, SpreadsheetApp.getActive());
      rememberTurnedOn(store, trigger, now().date);
    });
    tell(title, 'Daily notices are on. Notices shows each mail.');
  });
}

export function turnOffDailyNotices(): void {
  inPlainWords('Turn off daily notices', title => {
    const said = locked(({ book: { store } }) => {
      const own = ownTriggers(ScriptApp, SpreadsheetApp.getActive());
      const wasOn = turnOffTrigger(ScriptApp, SpreadsheetApp.getActive());
      return rememberTurnedOff(store, wasOn, own);
    });
    tell(title, said);
  });
}

/** The one hourly trigger: looks after the workbook, and once a day sends what is due. */
export function runHourly(): void {
  const [{ store }, started] = [here(), Date.now()];
  try {
    // Asked first: without it the run would stop at its first service.
    if (needsPermission(ScriptApp)) noteProblem(store, Date.now(), permissionGone);
    else changingCare(() => runOwnHour(started));
  } catch (error) {
    if (isBusy(error)) {
      console.warn('Another run is at work: this one is made up in an hour.');
      return;
    }
    // Google tells nobody of a trigger that failed: the workbook does, when somebody opens it.
    noteRefusal(store, error as Error);
    throw error;
  }
}

/** Where even this fails, what went wrong first is what matters. */
function noteRefusal(store: PropertyStore, error: Error): void {
  try {
    noteProblem(store, Date.now(), explainRefusal(error));
  } catch (second) {
    console.error(second);
  }
}

function runOwnHour(started: number): void {
  const spreadsheet = SpreadsheetApp.getActive();
  const own = ownTriggers(ScriptApp, spreadsheet);
  const { store, now } = here();
  const memory = readMemory(store);
  if (isTakenOver(memory, own)) {
    turnOffTrigger(ScriptApp, spreadsheet);
    return;
  }
  const { date, second } = now();
  const known = adoptTrigger(store, memory, own, date);
  const opened = openWhole();
  const isDue = isDailyRunDue(opened.ledger.settings, known, { date, second });
  try {
    // Before any housekeeping: what cannot be looked after keeps nobody from their notice.
    if (isDue) runDay(date, started, opened);
  } finally {
    // While mails went out people have moved rows.
    const left = lookAfterWorkbook(isDue ? openWhole() : opened);
    remember(store, readMemory(store), { housekeeping: [...memoryIssues(memory), ...left] });
  }
  // After the notices, for what came of them is in it.
  sendWeeklyMail(noticeDeps(started), opened.ledger);
}

/** What waits for quota or time goes on at the next full hour; the digest is told of a whole day. */
function runDay(date: CalendarDate, started: number, opened: OpenBook): void {
  const run = prepareRun(noticeDeps(started), {}, opened);
  const done = sendPrepared(run);
  console.log(describeRun(done));
  // What Google refuses may be refused for days: the office hears of it all the same.
  const isTold = (done.left > 0 && !run.isRefused) || sendOfficeDigest(run);
  if (done.left === 0 && isTold) remember(here().store, run.memory, { lastDay: isoDate(date) });
}

/** Who sends the daily notices, as the person at the menu sees it. */
function daily(): DailyState {
  const own = ownTriggers(ScriptApp, SpreadsheetApp.getActive());
  const { store, now } = here();
  return dailyState(readMemory(store), own, now().date);
}

/** The day's work at once, whatever the hour. */
export function runDaily(): void {
  console.log(sendNow());
}

function sendNow(): string {
  return describeRun(locked(() => sendRenewalNotices(noticeDeps())));
}

/** The time is counted from the beginning of the run, whatever it did before the first mail. */
function noticeDeps(started = Date.now()): NoticeDeps {
  return {
    book: here(),
    outbox: mailDoor().outbox,
    hasTime: () => Date.now() - started < longestRun,
    log: message => console.warn(message),
  };
}

/** Shows who would be mailed now, and asks. */
function agrees(title: string, plan: NoticePlan, question: string): boolean {
  return confirms(title, `${announceMails(plan)}\n\n${question}`);
}
