import { describe, expect, it } from 'vitest';
import { decimal } from '../../../src/ledger/units/decimal';
import type { Language } from '../../../src/ledger/units/language';
import { type Currency, currencyDecimals } from '../../../src/ledger/units/money';
import { languages, wordsOf } from '../../../src/ledger/words/languages';
import { localText, percentText } from '../../../src/ledger/words/local-text';
import { cents, day, h } from '../builders';

const plain = (text: string) => text.replace(/\u00a0/g, ' ');
const money = (language: Language, amount: number, currency: string) =>
  plain(localText(language).money(cents(amount), currency as Currency));

describe.each<[Language, string, string, string, string]>([
  ['en', '1 Dec 2026', '1 Dec 2026', '−1.5 h', '$1,215.00'],
  ['de', '1. Dezember 2026', '01.12.2026', '−1,5 h', '1.215,00 $'],
  ['es', '1 de diciembre de 2026', '01/12/2026', '−1,5 h', '1215,00 US$'],
  ['fr', '1er décembre 2026', '01/12/2026', '−1,5 h', '1 215,00 $US'],
  ['nl', '1 december 2026', '01-12-2026', '−1,5 h', 'US$ 1.215,00'],
  ['it', '1º dicembre 2026', '01/12/2026', '−1,5 h', '1215,00 USD'],
  ['pt', '1º de dezembro de 2026', '01/12/2026', '−1,5 h', 'US$ 1.215,00'],
])('in %s', (language, date, short, hours, amount) => {
  it('dates, hours and money are written as its readers do', () => {
    const text = localText(language);
    expect([text.date(day('2026-12-01')), text.shortDate(day('2026-12-01'))]).toEqual([date, short]);
    expect(plain(text.hours(h(-1.5)))).toBe(hours);
    expect(money(language, 121_500, 'USD')).toBe(amount);
  });
});

describe('money in another language', () => {
  it('has its thousands set apart, in Spanish from five digits on', () => {
    expect(money('de', 123_456_789, 'EUR')).toBe('1.234.567,89 €');
    expect(money('es', 1_234_500, 'EUR')).toBe('12.345,00 €');
    expect(money('fr', 1_234_500, 'EUR')).toBe('12 345,00 €');
  });

  it('has the decimals of its currency, and its code where there is no sign', () => {
    expect(money('de', 1500, 'JPY')).toBe('1.500 ¥');
    expect(money('es', 1500, 'KWD')).toBe('1,500 KWD');
    expect(money('fr', 99_000, 'CHF')).toBe('990,00 CHF');
  });

  it('keeps a minus', () => {
    expect(money('de', -121_500, 'EUR')).toBe('−1.215,00 €');
  });

  it('never breaks between a figure and its unit', () => {
    expect(localText('fr').money(cents(121_500), 'EUR' as Currency)).not.toContain(' ');
    expect(localText('de').hours(h(1))).toBe('1\u00a0h');
  });
});

/** Where Google's servers know the language they agree with us; where they do not, our own tables hold. */
describe('figures agree with what JavaScript itself knows', () => {
  const others = languages.filter(language => language !== 'en');
  const currencies = Intl.supportedValuesOf('currency');
  /** Signs that every reader knows, where JavaScript writes a code or spells the sign out; the krona of Iceland is never split. */
  const ours = /^(es|fr|de) (GBP|JPY)$/;
  const seen = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace('-', '−');

  it.each(others)('money in %s', language => {
    for (const currency of currencies.filter(each => !ours.test(`${language} ${each}`))) {
      const text = (amount: number) => seen(localText(language).money(cents(amount), currency as Currency));
      const decimals = currencyDecimals(currency as Currency);
      const known = new Intl.NumberFormat(language, {
        style: 'currency',
        currency,
        currencyDisplay: hasSign(language, currency) ? 'symbol' : 'code',
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      });
      for (const amount of [0, 5, 99_999, -121_500, 123_456_789])
        expect(text(amount), `${language} ${currency}`).toBe(seen(known.format(amount / 10 ** decimals)));
    }
  });

  it.each(others)('percentages in %s', language => {
    for (const share of [0.19, 0.077, 1]) {
      const known = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 4 });
      expect(seen(percentText(language, decimal(share), 4))).toBe(seen(known.format(share)));
    }
  });

  it.each(others)('dates in %s', language => {
    for (const [iso, isFirst] of [
      ['2026-03-02', false],
      ['2026-12-31', false],
      ['2026-01-01', true],
    ] as const) {
      const [date, at] = [day(iso), new Date(iso)];
      const known = (style: Intl.DateTimeFormatOptions) =>
        new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' }).format(at);
      // Readers of these languages call the first day of a month by its ordinal; JavaScript does not know it.
      const long = localText(language)
        .date(date)
        .replace(isFirst ? /^1(er|º)/ : /^$/, '1');
      expect(long).toBe(known({ dateStyle: 'long' }));
      const short = known({ day: '2-digit', month: '2-digit', year: 'numeric' });
      expect(localText(language).shortDate(date)).toBe(short);
    }
  });
});

function hasSign(language: Language, currency: string): boolean {
  return wordsOf(language).figures?.signs[currency] !== undefined;
}
