import type { MailWords } from '../mail-words';
import { italianCare } from './care';

export const italianMail: MailWords = {
  usual: {
    Greeting: 'Gentile {{contact}},',
    Offer: 'Per proseguire senza interruzioni, Le proponiamo quanto segue:',
    'How to renew':
      'Per accettare è sufficiente rispondere «sì» a questa e-mail o indicarci un’altra quantità di ore.{{#payment link}} Può rinnovare anche online:{{/payment link}}',
    Closing: 'Cordiali saluti\n{{sender}}',
  },
  kinds: {
    low: {
      Subject: '{{client}}: restano {{hours left}} su {{hours bought}} prepagate',
      Opening:
        'le ore prepagate di {{client}} si stanno esaurendo: il saldo è di {{hours left}} su {{hours bought}}.',
    },
    'used up': {
      Subject:
        'Le ore prepagate di {{client}} sono esaurite{{#hours over}}, con {{hours over}} in più{{/hours over}}',
      Opening:
        'le ore prepagate di {{client}} sono esaurite{{#hours over}}; abbiamo già lavorato {{hours over}} oltre il prepagato{{/hours over}}.',
    },
    expired: {
      Subject: 'Le ore prepagate di {{client}} sono scadute',
      Opening:
        'le ore prepagate di {{client}} sono scadute{{#hours expired}}: {{hours expired}} non utilizzate{{/hours expired}}{{#hours over}}; abbiamo lavorato {{hours over}} oltre il prepagato{{/hours over}}.',
    },
    expiring: {
      Subject: '{{client}}: {{hours ending}} prepagate da utilizzare fino al {{ends on}}',
      Opening:
        'una parte delle ore prepagate di {{client}} scadrà a breve: può utilizzare {{hours ending}} fino al {{ends on}}.',
    },
    reminder: {
      Subject: 'Promemoria: ore prepagate di {{client}}, saldo {{hours left}}',
      Opening:
        '{{#first notice}}in data {{first notice}} Le abbiamo scritto in merito alle ore prepagate di {{client}}. Il{{/first notice}}{{^first notice}}il{{/first notice}} saldo è ora di {{hours left}}. Saremo lieti di sapere se desidera proseguire.',
    },
    'thank you': {
      Subject: 'Grazie: {{hours bought}} prepagate per {{client}}',
      Opening:
        'La ringraziamo per il rinnovo. Abbiamo accreditato {{hours bought}} a {{client}}; il saldo è ora di {{hours left}}.',
    },
    unpaid: {
      Subject: 'Sollecito di pagamento: {{amount due}} per {{client}}',
      Opening:
        '{{#first notice}}in data {{first notice}} Le abbiamo già scritto in merito. Forse{{/first notice}}{{^first notice}}forse{{/first notice}} è sfuggito: il pagamento di {{amount due}} per le ore prepagate di {{client}} era dovuto entro il {{due on}}. Se nel frattempo ha già provveduto, La preghiamo di non tenere conto di questa e-mail.',
    },
    statement: {
      Subject: 'Ore prepagate di {{client}}: estratto conto {{period}}',
      Opening:
        'in allegato trova l’estratto conto delle Sue ore prepagate per il periodo {{period}}. Il saldo di oggi è di {{hours left}}.',
    },
  },
  colon: ': ',
  leftOf: bought => `residue su ${bought}`,
  overOf: bought => `oltre le ${bought} prepagate`,
  leftInAll: 'residue in tutto',
  usedOf: (used, bought) => `${used} utilizzate su ${bought}`,
  worth: 'Valore',
  saved: 'Risparmiato finora',
  runsOut: 'Sufficienti fino al',
  orderBy: 'Ordinare entro il',
  notYetUsable: 'Acquistate, non ancora utilizzabili',
  beyond: 'Oltre le ore prepagate',
  expiredUnused: 'Scadute senza utilizzo',
  endsOn: date => `Scadenza: ${date}`,
  andMore: count => (count === 1 ? 'e un altro blocco' : `e altri ${count} blocchi`),
  lately: 'Lavori recenti',
  otherSizes: 'Altre quantità',
  about: date => `${date} circa`,
  between: (first, last) => `tra il ${first} e il ${last}`,
  waits: hours => `${hours}, da scalare per prime dal prossimo blocco`,
  invoiced: hours => `${hours}, da fatturare`,
  another: hours => `Altre ${hours}`,
  instead: price => `anziché ${price}`,
  taxed: (tax, name, total) => `più ${tax} di ${name}, in totale ${total}`,
  lasts: time => `sufficienti per circa ${time}`,
  weeks: count => (count === 1 ? '1 settimana' : `${count} settimane`),
  months: count => (count === 1 ? '1 mese' : `${count} mesi`),
  renew: hours => `Ordina ${hours}`,
  toPay: 'da pagare',
  dueOn: date => `Da pagare entro il ${date}`,
  sayYes: hours => `Sì, ${hours}`,
  yesSubject: (hours, client, block) => `Sì: ${hours} per ${client} (${block})`,
  yesBody: (hours, price) => `Sì, desideriamo altre ${hours} al prezzo di ${price}.`,
  inAll: (price, total) => `${price} (in totale ${total})`,
  pay: 'Paga online',
  planWork:
    'Vogliamo pianificare i lavori prima che le ore scadano? Risponda a questa e-mail indicandoci i giorni che preferisce.',
  work: 'Lavoro',
  careSince: date => `Assistenza dal ${date}`,
  care: italianCare,
  page: {
    link: 'La Sua pagina, sempre aggiornata',
    title: client => `Ore prepagate di ${client}`,
    period: 'Questo mese fino a oggi',
    opening: 'All’inizio',
    added: 'Aggiunte',
    charged: 'Scalate per lavoro',
    other: 'Altre variazioni',
    closing: 'Rimangono ora',
    asOf: date => `Situazione al ${date}`,
    today: 'oggi',
    hoursOn: (hours, date) => `${hours} disponibili il ${date}.`,
    came: (hours, date) => `${hours} aggiunte il ${date}.`,
    press: hours => `Sì, rinnovo ${hours}`,
    thanks: 'Grazie. Abbiamo annotato la sua conferma e le risponderemo.',
    answered: date => `Ha accettato il ${date}. Le daremo conferma.`,
    again: 'Non ha funzionato. Ricarichi la pagina o risponda alla nostra e-mail.',
  },
};
