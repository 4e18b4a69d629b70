import { languageName } from '../../ledger/agreements/agreement';
import { agreementPage } from '../../ledger/agreements/agreement-html';
import { addressText } from '../../ledger/notices/address';
import { dateText } from '../../ledger/units/calendar-date';
import type { Desk } from '../../workbook/open-book';
import type { KeptAgreement } from './agreement-tab';
import { lay, readRequest } from './lay-agreement';

/** An agreement as its client will see it, and how it stands. */
export interface AgreementPreview {
  readonly html: string;
  readonly seen: string;
  readonly standing: readonly string[];
  /** Those that were made of this block: digest, and what to call it; the newest first. */
  readonly versions: readonly (readonly [digest: string, name: string])[];
  /** Only what was made can be marked as signed. */
  readonly isMade: boolean;
  /** To whom it would be mailed; blank with a problem. */
  readonly to: string;
  readonly problem: string;
}

export function previewAgreement(desk: Desk, given: unknown): AgreementPreview {
  const { shown, digest, kept, recipients, earlier, standing, ledger } = lay(desk, readRequest(given));
  return {
    html: agreementPage(shown, kept ? kept.made : ledger.settings.today),
    seen: digest,
    standing,
    versions: earlier.map(each => [each.digest, nameOf(each)] as const),
    isMade: kept !== undefined,
    to: recipients.problem ? '' : addressText(recipients),
    problem: recipients.problem || '',
  };
}

function nameOf({ made, signed, agreement }: KeptAgreement): string {
  const state = signed === undefined ? '' : `, signed ${dateText(signed)}`;
  return `made ${dateText(made)} in ${languageName(agreement)}${state}`;
}
