/**
 * What pages send to the entry points, beside the typed fields of the ledger.
 *
 * The types hold our own pages to it; what arrives may be anything, so the workflows read it as unknown.
 */

import type { TypedTime } from '../ledger/card/time-form';
import type { RuleField } from '../ledger/changes/rule-effect';
import type { Approval } from '../ledger/notices/begin';
import type { TypedFields } from '../ledger/reading/typed-fields';

export type { Decision } from '../workflows/notices/notice-desk';

/** A paper as it was chosen and seen, and to whom it would be mailed. */
interface AskedPaper {
  readonly seen: string;
  readonly address: string;
}

export interface AskedStatement extends AskedPaper {
  readonly client: string;
  readonly from: string;
  readonly to: string;
  /** `issued` or `corrected`. */
  readonly version: string;
}

export interface AskedPayment {
  /** Blank: the row in which the cursor stands. */
  readonly block: string;
  /** `corrected`, or the number of one that was issued; blank: what there is. */
  readonly version: string;
  readonly seen: string;
}

export interface AskedAgreement extends AskedPaper {
  readonly block: string;
  readonly language: string;
  /** The digest of one that was made before; blank: as the sheet stands now. */
  readonly version: string;
  readonly signed: string;
}

export interface AskedMail {
  readonly client: string;
  readonly level: string;
  readonly language: string;
  readonly to: string;
}

/** Whoever gives the OK says what they have seen. */
export type Approved = readonly Approval[];

export type TypedRule = TypedFields<RuleField>;

/** Work to log: the hours that the person was asked about, and the run of the timer that it comes from. */
export interface TypedWork extends TypedTime {
  readonly sure: string;
  readonly timer: string;
}
