import { languageName } from '../../ledger/agreements/agreement';
import { agreementPage } from '../../ledger/agreements/agreement-html';
import { dateText } from '../../ledger/units/calendar-date';
import type { Desk } from '../../workbook/open-book';
import type { KeptAgreement } from './agreement-tab';
import { lookOf, type PaperLook } from './give-paper';
import { layAgreement } from './lay-agreement';

/** An agreement as its client will see it, and how it stands. */
export interface AgreementPreview extends PaperLook {
  readonly html: string;
  /** Those that were made of this block: digest, and what to call it; the newest first. */
  readonly versions: readonly (readonly [digest: string, name: string])[];
  /** Only what was made can be marked as signed. */
  readonly isMade: boolean;
}

export function previewAgreement(desk: Desk, given: unknown): AgreementPreview {
  const paper = layAgreement(desk, given);
  const { shown, kept, earlier, ledger } = paper;
  return {
    ...lookOf(paper),
    html: agreementPage(shown, kept ? kept.made : ledger.settings.today),
    versions: earlier.map(each => [each.digest, nameOf(each)] as const),
    isMade: kept !== undefined,
  };
}

function nameOf({ made, signed, agreement }: KeptAgreement): string {
  const state = signed === undefined ? '' : `, signed ${dateText(signed)}`;
  return `made ${dateText(made)} in ${languageName(agreement)}${state}`;
}
