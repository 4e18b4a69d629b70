import type { CalendarDate } from '../units/calendar-date';
import type { MinorUnits } from '../units/money';
import type { Seconds } from '../units/seconds';
import type { MoneyAccount } from './money-account';
import type { PeriodAccount } from './period-account';
import { signed, signs, type Term, termNames } from './terms';

const words: Readonly<Record<Term, string>> = {
  added: 'Added',
  charged: 'Charged for work',
  toInvoice: 'Of this to be invoiced',
  removed: 'Taken out',
  uncovered: 'Taken out beyond what was left',
  expired: 'Expired unused',
  invoiced: 'Overage invoiced',
};

/** Where money goes with the hours. */
const moneyOfTerm: Partial<Record<Term, 'added' | 'used' | 'removed' | 'expired'>> = {
  added: 'added',
  charged: 'used',
  removed: 'removed',
  expired: 'expired',
};

/** A line of the account: hours and money with the sign with which they move the balance. */
export interface TermLine {
  readonly date: CalendarDate;
  readonly words: string;
  readonly hours: Seconds;
  /** A currency of the account has its amount, or nothing where the term moves no prepaid money. */
  readonly amounts: readonly (MinorUnits | undefined)[];
}

/** Every term with its line, from the balance before the period to the one at its end. */
export function termLines({ from, to, hours, money }: PeriodAccount): readonly TermLine[] {
  const amounts = (of: (account: MoneyAccount) => MinorUnits | undefined) => money.map(of);
  const terms = termNames.map((term): TermLine => {
    const own = moneyOfTerm[term];
    return {
      date: to,
      words: words[term],
      hours: signed(signs[term], hours[term]),
      amounts: amounts(account => (own ? signed(signs[term], account[own]) : undefined)),
    };
  });
  const [opening, closing] = [amounts(each => each.opening), amounts(each => each.closing)];
  return [
    { date: from, words: 'Opening balance', hours: hours.opening, amounts: opening },
    ...terms,
    { date: to, words: 'Closing balance', hours: hours.closing, amounts: closing },
  ];
}
