import { figure, type PaperRow, type PaperTable, words as wordsColumn } from '../papers/paper';
import type { AgreementTerms } from '../rules/agreement-terms';
import { negative, plus } from '../units/amounts';
import type { Decimal } from '../units/decimal';
import type { Seconds } from '../units/seconds';
import type { AgreementWords } from '../words/agreement-words';
import type { AgreementText, PriceParts } from './figures';

/** A heading and what stands below it; its number is given by its place. */
export interface Section {
  readonly heading: string;
  readonly tables: readonly PaperTable[];
  readonly paragraphs: readonly string[];
}

/** What the fixed sections of an agreement are written from. */
export interface Facts {
  readonly terms: AgreementTerms;
  readonly words: AgreementWords;
  readonly text: AgreementText;
  readonly parts: PriceParts;
}

export interface TaxWords {
  readonly name: string;
  /** Nothing where the amount was typed. */
  readonly share: Decimal | undefined;
}

/** Two columns without headers: what it is, and its figure at the right. */
function labelled(rows: readonly PaperRow[], width = 34): PaperTable {
  return { heading: '', columns: [wordsColumn('', 0), figure('', width)], rows };
}

function line(label: string, value: string, isStrong = false): PaperRow {
  return { cells: [label, value], isStrong };
}

/** The account of the price, which adds up line by line. */
export function priceSection({ terms, words, text, parts }: Facts, tax: TaxWords): Section {
  const { hours, price, tax: taxed } = terms;
  const { normalRate, normalPrice, discount, discountAnHour, prepaidRate } = parts;
  const { money } = text;
  // A block may cost more than its hours at the normal rate: then there is nothing to take off.
  const isDearer = price > normalPrice;
  const rows = [
    ...(isDearer ? [] : [line(words.atNormalRate(text.hours(hours), money(normalRate)), money(normalPrice))]),
    ...(discount > 0
      ? [
          line(
            discountAnHour === undefined ? words.discount : words.discountAnHour(money(discountAnHour)),
            money(negative(discount)),
          ),
        ]
      : []),
    line(isDearer ? `${words.net}, ${text.hours(hours)}` : words.net, money(price), taxed === 0),
    ...(taxed === 0
      ? []
      : [line(taxLabel(tax, text), money(taxed)), line(words.total, money(plus(price, taxed)), true)]),
    ...(prepaidRate !== undefined && discount > 0
      ? [line(words.prepaidRate, words.anHour(money(prepaidRate)))]
      : []),
  ];
  return { heading: words.price, tables: [labelled(rows)], paragraphs: [] };
}

function taxLabel({ name, share }: TaxWords, { percent }: AgreementText): string {
  return share === undefined ? name : `${name} ${percent(share)}`;
}

export function useSection({ terms, words, text }: Facts): Section {
  const { starts, expires, oncePaid, repeats } = terms;
  const from = text.date(starts);
  const rows = [
    line(words.from, oncePaid ? words.fromOncePaid(from) : from),
    line(words.until, expires === undefined ? words.noEnd : text.date(expires)),
    ...(repeats ? [line(words.repeats, words.repeating(words.every[repeats]))] : []),
  ];
  const paragraphs = expires === undefined ? [] : [words.expiry(text.date(expires))];
  return { heading: words.usable, tables: [labelled(rows, 48)], paragraphs };
}

export function countingSection({ terms, words, text }: Facts): Section {
  const { roundUpTo, minimum, roundPer, overage } = terms;
  const each = roundPer === 'day' ? words.eachDay : words.eachEntry;
  const of = (time: Seconds, said: (minutes: string) => string) => `${said(text.minutes(time))}, ${each}`;
  const rows = [
    line(words.rounding, roundUpTo > 0 ? of(roundUpTo, words.roundedUp) : words.exact),
    line(words.minimum, minimum > 0 ? of(minimum, minutes => minutes) : words.none),
    line(words.overage, overage === 'invoice' ? words.invoiced : words.nextBlock),
  ];
  return { heading: words.counting, tables: [labelled(rows, 56)], paragraphs: [] };
}

/** What does not count once; where all work does, nothing needs to be said. */
export function kindsSection({ terms, words, text }: Facts): Section[] {
  const { specialWork } = terms;
  if (specialWork.length === 0) return [];
  const times = (value: number) => (value === 0 ? words.notCharged : `×${text.number(value)}`);
  const rows = [
    ...specialWork.map(({ name, times: value }) => line(name, times(value))),
    line(words.otherWork, times(1)),
  ];
  return [{ heading: words.kinds, tables: [labelled(rows)], paragraphs: [] }];
}
