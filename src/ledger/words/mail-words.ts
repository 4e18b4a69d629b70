import type { MailKind, MailTexts } from '../model/levels';
import type { CareWords } from './care-work';

/** What a mail says in one language, besides figures. */
export interface MailWords {
  /** The texts of every kind that says no more than the figures ask for. */
  readonly usual: Omit<MailTexts, 'Subject' | 'Opening'>;
  readonly kinds: Readonly<Record<MailKind, Pick<MailTexts, 'Subject' | 'Opening'>>>;
  /** Between a label and its figure. */
  readonly colon: string;
  /** Beside the hours left. */
  readonly leftOf: (bought: string) => string;
  readonly overOf: (bought: string) => string;
  readonly leftInAll: string;
  readonly usedOf: (used: string, bought: string) => string;
  /** Labels of figures. */
  readonly worth: string;
  readonly saved: string;
  readonly runsOut: string;
  readonly orderBy: string;
  readonly notYetUsable: string;
  readonly beyond: string;
  readonly expiredUnused: string;
  readonly endsOn: (date: string) => string;
  readonly andMore: (count: number) => string;
  readonly lately: string;
  readonly otherSizes: string;
  /** Figures in words. */
  readonly about: (date: string) => string;
  readonly between: (first: string, last: string) => string;
  readonly waits: (hours: string) => string;
  readonly invoiced: (hours: string) => string;
  /** The offer. */
  readonly another: (hours: string) => string;
  readonly instead: (price: string) => string;
  readonly taxed: (tax: string, name: string, total: string) => string;
  readonly lasts: (time: string) => string;
  readonly weeks: (count: number) => string;
  readonly months: (count: number) => string;
  readonly renew: (hours: string) => string;
  /** A reminder to pay: beside the amount, and for each block. */
  readonly toPay: string;
  readonly dueOn: (date: string) => string;
  /** How a client says yes to a size: on the button, and in the mail that it opens. */
  readonly sayYes: (hours: string) => string;
  readonly yesSubject: (hours: string, client: string, block: string) => string;
  readonly yesBody: (hours: string, price: string) => string;
  readonly inAll: (price: string, total: string) => string;
  /** On a link to a payment. */
  readonly pay: string;
  /** Instead of an offer, where hours end and enough are left. */
  readonly planWork: string;
  /** What was looked after, beside the work. */
  readonly careSince: (date: string) => string;
  readonly care: CareWords;
  /** Where the sheet names neither what was done nor the type of work. */
  readonly work: string;
  readonly page: PageWords;
}

/** What a client's page says besides what its mails say. */
export interface PageWords {
  /** On the link to it that mails bring. */
  readonly link: string;
  readonly title: (client: string) => string;
  /** The account of the month so far. */
  readonly period: string;
  readonly opening: string;
  readonly added: string;
  readonly charged: string;
  readonly other: string;
  readonly closing: string;
  readonly asOf: (date: string) => string;
  readonly today: string;
  /** The picture, for who does not see it. */
  readonly hoursOn: (hours: string, date: string) => string;
  readonly came: (hours: string, date: string) => string;
  /** Beside an offer: what the press means, what comes of it, and what went wrong. */
  readonly press: (hours: string) => string;
  readonly thanks: string;
  readonly answered: (date: string) => string;
  readonly again: string;
}
