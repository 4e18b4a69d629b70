/** Statements and invoices. */

import { createPrinter } from '../google/pdf';
import { selectedClient } from '../workbook/selected-client';
import { mailPaper, type PaperAnswer, savePaper } from '../workflows/papers/give-paper';
import { statementKind, writeStatement } from '../workflows/papers/give-statement';
import { type InvoicePreview, invoiceKind, previewInvoice } from '../workflows/papers/invoice-block';
import {
  openStatementForm,
  type StatementForm,
  type StatementPreview,
  previewStatement as statementPreview,
} from '../workflows/papers/statement-desk';
import { show } from './pages';
import type { AskedStatement } from './sent';
import { desk, here, mailingOnce, selection } from './services';
import { locked, withPapers } from './wrappers';

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

export function showInvoice(): void {
  show(HtmlService.createHtmlOutputFromFile('invoice'), 'Invoice for this block', 560);
}

/** Called by *Invoice for this block* when it opens. */
export function invoiceForm(): InvoicePreview {
  const place = selection();
  return locked(() => previewInvoice(here(), place));
}

/** Called by *Invoice for this block*: gives it its number and its PDF. */
export function saveInvoice(block: string): PaperAnswer {
  const printer = createPrinter(Utilities);
  return withPapers(() => savePaper(invoiceKind, desk(), { printer, request: block }));
}
