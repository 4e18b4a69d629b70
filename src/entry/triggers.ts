/** Sending what is due: from the menu, and by the hourly trigger. */

import { isBusy } from '../google/lock';
import { explainRefusal } from '../google/refusals';
import { needsPermission, ownTriggers, turnOffTrigger, turnOnTrigger } from '../google/triggers';
import type { Issue } from '../ledger/model/issue';
import type { NoticePlan } from '../ledger/notices/plan';
import { senderLacksText } from '../ledger/start/first-steps';
import { type CalendarDate, isoDate } from '../ledger/units/calendar-date';
import { memoryIssues, readMemory, remember } from '../workbook/memory';
import type { OpenBook } from '../workbook/open-book';
import type { PropertyStore } from '../workbook/ports';
import type { Original } from '../workbook/told';
import { findOriginal, takeOver } from '../workbook/told-tab';
import { sendWeeklyMail } from '../workflows/care/care-weekly-mail';
import {
  adoptTrigger,
  askToTakeOver,
  askToTurnOn,
  copyRefusal,
  isTakenOver,
  noteProblem,
  permissionGone,
  rememberTurnedOff,
  rememberTurnedOn,
} from '../workflows/notices/daily-notices';
import { announceMails, describeRun } from '../workflows/notices/list-due-notices';
import { isDailyRunDue } from '../workflows/notices/run-hourly';
import { sendOfficeDigest } from '../workflows/notices/send-office-digest';
import {
  forgetWhatIsPast,
  prepareRun,
  sendPrepared,
  sendRenewalNotices,
} from '../workflows/notices/send-renewal-notices';
import { lookAfterWorkbook } from './look-after';
import { confirms, tell } from './pages';
import { daily, noticeDeps } from './running';
import { here, openWhole } from './services';
import { showGetStarted } from './start';
import { changingCare, inPlainWords, locked } from './wrappers';

/** Menu: asks, then sends what is due. */
export function sendDueNotices(): void {
  inPlainWords('Send due notices', title => {
    const { plan, original } = locked(() => prepareRun(noticeDeps()));
    if (!takesOver(title, original)) return;
    const question = 'The mails leave from your own Gmail. Send them?';
    if (plan.mails.length === 0 || agrees(title, plan, question)) tell(title, sendNow());
  });
}

/** Menu: shows who would be mailed, then sets the hourly trigger. */
export function turnOnDailyNotices(): void {
  inPlainWords('Turn on daily notices', title => {
    const { plan, original, ledger } = locked(() => prepareRun(noticeDeps()));
    if (!takesOver(title, original)) return;
    const lacks = senderLacksText(ledger.settings);
    if (lacks) {
      showGetStarted();
      tell(title, `${lacks} Type them beside the sheet, then turn notices on.`);
      return;
    }
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

/** Housekeeping begun by then ends in time, in a large workbook and on a slow day too. */
const latestHousekeeping = 200_000;

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

/** What there is no time for is made up in the next hour, before Google would end this run half way. */
function hasTimeLeft(started: number): boolean {
  return Date.now() - started < latestHousekeeping;
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
  const original = findOriginal(here(), memory);
  if (original) throw new Error(copyRefusal(original));
  const { date, second } = now();
  const known = adoptTrigger(store, memory, own, date);
  const opened = openWhole();
  const isDue = isDailyRunDue(opened.ledger.settings, known, { date, second });
  const trouble = memoryIssues(memory);
  try {
    // Before any housekeeping: what cannot be looked after keeps nobody from their notice.
    if (isDue) trouble.push(...runDay(date, started, opened));
  } finally {
    if (hasTimeLeft(started)) {
      // While mails went out people have moved rows.
      const again = isDue ? openWhole() : opened;
      const hasWritten = opened.hasWritten === true || again.hasWritten === true;
      const { issues } = lookAfterWorkbook({ ...again, hasWritten });
      remember(store, readMemory(store), { housekeeping: [...trouble, ...issues] });
    }
  }
  // After the notices, for what came of them is in it.
  if (hasTimeLeft(started)) sendWeeklyMail(noticeDeps(started), opened.ledger);
}

/** What waits for quota or time goes on at the next full hour; the digest is told of a whole day. */
function runDay(date: CalendarDate, started: number, opened: OpenBook): readonly Issue[] {
  const run = prepareRun(noticeDeps(started), {}, opened);
  const done = sendPrepared(run);
  console.log(describeRun(done));
  // What Google refuses may be refused for days: the office hears of it all the same.
  const isTold = (done.left > 0 && !run.isRefused) || sendOfficeDigest(run);
  if (done.left === 0 && isTold) remember(here().store, run.memory, { lastDay: isoDate(date) });
  if (hasTimeLeft(started)) forgetWhatIsPast(run);
  return run.trouble;
}

/** The day's work at once, whatever the hour. */
export function runDaily(): void {
  console.log(sendNow());
}

function sendNow(): string {
  return describeRun(locked(() => sendRenewalNotices(noticeDeps())));
}

/** A copy mails nobody until a person says so; true where this is none. */
function takesOver(title: string, original: Original | undefined): boolean {
  if (!original) return true;
  if (!confirms(title, askToTakeOver(original))) return false;
  locked(({ book }) => takeOver(book));
  return true;
}

/** Shows who would be mailed now, and asks. */
function agrees(title: string, plan: NoticePlan, question: string): boolean {
  return confirms(title, `${announceMails(plan)}\n\n${question}`);
}
