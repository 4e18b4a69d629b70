import type { FigureRules } from '../figure-rules';

export const dutchFigures: FigureRules = {
  months: 'januari februari maart april mei juni juli augustus september oktober november december',
  day: (day, month, year) => `${day} ${month} ${year}`,
  slash: '-',
  thousands: '.',
  apartFrom: 4,
  percentIsClose: true,
  signs: { EUR: '€', GBP: '£', JPY: 'JP¥', USD: 'US$' },
  money: (minus, amount, sign) => `${sign}\u00a0${minus}${amount}`,
};
