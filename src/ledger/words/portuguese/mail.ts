import type { MailWords } from '../mail-words';
import { portugueseCare } from './care';

export const portugueseMail: MailWords = {
  usual: {
    Greeting: 'Bom dia, {{contact}}.',
    Offer: 'Para continuarmos sem interrupção, esta é a nossa proposta:',
    'How to renew':
      'Para aceitar, basta responder “sim” a este e-mail ou indicar outra quantidade de horas.{{#payment link}} Também é possível renovar on-line:{{/payment link}}',
    Closing: 'Atenciosamente,\n{{sender}}',
  },
  kinds: {
    low: {
      Subject: '{{client}}: restam {{hours left}} de {{hours bought}} pré-pagas',
      Opening:
        'As horas pré-pagas de {{client}} estão terminando: o saldo é de {{hours left}}, de um total de {{hours bought}}.',
    },
    'used up': {
      Subject:
        'As horas pré-pagas de {{client}} terminaram{{#hours over}}, com {{hours over}} a mais{{/hours over}}',
      Opening:
        'As horas pré-pagas de {{client}} terminaram{{#hours over}}; já trabalhamos {{hours over}} além do que foi pago{{/hours over}}.',
    },
    expired: {
      Subject: 'As horas pré-pagas de {{client}} venceram',
      Opening:
        'As horas pré-pagas de {{client}} venceram{{#hours expired}}, com {{hours expired}} sem uso{{/hours expired}}{{#hours over}}; trabalhamos {{hours over}} além do que foi pago{{/hours over}}.',
    },
    expiring: {
      Subject: '{{client}}: {{hours ending}} pré-pagas para usar até {{ends on}}',
      Opening:
        'Parte das horas pré-pagas de {{client}} vence em breve: {{hours ending}} podem ser usadas até {{ends on}}.',
    },
    reminder: {
      Subject: 'Lembrete: horas pré-pagas de {{client}}, saldo de {{hours left}}',
      Opening:
        '{{#first notice}}Em {{first notice}} escrevemos sobre as horas pré-pagas de {{client}}. {{/first notice}}O saldo agora é de {{hours left}}. Gostaríamos de saber se podemos continuar à sua disposição.',
    },
    'thank you': {
      Subject: 'Obrigado: {{hours bought}} pré-pagas para {{client}}',
      Opening:
        'Agradecemos a renovação. Foram creditadas {{hours bought}} para {{client}}; o saldo agora é de {{hours left}}.',
    },
    unpaid: {
      Subject: 'Lembrete de pagamento: {{amount due}} de {{client}}',
      Opening:
        '{{#first notice}}Em {{first notice}} já escrevemos sobre este assunto. {{/first notice}}Talvez tenha passado despercebido: o pagamento de {{amount due}} pelas horas pré-pagas de {{client}} venceu em {{due on}}. Caso já tenha sido feito, por favor desconsidere este e-mail.',
    },
    statement: {
      Subject: 'Horas pré-pagas de {{client}}: extrato de {{period}}',
      Opening:
        'Segue em anexo o extrato das suas horas pré-pagas no período {{period}}. O saldo de hoje é de {{hours left}}.',
    },
  },
  colon: ': ',
  leftOf: bought => `restantes de ${bought}`,
  overOf: bought => `além das ${bought} pré-pagas`,
  leftInAll: 'restantes no total',
  usedOf: (used, bought) => `${used} de ${bought} usadas`,
  worth: 'Valor',
  saved: 'Economia até agora',
  runsOut: 'Suficientes até',
  orderBy: 'Pedir até',
  notYetUsable: 'Compradas, ainda não disponíveis',
  beyond: 'Além das horas pré-pagas',
  expiredUnused: 'Vencidas sem uso',
  endsOn: date => `Vencem em ${date}`,
  andMore: count => `e mais ${count}`,
  lately: 'Trabalhos recentes',
  otherSizes: 'Outras quantidades',
  about: date => `aproximadamente ${date}`,
  between: (first, last) => `entre ${first} e ${last}`,
  waits: hours => `${hours}, descontadas primeiro do próximo bloco`,
  invoiced: hours => `${hours}, a faturar`,
  another: hours => `Mais ${hours}`,
  instead: price => `em vez de ${price}`,
  taxed: (tax, name, total) => `mais ${tax} de ${name}, no total ${total}`,
  lasts: time => `suficientes para cerca de ${time}`,
  weeks: count => (count === 1 ? '1 semana' : `${count} semanas`),
  months: count => (count === 1 ? '1 mês' : `${count} meses`),
  renew: hours => `Pedir ${hours}`,
  toPay: 'a pagar',
  dueOn: date => `Vencimento em ${date}`,
  sayYes: hours => `Sim, ${hours}`,
  yesSubject: (hours, client, block) => `Sim: ${hours} para ${client} (${block})`,
  yesBody: (hours, price) => `Sim, gostaríamos de mais ${hours} por ${price}.`,
  inAll: (price, total) => `${price} (no total ${total})`,
  pay: 'Pagar on-line',
  planWork:
    'Vamos planejar os trabalhos antes que as horas vençam? Responda a este e-mail indicando os dias mais convenientes.',
  work: 'Trabalho',
  careSince: date => `Acompanhamento desde ${date}`,
  care: portugueseCare,
  page: {
    link: 'Sua página, sempre atualizada',
    title: client => `Horas pré-pagas de ${client}`,
    period: 'Este mês até hoje',
    opening: 'No início',
    added: 'Acrescentadas',
    charged: 'Descontadas por trabalho',
    other: 'Outras alterações',
    closing: 'Restam agora',
    asOf: date => `Situação em ${date}`,
    today: 'hoje',
    hoursOn: (hours, date) => `${hours} disponíveis em ${date}.`,
    came: (hours, date) => `${hours} acrescentadas em ${date}.`,
    press: hours => `Sim, renovar ${hours}`,
    thanks: 'Obrigado. Registámos a sua resposta e iremos confirmá-la.',
    answered: date => `Disse que sim em ${date}. Iremos confirmar.`,
    again: 'Não funcionou. Carregue a página novamente ou responda ao nosso e-mail.',
  },
};
