import type { MovementWords } from './movement-words';

/** What statements, payment requests, receipts and credit notes say in one language, besides figures. */
export interface PaperWords {
  readonly movements: MovementWords;
  /** Between a label and what it names. */
  readonly colon: string;
  readonly statement: string;
  readonly request: string;
  readonly receipt: string;
  readonly creditNote: string;
  /** Labels. */
  readonly period: string;
  readonly issued: string;
  readonly notYet: string;
  readonly date: string;
  readonly what: string;
  readonly client: string;
  readonly block: string;
  readonly reference: string;
  readonly hours: string;
  readonly price: string;
  readonly net: string;
  readonly tax: string;
  readonly total: string;
  readonly paid: string;
  readonly taxId: string;
  /** Where something has no figure. */
  readonly none: string;
  readonly days: (from: string, to: string) => string;
  /** Of a draft, of one that corrects another, and of what has changed. */
  readonly draft: string;
  readonly provisional: string;
  readonly replaces: (number: string, isStatement?: boolean) => string;
  readonly changed: (what: string) => string;
  readonly was: (label: string, then: string, now: string) => string;
  readonly isNew: (line: string) => string;
  readonly isGone: (line: string) => string;
  readonly billed: (block: string) => string;
  readonly andMore: (count: number) => string;
  /** A statement: its figure, its account, its lines. */
  readonly left: (hours: string, day: string) => string;
  readonly over: (hours: string, day: string) => string;
  readonly course: (opening: string, closing: string, day: string) => string;
  readonly account: string;
  readonly worth: string;
  readonly lines: string;
  readonly worked: string;
  readonly charged: string;
  readonly change: string;
  readonly leftAfter: string;
  readonly sales: string;
  readonly unpaid: string;
  readonly quiet: string;
  readonly saved: (inPeriod: string, soFar: string) => string;
  readonly savedSoFar: (amount: string) => string;
  readonly care: (what: string) => string;
  /** Of a block that is sold anew each period; `every` as an agreement says it. */
  readonly repeats: (block: string, hours: string, every: string) => string;
  /** The mail that takes it to the client. */
  readonly greeting: (name: string) => string;
  readonly intro: (days: string) => string;
  readonly subject: (number: string, client: string, days: string) => string;
  /** A request, a receipt, a credit note. */
  readonly sold: string;
  readonly givenBackOn: string;
  readonly due: string;
  readonly paidOn: string;
  readonly usableUntil: string;
  readonly forWhat: string;
  readonly anHour: string;
  readonly amount: string;
  readonly toPay: (amount: string) => string;
  readonly isPaid: (amount: string) => string;
  readonly isGivenBack: (amount: string) => string;
  readonly paidSoFar: string;
  readonly stillToPay: string;
  readonly prepaid: string;
  readonly beyond: string;
  readonly givenBack: string;
  readonly allowance: string;
  readonly saves: (amount: string, normal: string) => string;
  readonly payBy: (day: string) => string;
  readonly thanks: string;
}
