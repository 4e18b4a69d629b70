/** The written agreement of a sold block. */

import { createPrinter } from '../google/pdf';
import {
  type AgreementForm,
  type AgreementPreview,
  previewAgreement as agreementPreview,
  markAsSigned,
  openAgreementForm,
} from '../workflows/papers/agreement-desk';
import { agreementKind } from '../workflows/papers/agreement-mail';
import { mailPaper, type PaperAnswer, printPaper, savePaper } from '../workflows/papers/give-paper';
import { show } from './pages';
import type { AskedAgreement } from './sent';
import { desk, here, mailingOnce, selection } from './services';
import { locked, withAgreements } from './wrappers';

export function showAgreement(): void {
  show(HtmlService.createHtmlOutputFromFile('agreement'), 'Agreement', 640);
}

/** Called by *Agreement* when it opens. */
export function agreementForm(): AgreementForm {
  const place = selection();
  return withAgreements(() => openAgreementForm(here(), place));
}

/** Called by *Agreement*: the agreement as its client will see it, and how it stands. */
export function previewAgreement(request: AskedAgreement): AgreementPreview {
  return locked(() => agreementPreview(desk(), request));
}

/** Called by *Agreement*: makes it and gives its PDF. */
export function saveAgreement(request: AskedAgreement): PaperAnswer {
  return withAgreements(() =>
    savePaper(agreementKind, desk(), { printer: createPrinter(Utilities), request }),
  );
}

/** Called by *Agreement*: makes it and gives the page that the browser prints. */
export function printAgreement(request: AskedAgreement): PaperAnswer {
  return withAgreements(() => printPaper(agreementKind, desk(), request));
}

/** Called by *Agreement*: makes it and mails it, once an attempt, even where a run died on the way. */
export function mailAgreement(request: AskedAgreement, attempt: string): PaperAnswer {
  return withAgreements(() =>
    mailingOnce('agreement mail', attempt, post => mailPaper(agreementKind, desk(), { post, request })),
  );
}

/** Called by *Agreement*: writes the day of the signature; gives what to say. */
export function signAgreement(request: AskedAgreement): string {
  return withAgreements(() => markAsSigned(desk(), request));
}
