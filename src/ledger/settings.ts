import type { CalendarDate } from './units/calendar-date';
import type { Decimal } from './units/decimal';
import type { Currency } from './units/money';
import type { Seconds } from './units/seconds';

export const roundPerChoices = ['entry', 'day'] as const;
export const overageChoices = ['next block', 'invoice'] as const;
export const noticesChoices = ['Send', 'Review', 'Off'] as const;

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
  readonly officeManagerEmail: string;
  readonly senderName: string;
  readonly replyTo: string;
  readonly paymentLink: string;
  readonly taxName: string;
  readonly terms: ClientTerms;
  readonly warnBeforeExpiry: number;
  readonly quietAfter: number;
  readonly sendHour: number;
  readonly weekdaysOnly: boolean;
  readonly paceWeeks: number;
  readonly unpaidBlocks: 'use' | 'wait';
  /** Unused hours of an expired block stay owed, or become revenue. */
  readonly expiredHours: 'keep' | 'breakage';
  readonly rateCards: ReadonlyMap<Currency, readonly RateTier[]>;
}
