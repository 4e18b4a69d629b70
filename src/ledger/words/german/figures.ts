import type { FigureRules } from '../figure-rules';

export const germanFigures: FigureRules = {
  months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  day: (day, month, year) => `${day}. ${month} ${year}`,
  slash: '.',
  thousands: '.',
  apartFrom: 4,
  signs: { EUR: '€', GBP: '£', JPY: '¥', USD: '$' },
};
