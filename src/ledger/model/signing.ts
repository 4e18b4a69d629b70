import type { CalendarDate } from '../units/calendar-date';

/** Worst first. */
export const agreementStateNames = ['not signed', 'terms changed', 'signed'] as const;

export type AgreementState = (typeof agreementStateNames)[number];

/** A row of Agreements as functions in cells see it: for which block, and whether it is signed by today. */
export interface Signing {
  readonly row: number;
  /** In capitals. */
  readonly block: string;
  /** Day number of the sheet with its time; 0 where nobody knows. */
  readonly made: number;
  readonly signed: CalendarDate | undefined;
  /** The digest of its terms; blank in a row that somebody typed for a paper made elsewhere. */
  readonly terms: string;
}
