/** Renewal notices, and the hourly trigger that sends them. */

import { createOutbox } from '../google/mail';
import { createCache } from '../google/stores';
import { turnOffTrigger, turnOnTrigger } from '../google/triggers';
import { selectedPlace } from '../google/workbook';
import type { NoticePlan } from '../ledger/notices/plan';
import { isoDate } from '../ledger/units/calendar-date';
import { announceMails, describeRun, dueList } from '../workflows/list-due-notices';
import { readMemory, remember } from '../workflows/notice-memory';
import { once } from '../workflows/once';
import { isDailyRunDue } from '../workflows/run-hourly';
import { selectedClient } from '../workflows/selected-client';
import type { NoticeDeps } from '../workflows/send-batch';
import { prepareRun, sendRenewalNotices } from '../workflows/send-renewal-notices';
import {
  type MailPreview,
  openTemplateForm,
  previewMail,
  sendTestMail,
  type TemplateForm,
} from '../workflows/template-desk';
import { confirms, inPlainWords, show, tell } from './pages';
import { here, locked, lookAfterWorkbook } from './services';

/** Google ends a run after six minutes; what is left then goes on an hour later. */
const longestRun = 270_000;

export function showDueNotices(): void {
  show(HtmlService.createHtmlOutputFromFile('due-notices'), 'Renewal notices');
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

/** Shows who would be mailed now, and asks. */
function agrees(title: string, plan: NoticePlan, question: string): boolean {
  return confirms(title, `${announceMails(plan)}\n\n${question}`);
}
