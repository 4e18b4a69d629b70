import type { FigureRules } from '../figure-rules';

export const portugueseFigures: FigureRules = {
  months: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  day: (day, month, year) => `${day === 1 ? '1º' : day} de ${month} de ${year}`,
  slash: '/',
  thousands: '.',
  apartFrom: 4,
  percentIsClose: true,
  signs: { EUR: '€', GBP: '£', JPY: 'JP¥', USD: 'US$', BRL: 'R$' },
  money: (minus, amount, sign) => `${minus}${sign}\u00a0${amount}`,
};
