/** The written agreement of a sold block. */

import { createPrinter } from '../google/pdf';
import { selectedPlace } from '../google/workbook';
import {
  type AgreementPreview,
  previewAgreement as agreementPreview,
} from '../workflows/papers/agreement-desk';
import { type AgreementForm, openAgreementForm } from '../workflows/papers/agreement-form';
import {
  type GivenAgreement,
  mailAgreement as giveByMail,
  saveAgreement as giveFile,
  printAgreement as givePage,
} from '../workflows/papers/give-agreement';
import { markAsSigned } from '../workflows/papers/sign-agreement';
import { show } from './pages';
import type { AskedAgreement } from './sent';
import { desk, here, mailingOnce } from './services';
import { locked } from './wrappers';

export function showAgreement(): void {
  show(HtmlService.createHtmlOutputFromFile('agreement'), 'Agreement', 640);
}

/** Called by *Agreement* when it opens. */
export function agreementForm(): AgreementForm {
  const place = selectedPlace(SpreadsheetApp.getActive());
  return locked(() => openAgreementForm(here(), place));
}

/** Called by *Agreement*: the agreement as its client will see it, and how it stands. */
export function previewAgreement(request: AskedAgreement): AgreementPreview {
  return locked(() => agreementPreview(desk(), request));
}

/** Called by *Agreement*: makes it and gives its PDF. */
export function saveAgreement(request: AskedAgreement): GivenAgreement {
  return locked(() => giveFile(desk(), createPrinter(Utilities), request));
}

/** Called by *Agreement*: makes it and gives the page that the browser prints. */
export function printAgreement(request: AskedAgreement): GivenAgreement {
  return locked(() => givePage(desk(), request));
}

/** Called by *Agreement*: makes it and mails it, once an attempt, even where a run died on the way. */
export function mailAgreement(request: AskedAgreement, attempt: string): GivenAgreement {
  return locked(() =>
    mailingOnce('agreement mail', attempt, (door, own) =>
      giveByMail(desk(), { printer: createPrinter(Utilities), door, attempt: own }, request),
    ),
  );
}

/** Called by *Agreement*: writes the day of the signature; gives what to say. */
export function signAgreement(request: AskedAgreement): string {
  return locked(() => markAsSigned(desk(), request));
}
