import type { Block } from '../model/block';
import type { Client } from '../model/client';
import type { Ledger } from '../model/ledger';
import type { ClientTerms } from '../model/settings';
import { type CalendarDate, later } from '../units/calendar-date';
import { type Decimal, decimalNumber } from '../units/decimal';
import { digestOf } from '../units/digest';
import type { Currency, MinorUnits } from '../units/money';
import { foldName } from '../units/names';
import type { Seconds } from '../units/seconds';

/** A kind of work that does not count once. */
export interface SpecialWork {
  readonly name: string;
  /** 0: not charged. */
  readonly times: number;
}

/** What a block is sold on, as the sheet counts it; plain values, so that they can be kept as they were agreed. */
export interface AgreementTerms {
  readonly currency: Currency;
  readonly hours: Seconds;
  /** An hour without prepayment. */
  readonly normalRate: Decimal;
  readonly price: MinorUnits;
  readonly tax: MinorUnits;
  readonly starts: CalendarDate;
  /** Nothing: its hours do not end. */
  readonly expires: CalendarDate | undefined;
  /** Not there in a block that is sold once. */
  readonly repeats?: NonNullable<Block['repeats']>;
  /** Usable only once it is paid. */
  readonly oncePaid: boolean;
  readonly roundUpTo: Seconds;
  readonly minimum: Seconds;
  readonly roundPer: ClientTerms['roundPer'];
  readonly overage: ClientTerms['overage'];
  readonly specialWork: readonly SpecialWork[];
}

/** What the terms of any block depend on, besides block and client. */
export type TermsGround = Pick<Ledger, 'settings' | 'workTypes'>;

export function termsOf(
  block: Block,
  { terms }: Pick<Client, 'terms'>,
  { settings, workTypes }: TermsGround,
): AgreementTerms {
  const { currency, hours, normalRate, price, tax, date, starts, expires, repeats } = block;
  const { roundUpTo, minimum, roundPer, overage } = terms;
  return {
    currency,
    hours,
    normalRate: { digits: normalRate.digits, scale: normalRate.scale },
    price,
    tax,
    starts: later(date, starts ?? date),
    expires,
    ...(repeats && { repeats }),
    oncePaid: settings.unpaidBlocks === 'wait' && price !== 0,
    roundUpTo,
    minimum,
    roundPer,
    overage,
    specialWork: specialWork(workTypes),
  };
}

/** In the order of the tab; what counts once needs no line of its own. */
function specialWork(workTypes: TermsGround['workTypes']): SpecialWork[] {
  return [...workTypes.values()]
    .map(type => type && { name: type.name, times: type.billable ? decimalNumber(type.multiplier) : 0 })
    .filter((type): type is SpecialWork => type !== undefined && type.times !== 1);
}

/**
 * A digest of what was agreed, whatever its language and wording: another one says that the terms have changed.
 *
 * Neither the order of work types nor the case of their names matters.
 */
export function termsDigest(terms: AgreementTerms): string {
  const { specialWork: work, normalRate, expires, ...plain } = terms;
  const kinds = work.map(({ name, times }) => [foldName(name), times] as const);
  const sorted = [...kinds].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return digestOf(JSON.stringify([plain, decimalNumber(normalRate), expires ?? '', sorted]));
}
