import type { AgreementWords } from '../agreement-words';

export const german: AgreementWords = {
  title: 'Vereinbarung über ein Stundenguthaben',
  provider: 'Auftragnehmer',
  client: 'Auftraggeber',
  contact: 'Ansprechpartner',
  block: 'Block',
  date: 'Datum',
  colon: ': ',
  opening:
    'Der Auftraggeber kauft Arbeitsstunden des Auftragnehmers im Voraus, zu einem niedrigeren Satz. Dafür gilt Folgendes.',
  price: 'Stunden und Preis',
  atNormalRate: (hours, rate) => `${hours} zum Normalsatz von ${rate} je Stunde`,
  discount: 'Nachlass für die Vorauszahlung',
  discountAnHour: rate => `Nachlass für die Vorauszahlung, ${rate} je Stunde`,
  net: 'Preis',
  total: 'Zu zahlen',
  anHour: rate => `${rate} je Stunde`,
  prepaidRate: 'Satz mit Vorauszahlung',
  usable: 'Nutzungszeit',
  from: 'Nutzbar ab',
  fromOncePaid: date => `${date}, sobald bezahlt ist`,
  until: 'Nutzbar bis',
  noEnd: 'unbefristet',
  expiry: date =>
    `Stunden, die bis zum ${date} nicht genutzt sind, verfallen; an diesem Tag sind sie noch nutzbar.`,
  counting: 'Wie Arbeit gezählt wird',
  rounding: 'Rundung',
  exact: 'wie geleistet, ohne Rundung',
  roundedUp: minutes => `auf volle ${minutes} aufgerundet`,
  minimum: 'Mindestens',
  none: 'kein Mindestwert',
  eachEntry: 'je Einsatz',
  eachDay: 'je Tag und Art von Arbeit',
  overage: 'Über das Guthaben hinaus',
  nextBlock: 'vom nächsten Block abgezogen',
  invoiced: 'zum Normalsatz in Rechnung gestellt',
  kinds: 'Arten von Arbeit',
  notCharged: 'nicht berechnet',
  otherWork: 'Alle andere Arbeit',
  signatures: 'Unterschriften',
  name: 'Name',
  place: 'Ort',
  signature: 'Unterschrift',
  mail: {
    subject: (firm, block) =>
      `Vereinbarung über ein Stundenguthaben${firm && ` mit ${firm}`}, Block ${block}`,
    greeting: contact => `Guten Tag ${contact},`,
    body: hours =>
      `anbei unsere Vereinbarung über ein Guthaben von ${hours}. Bitte lesen Sie sie und senden Sie sie uns unterschrieben zurück. Bei Fragen antworten Sie einfach auf diese E-Mail.`,
    closing: 'Mit freundlichen Grüßen',
  },
  clauses: {
    'single point of contact': {
      heading: 'Ein fester Ansprechpartner',
      text: '{{#contact}}Ansprechpartner des Auftraggebers für alle Arbeiten nach dieser Vereinbarung: {{contact}}.{{/contact}}{{^contact}}Der Auftraggeber benennt eine Person als Ansprechpartner für alle Arbeiten nach dieser Vereinbarung.{{/contact}} Der Auftragnehmer handelt auf Anfragen, die vom Ansprechpartner kommen oder von einer Person, die dieser schriftlich benannt hat. Anfragen anderer gibt er vor Beginn der Arbeit an den Ansprechpartner weiter, es sei denn, das Warten würde Schaden anrichten.\nDer Auftraggeber kann jederzeit schriftlich einen anderen Ansprechpartner benennen.',
    },
    'software licensing': {
      heading: 'Softwarelizenzen',
      text: 'Der Auftraggeber erwirbt und hält gültige Lizenzen für alle Software, die er nutzt, und weist sie auf Wunsch nach. Der Auftragnehmer installiert, kopiert und richtet keine Software ein, für die keine gültige Lizenz besteht.\nLizenzen werden im Namen des Auftraggebers erworben; ihre Kosten sind im oben genannten Preis nicht enthalten. Findet der Auftragnehmer Software ohne Lizenz vor, teilt er dies dem Auftraggeber mit, damit es in Ordnung gebracht werden kann.',
    },
    confidentiality: {
      heading: 'Vertraulichkeit',
      text: 'Beide Seiten behandeln vertraulich, was sie durch diese Arbeit über Geschäft, Systeme, Zugangsdaten und Mitarbeitende der anderen Seite erfahren. Sie nutzen es nur für diese Arbeit und geben es nur an Personen weiter, die es dafür brauchen und ebenso gebunden sind, oder wo das Gesetz es verlangt. Was öffentlich oder schon vorher bekannt war, ist davon nicht erfasst.\nBeide schützen die Daten der anderen Seite und geben sie zurück oder löschen sie, wenn sie nicht mehr gebraucht werden. Diese Bestimmung gilt nach dem Ende der Vereinbarung weiter.',
    },
  },
};
