import type { ClauseTexts } from '../clause';

export const germanClauses: ClauseTexts = {
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
};
