import type { FigureRules } from '../figure-rules';

export const italianFigures: FigureRules = {
  months: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  day: (day, month, year) => `${day === 1 ? '1º' : day} ${month} ${year}`,
  slash: '/',
  thousands: '.',
  apartFrom: 5,
  percentIsClose: true,
  signs: { EUR: '€', GBP: '£' },
};
