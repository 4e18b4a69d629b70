import type { FigureRules } from '../figure-rules';

export const frenchFigures: FigureRules = {
  months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  day: (day, month, year) => `${day === 1 ? '1er' : day} ${month} ${year}`,
  slash: '/',
  thousands: '\u00a0',
  apartFrom: 4,
  signs: { EUR: '€', GBP: '£', JPY: '¥', USD: '$US' },
};
