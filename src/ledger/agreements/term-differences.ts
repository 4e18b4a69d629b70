import type { AgreementTerms, SpecialWork } from '../rules/agreement-terms';
import { compareDecimals } from '../units/decimal';
import { foldName } from '../units/names';
import { hoursText } from '../units/seconds';
import { agreementText } from './figures';

/** What is not as it was agreed, for the office manager: `price $1,800.00, now $1,700.00`. */
export function termDifferences(agreed: AgreementTerms, now: AgreementTerms): string[] {
  const found: string[] = [];
  const tell = (what: string, show: (terms: AgreementTerms) => string) => {
    const [was, is] = [show(agreed), show(now)];
    if (was !== is) found.push(`${what} ${was}, now ${is}`);
  };
  const textIn = ({ currency }: AgreementTerms) => agreementText('en', currency);
  tell('hours', ({ hours }) => hoursText(hours));
  if (compareDecimals(agreed.normalRate, now.normalRate) !== 0)
    tell('normal rate', ({ normalRate: { digits, scale } }) => String(digits / 10 ** scale));
  tell('price', terms => textIn(terms).money(terms.price));
  tell('tax', terms => textIn(terms).money(terms.tax));
  tell(
    'usable from',
    terms => textIn(terms).date(terms.starts) + (terms.oncePaid ? ', once it is paid' : ''),
  );
  tell('usable until', terms => (terms.expires === undefined ? 'no end' : textIn(terms).date(terms.expires)));
  tell('repeats', ({ repeats }) => repeats ?? 'no');
  tell('rounding', terms => textIn(terms).minutes(terms.roundUpTo));
  tell('minimum', terms => textIn(terms).minutes(terms.minimum));
  tell('round per', ({ roundPer }) => roundPer);
  tell('overage', ({ overage }) => overage);
  return [...found, ...workDifferences(agreed.specialWork, now.specialWork)];
}

/** What is in neither list counts once. */
function workDifferences(agreed: readonly SpecialWork[], now: readonly SpecialWork[]): string[] {
  const names = new Map([...agreed, ...now].map(({ name }) => [foldName(name), name]));
  const timesIn = (list: readonly SpecialWork[], key: string) => {
    const found = list.find(({ name }) => foldName(name) === key);
    if (!found) return '×1';
    return found.times === 0 ? 'not charged' : `×${found.times}`;
  };
  return [...names].flatMap(([key, name]) => {
    const [was, is] = [timesIn(agreed, key), timesIn(now, key)];
    return was === is ? [] : [`${name.slice(0, 40)} ${was}, now ${is}`];
  });
}
