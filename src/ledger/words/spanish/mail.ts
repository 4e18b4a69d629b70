import type { MailWords } from '../mail-words';
import { spanishCare } from './care';

export const spanishMail: MailWords = {
  usual: {
    Greeting: 'Buenos días, {{contact}}:',
    Offer: 'Para que podamos seguir sin interrupción, le ofrecemos lo siguiente:',
    'How to renew':
      'Para aceptar, responda «sí» a este correo o indíquenos otra cantidad de horas.{{#payment link}} También puede renovar en línea:{{/payment link}}',
    Closing: 'Reciba un cordial saludo,\n{{sender}}',
  },
  kinds: {
    low: {
      Subject: '{{client}}: {{hours left}} restantes de {{hours bought}} prepagadas',
      Opening:
        'El tiempo prepagado de {{client}} está por agotarse: el saldo es de {{hours left}} de un total de {{hours bought}}.',
    },
    'used up': {
      Subject:
        'El tiempo prepagado de {{client}} se ha agotado{{#hours over}}, con {{hours over}} de más{{/hours over}}',
      Opening:
        'El tiempo prepagado de {{client}} se ha agotado{{#hours over}}; ya hemos trabajado {{hours over}} más de lo prepagado{{/hours over}}.',
    },
    expired: {
      Subject: 'El tiempo prepagado de {{client}} ha vencido',
      Opening:
        'El tiempo prepagado de {{client}} ha vencido{{#hours expired}} con {{hours expired}} sin usar{{/hours expired}}{{#hours over}}; hemos trabajado {{hours over}} más de lo prepagado{{/hours over}}.',
    },
    expiring: {
      Subject: '{{client}}: {{hours ending}} de tiempo prepagado vencen el {{ends on}}',
      Opening:
        'Parte del tiempo prepagado de {{client}} vence pronto: puede usar {{hours ending}} hasta el {{ends on}}.',
    },
    reminder: {
      Subject: 'Recordatorio: tiempo prepagado de {{client}}, saldo {{hours left}}',
      Opening:
        '{{#first notice}}El {{first notice}} le escribimos acerca del tiempo prepagado de {{client}}. {{/first notice}}El saldo es ahora de {{hours left}}. Nos gustaría saber si desea que sigamos a su disposición.',
    },
    'thank you': {
      Subject: 'Gracias: {{hours bought}} de tiempo prepagado para {{client}}',
      Opening:
        'Gracias por renovar. Hemos añadido {{hours bought}} para {{client}}; el saldo es ahora de {{hours left}}.',
    },
    unpaid: {
      Subject: 'Recordatorio de pago: {{amount due}} de {{client}}',
      Opening:
        '{{#first notice}}El {{first notice}} ya le escribimos sobre esto. {{/first notice}}Quizá se le haya pasado: {{amount due}} por el tiempo prepagado de {{client}} vencieron el {{due on}}. Si ya ha pagado, no tenga en cuenta este correo.',
    },
    statement: {
      Subject: 'Tiempo prepagado de {{client}}: extracto de {{period}}',
      Opening: 'Adjuntamos el extracto de su tiempo prepagado de {{period}}. Saldo de hoy: {{hours left}}.',
    },
  },
  colon: ': ',
  leftOf: bought => `restantes de ${bought}`,
  overOf: bought => `por encima de las ${bought} prepagadas`,
  leftInAll: 'restantes en total',
  usedOf: (used, bought) => `${used} de ${bought} usadas`,
  worth: 'Valor',
  saved: 'Ahorrado hasta ahora',
  runsOut: 'Se agotará',
  orderBy: 'Pedir a más tardar el',
  notYetUsable: 'Compradas, aún no disponibles',
  beyond: 'Por encima de lo prepagado',
  expiredUnused: 'Vencidas sin usar',
  endsOn: date => `Vence el ${date}`,
  andMore: count => `y ${count} más`,
  lately: 'Últimos trabajos',
  otherSizes: 'Otros tamaños',
  about: date => `hacia el ${date}`,
  between: (first, last) => `entre el ${first} y el ${last}`,
  waits: hours => `${hours}, se descontarán primero del próximo bloque`,
  invoiced: hours => `${hours}, se facturarán`,
  another: hours => `Un nuevo bloque de ${hours}`,
  instead: price => `en lugar de ${price}`,
  taxed: (tax, name, total) => `más ${tax} de ${name}, ${total} en total`,
  lasts: time => `dura aproximadamente ${time}`,
  weeks: count => (count === 1 ? '1 semana' : `${count} semanas`),
  months: count => (count === 1 ? '1 mes' : `${count} meses`),
  renew: hours => `Renovar ${hours}`,
  toPay: 'por pagar',
  dueOn: date => `Vence el ${date}`,
  sayYes: hours => `Sí, ${hours}, por favor`,
  yesSubject: (hours, client, block) => `Sí: ${hours} para ${client} (${block})`,
  yesBody: (hours, price) => `Sí, queremos otras ${hours} por ${price}.`,
  inAll: (price, total) => `${price} (${total} en total)`,
  pay: 'Pagar en línea',
  planWork:
    '¿Planificamos el trabajo que de otro modo se perdería? Responda a este correo e indique los días que le convienen.',
  work: 'Trabajo',
  careSince: date => `Atención desde el ${date}`,
  care: spanishCare,
  page: {
    link: 'Su página, siempre al día',
    title: client => `Horas prepagadas de ${client}`,
    period: 'Este mes hasta hoy',
    opening: 'Al comienzo',
    added: 'Añadidas',
    charged: 'Descontadas por trabajo',
    other: 'Otros cambios',
    closing: 'Quedan ahora',
    asOf: date => `Situación a ${date}`,
    today: 'hoy',
    hoursOn: (hours, date) => `${hours} disponibles el ${date}.`,
    came: (hours, date) => `${hours} añadidas el ${date}.`,
    press: hours => `Sí, renovar ${hours}`,
    thanks: 'Gracias. Hemos anotado su aceptación y se la confirmaremos.',
    answered: date => `Usted aceptó el ${date}. Se lo confirmaremos.`,
    again: 'No ha funcionado. Vuelva a cargar la página o responda a nuestro correo.',
  },
};
