import { sizeOf } from './amounts';
import { type CalendarDate, dateText, isoDate } from './calendar-date';
import type { Language } from './language';
import { amountNumber, type Currency, currencyDecimals, type MinorUnits, moneyText } from './money';
import { hoursText, type Seconds } from './seconds';

/** How a language writes figures; plain rules of our own, for Google's servers may know no language but English. */
export interface LocalText {
  /** In a sentence: `23 November 2026`. */
  date(date: CalendarDate): string;
  /** In a narrow column: `23/11/2026`. */
  shortDate(date: CalendarDate): string;
  hours(time: Seconds): string;
  money(amount: MinorUnits, currency: Currency): string;
}

interface Rules {
  readonly months: string;
  readonly day: (day: number, month: string, year: number) => string;
  /** Between day, month and year in a narrow column. */
  readonly slash: string;
  readonly thousands: string;
  /** From how many digits on thousands are set apart. */
  readonly apartFrom: number;
  /** Signs of currencies; what is missing is written as its code. */
  readonly signs: Readonly<Record<string, string>>;
}

/** Keeps a figure and its unit on one line. */
const hardSpace = '\u00a0';
const signs = { EUR: '€', GBP: '£', JPY: '¥' };

const rules: Readonly<Record<Exclude<Language, 'en'>, Rules>> = {
  de: {
    months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    day: (day, month, year) => `${day}. ${month} ${year}`,
    slash: '.',
    thousands: '.',
    apartFrom: 4,
    signs: { ...signs, USD: '$' },
  },
  es: {
    months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    day: (day, month, year) => `${day} de ${month} de ${year}`,
    slash: '/',
    thousands: '.',
    // The academy sets nothing apart in a number of four digits.
    apartFrom: 5,
    signs: { ...signs, USD: 'US$' },
  },
  fr: {
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    day: (day, month, year) => `${day === 1 ? '1er' : day} ${month} ${year}`,
    slash: '/',
    thousands: hardSpace,
    apartFrom: 4,
    signs: { ...signs, USD: '$US' },
  },
};

const english: LocalText = { date: dateText, shortDate: dateText, hours: hoursText, money: moneyText };

export function localText(language: Language): LocalText {
  if (language === 'en') return english;
  const own = rules[language];
  const months = own.months.split(' ');
  return {
    date: date => {
      const [year = 0, month = 1, day = 1] = isoDate(date).split('-').map(Number);
      return own.day(day, months[month - 1] as string, year);
    },
    shortDate: date => isoDate(date).split('-').reverse().join(own.slash),
    hours: time => hoursText(time).replace('.', ',').replace(' ', hardSpace),
    money: (amount, currency) =>
      `${amountText(amount, currency, own)}${hardSpace}${own.signs[currency] || currency}`,
  };
}

function amountText(amount: MinorUnits, currency: Currency, { thousands, apartFrom }: Rules): string {
  const decimals = currencyDecimals(currency);
  const [whole = '', fraction] = amountNumber(sizeOf(amount), currency).toFixed(decimals).split('.');
  const grouped = whole.length < apartFrom ? whole : whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return `${amount < 0 ? '−' : ''}${grouped}${fraction ? `,${fraction}` : ''}`;
}

/** `1 client`, `2 clients`; `many` is what more than one are called where an s is not enough. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
