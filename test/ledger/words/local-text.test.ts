import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/ledger/units/language';
import type { Currency } from '../../../src/ledger/units/money';
import { localText } from '../../../src/ledger/words/local-text';
import { cents, day, h } from '../builders';

const plain = (text: string) => text.replace(/\u00a0/g, ' ');
const money = (language: Language, amount: number, currency: string) =>
  plain(localText(language).money(cents(amount), currency as Currency));

describe.each<[Language, string, string, string, string]>([
  ['en', '1 Dec 2026', '1 Dec 2026', '−1.5 h', '$1,215.00'],
  ['de', '1. Dezember 2026', '01.12.2026', '−1,5 h', '1.215,00 $'],
  ['es', '1 de diciembre de 2026', '01/12/2026', '−1,5 h', '1215,00 US$'],
  ['fr', '1er décembre 2026', '01/12/2026', '−1,5 h', '1 215,00 $US'],
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
