import type { ClauseTexts } from '../clause';

export const dutchClauses: ClauseTexts = {
  'single point of contact': {
    heading: 'Eén vaste contactpersoon',
    text: '{{#contact}}Contactpersoon van de opdrachtgever voor al het werk onder deze overeenkomst: {{contact}}.{{/contact}}{{^contact}}De opdrachtgever wijst één persoon aan als contactpersoon voor al het werk onder deze overeenkomst.{{/contact}} De opdrachtnemer handelt op verzoeken van de contactpersoon of van iemand die deze schriftelijk heeft aangewezen. Verzoeken van anderen legt hij vóór aanvang van het werk aan de contactpersoon voor, tenzij wachten schade zou veroorzaken.\nDe opdrachtgever kan op elk moment schriftelijk een andere contactpersoon aanwijzen.',
  },
  'software licensing': {
    heading: 'Softwarelicenties',
    text: 'De opdrachtgever verkrijgt en behoudt geldige licenties voor alle software die hij gebruikt, en toont deze op verzoek. De opdrachtnemer installeert, kopieert of richt geen software in waarvoor geen geldige licentie bestaat.\nLicenties worden op naam van de opdrachtgever aangeschaft; de kosten ervan zijn niet in bovenstaande prijs begrepen. Treft de opdrachtnemer software zonder licentie aan, dan meldt hij dit aan de opdrachtgever, zodat het in orde kan worden gebracht.',
  },
  confidentiality: {
    heading: 'Vertrouwelijkheid',
    text: 'Beide partijen houden vertrouwelijk wat zij door dit werk te weten komen over de bedrijfsvoering, systemen, toegangsgegevens en medewerkers van de ander. Zij gebruiken het uitsluitend voor dit werk en delen het alleen met wie het daarvoor nodig heeft en op dezelfde wijze gebonden is, of waar de wet het eist. Wat openbaar is of al eerder bekend was, valt hier niet onder.\nBeide partijen beveiligen de gegevens van de ander en geven deze terug of wissen ze wanneer ze niet meer nodig zijn. Deze bepaling blijft na het einde van de overeenkomst van kracht.',
  },
};
