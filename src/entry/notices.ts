/** Renewal notices: what is due, how a mail looks, and what was sent. */

import { foldHeader } from '../ledger/sheet/headers';
import { selectedClient } from '../workbook/selected-client';
import { listNotices, type NoticeList } from '../workflows/notices/list-due-notices';
import { decideNotice, type NoticePreview, previewNotice } from '../workflows/notices/notice-desk';
import { prepareRun } from '../workflows/notices/send-renewal-notices';
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
import { show, showBeside } from './pages';
import { daily, noticeDeps } from './running';
import type { Approved, AskedMail, Decision } from './sent';
import { here, mailingOnce, selection } from './services';
import { goToRow } from './workbook';
import { locked, withTemplates } from './wrappers';

/** In a sidebar, beside the rows that it is about. */
export function showDueNotices(): void {
  const page = HtmlService.createHtmlOutputFromFile('due-notices').setTitle('Renewal notices');
  showBeside(page);
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

/** Called by *See what is due*, *Show a mail* and *Who needs us*: the client said yes, so *Sell a block* opens filled with the offer. */
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
  const place = selection();
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
  const place = selection();
  return withTemplates(() => openTemplateForm(here(), selectedClient(here().workbook, place)));
}

/** Called by *Templates: preview*: a mail as its client would see it. */
export function previewTemplate(request: AskedMail): MailPreview {
  return locked(() => previewMail(here(), request));
}

/** Called by *Templates: preview*: the same mail to the person who asks, once an attempt. */
export function sendTemplateTest(request: AskedMail, attempt: string): string {
  return locked(() => mailingOnce('test mail', attempt, post => sendTestMail(here(), post, request)));
}
