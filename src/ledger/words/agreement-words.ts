import type { repeatWords } from '../model/block';

/** What an agreement says in one language, besides figures and clauses of the user's own. */
export interface AgreementWords {
  readonly title: string;
  /** Labels above the parties, and of what names the paper. */
  readonly provider: string;
  readonly client: string;
  readonly contact: string;
  readonly block: string;
  readonly date: string;
  /** Between a label and what it names. */
  readonly colon: string;
  readonly opening: string;
  /** The account of the price. */
  readonly price: string;
  readonly atNormalRate: (hours: string, rate: string) => string;
  readonly discount: string;
  /** Of each hour, where that is an exact amount. */
  readonly discountAnHour: (rate: string) => string;
  readonly net: string;
  readonly total: string;
  readonly anHour: (rate: string) => string;
  readonly prepaidRate: string;
  /** When the hours can be used. */
  readonly usable: string;
  readonly from: string;
  readonly fromOncePaid: (date: string) => string;
  readonly until: string;
  readonly noEnd: string;
  readonly expiry: (date: string) => string;
  /** A block that is sold anew each period: the label, how often, and what of it. */
  readonly repeats: string;
  readonly every: Readonly<Record<(typeof repeatWords)[number], string>>;
  readonly repeating: (every: string) => string;
  /** How work is counted. */
  readonly counting: string;
  readonly rounding: string;
  readonly exact: string;
  readonly roundedUp: (minutes: string) => string;
  readonly minimum: string;
  readonly none: string;
  readonly eachEntry: string;
  readonly eachDay: string;
  readonly overage: string;
  readonly nextBlock: string;
  readonly invoiced: string;
  /** Kinds of work. */
  readonly kinds: string;
  readonly notCharged: string;
  readonly otherWork: string;
  /** The end. */
  readonly signatures: string;
  readonly name: string;
  readonly place: string;
  readonly signature: string;
  /** The mail that takes it to the client. */
  readonly mail: {
    readonly subject: (firm: string, block: string) => string;
    readonly greeting: (contact: string) => string;
    readonly body: (hours: string) => string;
    readonly closing: string;
  };
}
