import type { ClauseTexts } from '../clause';

export const frenchClauses: ClauseTexts = {
  'single point of contact': {
    heading: 'Un seul interlocuteur',
    text: '{{#contact}}Interlocuteur du client pour tous les travaux de cette convention\u00a0: {{contact}}.{{/contact}}{{^contact}}Le client désigne une personne comme interlocuteur pour tous les travaux de cette convention.{{/contact}} Le prestataire donne suite aux demandes de l’interlocuteur, ou d’une personne que celui-ci a désignée par écrit. Les demandes d’autres personnes sont transmises à l’interlocuteur avant le début du travail, sauf si attendre causait un dommage.\nLe client peut à tout moment désigner par écrit un autre interlocuteur.',
  },
  'software licensing': {
    heading: 'Licences de logiciels',
    text: 'Le client obtient et conserve une licence valable pour tous les logiciels qu’il utilise, et la présente sur demande. Le prestataire n’installe, ne copie et ne configure aucun logiciel sans licence valable.\nLes licences sont achetées au nom du client et leur coût n’est pas compris dans le prix ci-dessus. Si le prestataire trouve un logiciel sans licence, il en informe le client afin que la situation puisse être régularisée.',
  },
  confidentiality: {
    heading: 'Confidentialité',
    text: 'Les deux parties gardent confidentiel ce qu’elles apprennent par ce travail sur l’activité, les systèmes, les données d’accès et les personnes de l’autre partie. Elles ne l’utilisent que pour ce travail et ne le partagent qu’avec les personnes qui en ont besoin à cette fin et sont tenues de la même manière, ou lorsque la loi l’exige. Ce qui est public, ou était déjà connu, n’est pas concerné.\nChacune protège les données de l’autre partie et les rend ou les efface lorsqu’elles ne sont plus nécessaires. Cette clause reste en vigueur après la fin de la convention.',
  },
};
