import type { Agreement } from '../../ledger/agreements/agreement';
import { agreementPage } from '../../ledger/agreements/agreement-html';
import { agreementText } from '../../ledger/agreements/figures';
import { dateText } from '../../ledger/units/calendar-date';
import { escapeHtml } from '../../ledger/units/escape-html';
import { shortName } from '../../ledger/words/clause-placeholders';
import { wordsOf } from '../../ledger/words/languages';
import { type KeptAgreement, keepAgreement, noteOn } from './agreement-tab';
import type { LetterKind } from './give-paper';
import { type AgreementAtHand, layAgreement } from './lay-agreement';
import { plainName } from './printer';

/** An agreement is made once it is given out; those made before stay as they were. */
export const agreementKind: LetterKind<AgreementAtHand, KeptAgreement> = {
  title: 'Agreement',
  lay: layAgreement,
  keep: ({ book, hash }, { kept, shown }) => kept ?? keepAgreement(book, hash, shown),
  html: ({ agreement, made }) => agreementPage(agreement, made),
  name: ({ agreement }) =>
    plainName(`${agreement.title} ${agreement.block} ${plainName(agreement.client).slice(0, 40)}`),
  number: () => '',
  keptText: () => 'The agreement is kept in Agreements.',
  letter: agreementLetter,
  note: ({ book }, kept, { to, at }) => noteOn(book, kept, { Sent: at, 'Sent to': to }),
  mailedText: (_, to, day) => `The agreement was mailed to ${to} on ${dateText(day)}.`,
};

/** The short mail that takes an agreement to its client, in the language of the agreement. */
function agreementLetter({ ledger, client, shown }: AgreementAtHand) {
  const { senderName, firmName } = ledger.settings;
  const { mail } = wordsOf(shown.language).agreement;
  const sender = shortName(senderName || firmName);
  const lines = [
    mail.greeting(shortName(client.contact || client.name)),
    mail.body(hoursOf(shown)),
    mail.closing + (sender ? `\n${sender}` : ''),
  ];
  const html = lines.map(line => `<p>${escapeHtml(line).replace(/\n/g, '<br>')}</p>`).join('');
  return {
    subject: mail.subject(shortName(firmName), shown.block),
    body: lines.join('\n\n'),
    htmlBody: `<div lang="${shown.language}" style="font-family:Arial,Helvetica,sans-serif;font-size:10pt">${html}</div>`,
    name: sender,
  };
}

function hoursOf({ language, terms: { hours, currency } }: Agreement): string {
  return agreementText(language, currency).hours(hours);
}
