import { sizeOf } from '../units/amounts';
import { dateText, isoDate } from '../units/calendar-date';
import type { Language } from '../units/language';
import type { LocalText } from '../units/local-text';
import { amountNumber, type Currency, currencyDecimals, type MinorUnits, moneyText } from '../units/money';
import { hoursText } from '../units/seconds';
import type { FigureRules } from './figure-rules';
import { wordsOf } from './languages';

/** Keeps a figure and its unit on one line. */
const hardSpace = '\u00a0';

const english: LocalText = { date: dateText, shortDate: dateText, hours: hoursText, money: moneyText };

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
    hours: time => hoursText(time).replace('.', ',').replace(' ', hardSpace),
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
