import type { Kind } from '../model/block';

/** Hours that come or go by a row of Blocks, by its kind; kinds that are not named are called as a Purchase. */
type ByKind = Readonly<Partial<Record<Kind, string>> & Record<'Purchase', string>>;

/** How a language tells a client's account; apart from all else, for functions in cells tell it too. */
export interface MovementWords {
  /** The lines of the account. */
  readonly terms: Readonly<
    Record<
      | 'opening'
      | 'added'
      | 'charged'
      | 'toInvoice'
      | 'removed'
      | 'uncovered'
      | 'expired'
      | 'invoiced'
      | 'closing',
      string
    >
  >;
  /** Hours that come; the number of the block is written behind. */
  readonly came: ByKind;
  /** Hours that a minus row takes; another client's name is nobody's business. */
  readonly taken: ByKind;
  readonly expired: string;
  readonly invoiced: string;
  /** Where the sheet names neither what was done nor the type of work. */
  readonly work: string;
}
