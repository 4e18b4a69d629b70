import type { ClauseTexts } from '../clause';

export const italianClauses: ClauseTexts = {
  'single point of contact': {
    heading: 'Referente unico',
    text: '{{#contact}}Referente del cliente per tutti i lavori previsti dal presente accordo: {{contact}}.{{/contact}}{{^contact}}Il cliente nomina una persona come referente per tutti i lavori previsti dal presente accordo.{{/contact}} Il fornitore dà seguito alle richieste che provengono dal referente o da una persona da questi indicata per iscritto. Le richieste di altri sono sottoposte al referente prima dell’inizio del lavoro, salvo che l’attesa possa causare un danno.\nIl cliente può nominare per iscritto un altro referente in qualsiasi momento.',
  },
  'software licensing': {
    heading: 'Licenze software',
    text: 'Il cliente ottiene e mantiene licenze valide per tutto il software che utilizza e le esibisce su richiesta. Il fornitore non installa, copia o configura software privo di una licenza valida.\nLe licenze sono acquistate a nome del cliente; il loro costo non è compreso nel prezzo sopra indicato. Se il fornitore rileva software senza licenza, ne informa il cliente affinché la situazione sia regolarizzata.',
  },
  confidentiality: {
    heading: 'Riservatezza',
    text: 'Le parti mantengono riservato quanto apprendono, nel corso di questi lavori, sull’attività, i sistemi, i dati di accesso e le persone dell’altra parte. Lo utilizzano soltanto per questi lavori e lo comunicano solo a chi ne ha bisogno a tal fine ed è vincolato allo stesso modo, o quando la legge lo impone. Sono escluse le informazioni pubbliche o già note in precedenza.\nLe parti proteggono i dati dell’altra e li restituiscono o li cancellano quando non sono più necessari. La presente clausola resta in vigore anche dopo la fine dell’accordo.',
  },
};
