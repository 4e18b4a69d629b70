import type { FigureRules } from '../figure-rules';

export const spanishFigures: FigureRules = {
  months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  day: (day, month, year) => `${day} de ${month} de ${year}`,
  slash: '/',
  thousands: '.',
  // The academy sets nothing apart in a number of four digits.
  apartFrom: 5,
  signs: { EUR: '€', GBP: '£', JPY: '¥', USD: 'US$' },
};
