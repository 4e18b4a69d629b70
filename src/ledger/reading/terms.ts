import { type ClientTerms, noticesChoices, overageChoices, roundPerChoices } from '../model/settings';
import { isProblem, type Parse, parser } from '../sheet/cell';
import { type Decimal, decimalNumber } from '../units/decimal';
import { seconds } from '../units/seconds';
import { readHours } from './hours';
import { choiceOf, readCurrency, readShare, upTo } from './values';

/** A rate an hour. */
export const readRate: Parse<Decimal> = upTo(1e9, 'Type a number such as 100, not below zero.', rate => rate);

/** Minutes, as seconds. */
const readMinutes = upTo(1440, 'Type minutes such as 15; 0 is none.', minutes =>
  seconds(Math.round(decimalNumber(minutes) * 60)),
);

const readThreshold = parser('Type hours such as 5; 0 is none.', (cell, header) => {
  const time = readHours(header, cell);
  return time === undefined || isProblem(time) || time >= 0 ? time : undefined;
});

/** The header of each term and how it is read, in Clients and in Settings. */
const terms: { readonly [Term in keyof ClientTerms]: readonly [string, Parse<ClientTerms[Term]>] } = {
  normalRate: ['Normal rate', readRate],
  currency: ['Currency', readCurrency],
  tax: ['Tax (%)', readShare],
  roundUpTo: ['Round up to (min)', readMinutes],
  minimum: ['Minimum (min)', readMinutes],
  roundPer: ['Round per', choiceOf(roundPerChoices)],
  overage: ['Overage', choiceOf(overageChoices)],
  warnAt: ['Warn at (h)', readThreshold],
  warnAtShare: ['Warn at (%)', readShare],
  notices: ['Notices', choiceOf(noticesChoices)],
};

/** Reads every term; `initial` holds where a client has none of its own. */
export function readTerms(
  take: (header: string, parse: Parse<unknown>, otherwise: unknown) => unknown,
  initial: Partial<ClientTerms>,
): ClientTerms {
  const read = Object.entries(terms).map(([term, [header, parse]]) => {
    return [term, take(header, parse, initial[term as keyof ClientTerms])];
  });
  return Object.fromEntries(read);
}
