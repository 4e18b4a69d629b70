import { sizeOf } from '../units/amounts';
import { dateText, isoDate } from '../units/calendar-date';
import { type Decimal, decimalNumber } from '../units/decimal';
import type { Language } from '../units/language';
import type { LocalText } from '../units/local-text';
import { amountNumber, type Currency, currencyDecimals, type MinorUnits, moneyText } from '../units/money';
import { exactHoursText } from '../units/seconds';
import type { FigureRules } from './figure-rules';
import { wordsOf } from './languages';

/** Keeps a figure and its unit on one line. */
const hardSpace = '\u00a0';

const english: LocalText = { date: dateText, shortDate: dateText, hours: exactHoursText, money: moneyText };

export function localText(language: Language): LocalText {
  const own = wordsOf(language).figures;
  if (!own) return english;
  const months = own.months.split(' ');
  return {
    date: date => {
      const [year = 0, month = 1, day = 1] = isoDate(date).split('-').map(Number);
      return own.day(day, months[month - 1] as string, year);
    },
    shortDate: date => isoDate(date).split('-').reverse().join(own.slash),
    hours: time => exactHoursText(time).replace('.', ',').replace(' ', hardSpace),
    money: (amount, currency) => {
      const [minus, sign] = [amount < 0 ? '−' : '', own.signs[currency] || currency];
      const size = amountText(sizeOf(amount), currency, own);
      return own.money ? own.money(minus, size, sign) : `${minus}${size}${hardSpace}${sign}`;
    },
  };
}

function amountText(amount: MinorUnits, currency: Currency, { thousands, apartFrom }: FigureRules): string {
  const decimals = currencyDecimals(currency);
  const [whole = '', fraction] = amountNumber(amount, currency).toFixed(decimals).split('.');
  const grouped = whole.length < apartFrom ? whole : whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return `${grouped}${fraction ? `,${fraction}` : ''}`;
}

/** A share such as 0.19, to so many places of its percentage. */
export function percentText(language: Language, share: Decimal, places: number): string {
  const own = wordsOf(language).figures;
  const text = String(Number((decimalNumber(share) * 100).toFixed(places)));
  return own ? `${text.replace('.', ',')}${own.percentIsClose ? '' : hardSpace}%` : `${text}%`;
}

/** The same on papers, whose money has a real minus sign; a hyphen would begin a formula in a tab. */
export function paperText(language: Language): LocalText {
  const local = localText(language);
  return { ...local, money: (amount, currency) => local.money(amount, currency).replace(/^-/, '−') };
}
