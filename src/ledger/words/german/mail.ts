import type { MailWords } from '../mail-words';
import { germanCare } from './care';

export const germanMail: MailWords = {
  usual: {
    Greeting: 'Guten Tag {{contact}},',
    Offer: 'Damit es ohne Unterbrechung weitergeht, bieten wir Ihnen an:',
    'How to renew':
      'Zum Verlängern antworten Sie einfach mit „Ja“ auf diese E-Mail oder nennen Sie uns eine andere Größe.{{#payment link}} Sie können auch online verlängern:{{/payment link}}',
    Closing: 'Mit freundlichen Grüßen\n{{sender}}',
  },
  kinds: {
    low: {
      Subject: '{{client}}: noch {{hours left}} von {{hours bought}} Guthaben',
      Opening:
        'das Stundenguthaben von {{client}} geht zur Neige: Von {{hours bought}} sind noch {{hours left}} übrig.',
    },
    'used up': {
      Subject:
        'Das Stundenguthaben von {{client}} ist aufgebraucht{{#hours over}}, {{hours over}} darüber hinaus geleistet{{/hours over}}',
      Opening:
        'das Stundenguthaben von {{client}} ist aufgebraucht{{#hours over}}; {{hours over}} wurden bereits darüber hinaus geleistet{{/hours over}}.',
    },
    expired: {
      Subject: 'Das Stundenguthaben von {{client}} ist abgelaufen',
      Opening:
        'das Stundenguthaben von {{client}} ist abgelaufen{{#hours expired}}; {{hours expired}} sind ungenutzt verfallen{{/hours expired}}{{#hours over}}; {{hours over}} wurden darüber hinaus geleistet{{/hours over}}.',
    },
    expiring: {
      Subject: '{{client}}: {{hours ending}} Guthaben nutzbar bis {{ends on}}',
      Opening:
        'Stundenguthaben von {{client}} läuft bald ab: {{hours ending}} können Sie noch bis zum {{ends on}} nutzen.',
    },
    reminder: {
      Subject: 'Erinnerung: Stundenguthaben von {{client}}, Stand {{hours left}}',
      Opening:
        '{{#first notice}}am {{first notice}} haben wir Ihnen zum Stundenguthaben von {{client}} geschrieben. Es{{/first notice}}{{^first notice}}das Stundenguthaben von {{client}}{{/first notice}} beträgt jetzt {{hours left}}. Wir freuen uns auf Ihre Nachricht, ob wir weiter für Sie da sein dürfen.',
    },
    'thank you': {
      Subject: 'Vielen Dank: {{hours bought}} Guthaben für {{client}}',
      Opening:
        'vielen Dank für Ihre Verlängerung. {{hours bought}} wurden für {{client}} gutgeschrieben; das Guthaben beträgt jetzt {{hours left}}.',
    },
    unpaid: {
      Subject: 'Zahlungserinnerung: {{amount due}} für {{client}}',
      Opening:
        '{{#first notice}}am {{first notice}} haben wir Ihnen dazu schon geschrieben. Vielleicht{{/first notice}}{{^first notice}}vielleicht{{/first notice}} ist es untergegangen: {{amount due}} für das Stundenguthaben von {{client}} waren am {{due on}} fällig. Falls Sie inzwischen gezahlt haben, betrachten Sie diese Mail bitte als erledigt.',
    },
    statement: {
      Subject: 'Vorausbezahlte Zeit von {{client}}: Auszug für {{period}}',
      Opening:
        'Im Anhang finden Sie den Auszug Ihrer vorausbezahlten Zeit für {{period}}. Der Stand von heute: {{hours left}}.',
    },
  },
  colon: ': ',
  leftOf: bought => `übrig von ${bought}`,
  overOf: bought => `über die bezahlten ${bought} hinaus`,
  leftInAll: 'insgesamt übrig',
  usedOf: (used, bought) => `${used} von ${bought} verbraucht`,
  worth: 'Wert',
  saved: 'Bisher gespart',
  runsOut: 'Reicht bis',
  orderBy: 'Bestellen bis',
  notYetUsable: 'Gekauft, noch nicht nutzbar',
  beyond: 'Über das Guthaben hinaus',
  expiredUnused: 'Ungenutzt verfallen',
  endsOn: date => `Endet am ${date}`,
  andMore: count => `und ${count} weitere`,
  lately: 'Zuletzt erledigt',
  otherSizes: 'Andere Größen',
  about: date => `etwa ${date}`,
  between: (first, last) => `zwischen dem ${first} und dem ${last}`,
  waits: hours => `${hours}, werden zuerst vom nächsten Block abgezogen`,
  invoiced: hours => `${hours}, werden in Rechnung gestellt`,
  another: hours => `Weitere ${hours}`,
  instead: price => `statt ${price}`,
  taxed: (tax, name, total) => `zuzüglich ${tax} ${name}, insgesamt ${total}`,
  lasts: time => `reicht etwa ${time}`,
  weeks: count => (count === 1 ? '1 Woche' : `${count} Wochen`),
  months: count => (count === 1 ? '1 Monat' : `${count} Monate`),
  renew: hours => `${hours} bestellen`,
  toPay: 'zu zahlen',
  dueOn: date => `Fällig am ${date}`,
  sayYes: hours => `Ja, ${hours} bitte`,
  yesSubject: (hours, client, block) => `Ja: ${hours} für ${client} (${block})`,
  yesBody: (hours, price) => `Ja, wir möchten weitere ${hours} zum Preis von ${price}.`,
  inAll: (price, total) => `${price} (insgesamt ${total})`,
  pay: 'Online bezahlen',
  planWork:
    'Wollen wir die Arbeiten einplanen, die sonst verfallen? Antworten Sie einfach auf diese E-Mail und nennen Sie uns passende Tage.',
  work: 'Arbeit',
  careSince: date => `Betreuung seit ${date}`,
  care: germanCare,
  page: {
    link: 'Ihre Seite, jederzeit aktuell',
    title: client => `Zeitguthaben für ${client}`,
    period: 'Dieser Monat bisher',
    opening: 'Zu Beginn',
    added: 'Hinzugekommen',
    charged: 'Für Arbeit abgezogen',
    other: 'Weitere Änderungen',
    closing: 'Jetzt übrig',
    asOf: date => `Stand: ${date}`,
    today: 'heute',
    hoursOn: (hours, date) => `${hours} übrig am ${date}.`,
    came: (hours, date) => `${hours} kamen am ${date} hinzu.`,
    press: hours => `Ja, ${hours} nachkaufen`,
    thanks: 'Vielen Dank. Wir haben Ihre Zusage notiert und bestätigen sie Ihnen.',
    answered: date => `Sie haben am ${date} zugesagt. Wir bestätigen es Ihnen.`,
    again: 'Das hat nicht geklappt. Laden Sie die Seite bitte neu oder antworten Sie auf unsere E-Mail.',
  },
};
