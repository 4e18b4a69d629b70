/** Statements, payment requests and credit notes. */

import { createHash } from '../google/cells';
import { createPrinter } from '../google/pdf';
import { selectedClient } from '../workbook/selected-client';
import { rowOfBlock } from '../workflows/card/client-card';
import { askForLink, makeLink } from '../workflows/client-page/page-links';
import { mailPaper, type PaperAnswer, savePaper } from '../workflows/papers/give-paper';
import { statementKind, writeStatement } from '../workflows/papers/give-statement';
import {
  type PaymentPreview,
  paymentKind,
  previewPayment as paymentPreview,
} from '../workflows/papers/payment-desk';
import {
  openStatementForm,
  type StatementForm,
  type StatementPreview,
  previewStatement as statementPreview,
} from '../workflows/papers/statement-desk';
import { show } from './pages';
import type { AskedPayment, AskedStatement } from './sent';
import { desk, here, mailingOnce, selection } from './services';
import { goToRow } from './workbook';
import { askFirst, locked, withPapers, withPayments } from './wrappers';

export function showStatement(): void {
  show(HtmlService.createHtmlOutputFromFile('statement'), 'Statement', 640);
}

/** Called by *Statement* when it opens. */
export function statementForm(): StatementForm {
  const place = selection();
  return locked(() => openStatementForm(desk(), selectedClient(here().workbook, place)));
}

/** Called by *Statement*: the statement as its client will see it, and whether it was issued before. */
export function previewStatement(request: AskedStatement): StatementPreview {
  return locked(() => statementPreview(desk(), request));
}

/** Called by *Statement*: issues it and gives its PDF. */
export function saveStatement(request: AskedStatement): PaperAnswer {
  return withPapers(() => savePaper(statementKind, desk(), { printer: createPrinter(Utilities), request }));
}

/** Called by *Statement*: issues it and mails it, once an attempt. */
export function mailStatement(request: AskedStatement, attempt: string): PaperAnswer {
  return withPapers(() =>
    mailingOnce('statement mail', attempt, post => mailPaper(statementKind, desk(), { post, request })),
  );
}

/** Called by *Statement*: issues it and writes it into a tab of its own. */
export function writeStatementTab(request: AskedStatement): PaperAnswer {
  return withPapers(() => writeStatement(desk(), request));
}

export function showPaymentRequest(): void {
  show(HtmlService.createHtmlOutputFromFile('payment-request'), 'Payment request', 600);
}

/** Called by *Client card* and *Who needs us*: *Payment request* for a block that they show. */
export function paymentOfBlock(block: string): void {
  const number = String(block ?? '').slice(0, 20);
  const row = rowOfBlock(here().workbook, number);
  if (row === 0) throw new Error(`Block ${number} is not there any more. Choose Look again.`);
  goToRow('Blocks', row);
  showPaymentRequest();
}

/** The same page: which paper it is, the row says. */
export function showCreditNote(): void {
  show(HtmlService.createHtmlOutputFromFile('payment-request'), 'Credit note', 600);
}

/** Called by *Payment request*: the paper of the selected row or a block, and whether it was issued before. */
export function previewPayment(request: AskedPayment): PaymentPreview {
  const place = selection();
  return locked(() => paymentPreview(desk(), place, request));
}

/** Called by *Payment request*: gives it its number, keeps it, and gives its PDF. */
export function savePayment(request: AskedPayment): PaperAnswer {
  const printer = createPrinter(Utilities);
  return withPayments(() => savePaper(paymentKind, desk(), { printer, request }));
}

/** Menu: makes, shows or renews the link to the page of the selected client. */
export function showClientPageLink(): void {
  askFirst(
    'Client page',
    () => locked(({ book }) => askForLink(book, selection())),
    ({ client }) => {
      // Two random UUIDs hold 244 random bits, of which the hash keeps 128.
      const token = createHash(Utilities)(Utilities.getUuid() + Utilities.getUuid()).slice(0, 32);
      return locked(({ book }) => makeLink(book, client, token));
    },
  );
}
