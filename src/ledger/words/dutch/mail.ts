import type { MailWords } from '../mail-words';
import { dutchCare } from './care';

export const dutchMail: MailWords = {
  usual: {
    Greeting: 'Geachte {{contact}},',
    Offer: 'Om zonder onderbreking verder te kunnen, doen wij u graag het volgende aanbod:',
    'How to renew':
      'Wilt u verlengen? Beantwoord deze e-mail dan met ‘ja’ of noem een andere hoeveelheid uren.{{#payment link}} U kunt ook online verlengen:{{/payment link}}',
    Closing: 'Met vriendelijke groet,\n{{sender}}',
  },
  kinds: {
    low: {
      Subject: '{{client}}: nog {{hours left}} van {{hours bought}} tegoed',
      Opening: 'Het urentegoed van {{client}} raakt op: van {{hours bought}} resteert nog {{hours left}}.',
    },
    'used up': {
      Subject:
        'Het urentegoed van {{client}} is op{{#hours over}}, met {{hours over}} boven het tegoed{{/hours over}}',
      Opening:
        'Het urentegoed van {{client}} is op{{#hours over}}; er is al {{hours over}} boven het tegoed gewerkt{{/hours over}}.',
    },
    expired: {
      Subject: 'Het urentegoed van {{client}} is verlopen',
      Opening:
        'Het urentegoed van {{client}} is verlopen{{#hours expired}}; {{hours expired}} is ongebruikt vervallen{{/hours expired}}{{#hours over}}; er is {{hours over}} boven het tegoed gewerkt{{/hours over}}.',
    },
    expiring: {
      Subject: '{{client}}: {{hours ending}} tegoed te gebruiken tot en met {{ends on}}',
      Opening:
        'Een deel van het urentegoed van {{client}} verloopt binnenkort: {{hours ending}} kunt u nog gebruiken tot en met {{ends on}}.',
    },
    reminder: {
      Subject: 'Herinnering: urentegoed van {{client}}, stand {{hours left}}',
      Opening:
        '{{#first notice}}Op {{first notice}} schreven wij u over het urentegoed van {{client}}. {{/first notice}}Het tegoed bedraagt nu {{hours left}}. Wij horen graag of wij u van dienst mogen blijven.',
    },
    'thank you': {
      Subject: 'Hartelijk dank: {{hours bought}} tegoed voor {{client}}',
      Opening:
        'Hartelijk dank voor uw verlenging. Voor {{client}} is {{hours bought}} bijgeschreven; het tegoed bedraagt nu {{hours left}}.',
    },
    unpaid: {
      Subject: 'Betalingsherinnering: {{amount due}} voor {{client}}',
      Opening:
        '{{#first notice}}Op {{first notice}} schreven wij u hier al over. {{/first notice}}Misschien is het aan uw aandacht ontsnapt: {{amount due}} voor het urentegoed van {{client}} had uiterlijk {{due on}} betaald moeten zijn. Hebt u intussen betaald, dan kunt u deze e-mail als niet verzonden beschouwen.',
    },
    statement: {
      Subject: 'Urentegoed van {{client}}: overzicht van {{period}}',
      Opening:
        'In de bijlage vindt u het overzicht van uw urentegoed over {{period}}. Het saldo is vandaag {{hours left}}.',
    },
  },
  colon: ': ',
  leftOf: bought => `over van ${bought}`,
  overOf: bought => `boven de vooruitbetaalde ${bought}`,
  leftInAll: 'in totaal over',
  usedOf: (used, bought) => `${used} van ${bought} gebruikt`,
  worth: 'Waarde',
  saved: 'Tot nu toe bespaard',
  runsOut: 'Reikt tot',
  orderBy: 'Uiterlijk bestellen op',
  notYetUsable: 'Gekocht, nog niet te gebruiken',
  beyond: 'Boven het tegoed',
  expiredUnused: 'Ongebruikt vervallen',
  endsOn: date => `Eindigt op ${date}`,
  andMore: count => `en nog ${count}`,
  lately: 'Onlangs gedaan',
  otherSizes: 'Andere hoeveelheden',
  about: date => `ongeveer ${date}`,
  between: (first, last) => `tussen ${first} en ${last}`,
  waits: hours => `${hours}, gaat eerst van het volgende blok af`,
  invoiced: hours => `${hours}, wordt gefactureerd`,
  another: hours => `Nog eens ${hours}`,
  instead: price => `in plaats van ${price}`,
  taxed: (tax, name, total) => `plus ${tax} ${name}, in totaal ${total}`,
  lasts: time => `genoeg voor ongeveer ${time}`,
  weeks: count => (count === 1 ? '1 week' : `${count} weken`),
  months: count => (count === 1 ? '1 maand' : `${count} maanden`),
  renew: hours => `${hours} bestellen`,
  toPay: 'te betalen',
  dueOn: date => `Te betalen uiterlijk ${date}`,
  sayYes: hours => `Ja, graag ${hours}`,
  yesSubject: (hours, client, block) => `Ja: ${hours} voor ${client} (${block})`,
  yesBody: (hours, price) => `Ja, wij willen graag nog eens ${hours} voor ${price}.`,
  inAll: (price, total) => `${price} (in totaal ${total})`,
  pay: 'Online betalen',
  planWork:
    'Zullen we het werk inplannen dat anders vervalt? Beantwoord deze e-mail en noem de dagen die u schikken.',
  work: 'Werkzaamheden',
  careSince: date => `Onderhoud sinds ${date}`,
  care: dutchCare,
  page: {
    link: 'Uw pagina, altijd actueel',
    title: client => `Prepaid uren van ${client}`,
    period: 'Deze maand tot nu toe',
    opening: 'Aan het begin',
    added: 'Erbij gekomen',
    charged: 'Verbruikt voor werk',
    other: 'Andere wijzigingen',
    closing: 'Nu nog over',
    asOf: date => `Stand op ${date}`,
    today: 'vandaag',
    hoursOn: (hours, date) => `Nog ${hours} over op ${date}.`,
    came: (hours, date) => `${hours} erbij op ${date}.`,
    press: hours => `Ja, ${hours} bijkopen`,
    thanks: 'Hartelijk dank. We hebben uw akkoord genoteerd en bevestigen het u.',
    answered: date => `U hebt op ${date} ja gezegd. We bevestigen het u.`,
    again: 'Dat is niet gelukt. Laad de pagina opnieuw of beantwoord onze e-mail.',
  },
};
