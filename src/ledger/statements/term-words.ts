import type { CalendarDate } from '../units/calendar-date';
import type { MinorUnits } from '../units/money';
import type { Seconds } from '../units/seconds';
import { englishMovements } from '../words/english/movements';
import type { MovementWords } from '../words/movement-words';
import type { MoneyAccount } from './money-account';
import type { PeriodAccount } from './period-account';
import { signed, signs, type Term, termNames } from './terms';

/** Where money goes with the hours. */
const moneyOfTerm: Partial<Record<Term, 'added' | 'used' | 'removed' | 'expired'>> = {
  added: 'added',
  charged: 'used',
  removed: 'removed',
  expired: 'expired',
};

/** A line of the account: hours and money with the sign with which they move the balance. */
export interface TermLine {
  readonly term: Term | 'opening' | 'closing';
  readonly date: CalendarDate;
  readonly words: string;
  readonly hours: Seconds;
  /** A currency of the account has its amount, or nothing where the term moves no prepaid money. */
  readonly amounts: readonly (MinorUnits | undefined)[];
}

/** Every term with its line, from the balance before the period to the one at its end. */
export function termLines(
  { from, to, hours, money }: PeriodAccount,
  { terms: words }: MovementWords = englishMovements,
): readonly TermLine[] {
  const amounts = (of: (account: MoneyAccount) => MinorUnits | undefined) => money.map(of);
  const terms = termNames.map((term): TermLine => {
    const own = moneyOfTerm[term];
    return {
      term,
      date: to,
      words: words[term],
      hours: signed(signs[term], hours[term]),
      amounts: amounts(account => (own ? signed(signs[term], account[own]) : undefined)),
    };
  });
  const [opening, closing] = [amounts(each => each.opening), amounts(each => each.closing)];
  return [
    { term: 'opening', date: from, words: words.opening, hours: hours.opening, amounts: opening },
    ...terms,
    { term: 'closing', date: to, words: words.closing, hours: hours.closing, amounts: closing },
  ];
}
