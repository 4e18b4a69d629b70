import type { CalendarDate } from '../units/calendar-date';
import type { Decimal } from '../units/decimal';
import type { Currency } from '../units/money';
import type { Seconds } from '../units/seconds';
import type { AccountBook, Accounts } from './accounts';

export const roundPerChoices = ['entry', 'day'] as const;
export const overageChoices = ['next block', 'invoice'] as const;
export const cashSides = ['bank and receivable', 'clearing account', 'none'] as const;
export const noticesChoices = ['Send', 'Review', 'Off'] as const;
export const renewalChoices = ['ask', 'draft'] as const;
export const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** What holds for a client: its own value, else the one in Settings. */
export interface ClientTerms {
  readonly normalRate: Decimal;
  readonly currency: Currency;
  readonly tax: Decimal;
  readonly roundUpTo: Seconds;
  readonly minimum: Seconds;
  readonly roundPer: (typeof roundPerChoices)[number];
  readonly overage: (typeof overageChoices)[number];
  readonly warnAt: Seconds;
  /** A share: 0.2 is 20 %. */
  readonly warnAtShare: Decimal;
  readonly notices: (typeof noticesChoices)[number];
}

/** From how many hours on a block is cheaper, and by how much an hour. */
export interface RateTier {
  readonly hours: Seconds;
  readonly discount: Decimal;
}

export interface Settings {
  readonly today: CalendarDate;
  readonly firmName: string;
  readonly firmAddress: string;
  readonly firmTaxId: string;
  /** Days in which a client pays. */
  readonly paymentTerms: number;
  readonly officeManagerEmail: string;
  readonly senderName: string;
  readonly replyTo: string;
  readonly paymentLink: string;
  readonly taxName: string;
  readonly terms: ClientTerms;
  readonly warnBeforeExpiry: number;
  /** Days before the run-out at the recent pace; 0 is never. */
  readonly warnBeforeRunOut: number;
  /** Days without an answer; 0 is never. */
  readonly remindAfter: number;
  readonly quietAfter: number;
  readonly sendHour: number;
  readonly weekdaysOnly: boolean;
  readonly daysOff: DaysOff;
  /** Whether a purchase is thanked for. */
  readonly thankYou: boolean;
  /** Whether a client is reminded of a block that it has not paid by its day. */
  readonly paymentReminders: boolean;
  /** Whether clients get the account of each month, where Clients says nothing else. */
  readonly monthlyStatement: boolean;
  /** Whether the office manager hears of each day on which something happened. */
  readonly dailyDigest: boolean;
  /** Whether the office manager hears once a week which clients need the firm, and on which day. */
  readonly weeklyMail: boolean;
  readonly weeklyMailOn: (typeof weekdays)[number];
  readonly paceWeeks: number;
  readonly unpaidBlocks: 'use' | 'wait';
  /** `keep`: unused hours stay owed; `breakage`: they become revenue on the day after expiry. */
  readonly expiredHours: 'keep' | 'breakage';
  readonly cashSide: (typeof cashSides)[number];
  /** Whether work beyond the blocks is revenue before it is invoiced. */
  readonly accrueOverage: boolean;
  readonly accounts: Accounts;
  readonly accountsIn?: AccountBook['accountsIn'];
  /** As it is called in Xero; every line of a journal there names one. */
  readonly xeroTaxRate: string;
  /** The rate with tax, as the firm's accounting calls it; for sales invoices. */
  readonly salesTaxRate: string;
  /** The tab of a Google Form's answers; blank where technicians use none. */
  readonly formTab: string;
  /** Of the web app that shows clients their pages; blank where there is none. */
  readonly clientPage: string;
  readonly rateCards: ReadonlyMap<Currency, readonly RateTier[]>;
}

/** The firm's own days on which no mail goes out. */
export interface DaysOff {
  /** First and last day of each. */
  readonly spans: readonly (readonly [CalendarDate, CalendarDate])[];
  /** `12-25`: of every year. */
  readonly yearly: ReadonlySet<string>;
}
