import type { Agreement } from '../../ledger/agreements/agreement';
import { agreementText } from '../../ledger/agreements/figures';
import { escapeHtml } from '../../ledger/units/escape-html';
import { agreementWords } from '../../ledger/words/agreement-words-in';
import { shortName } from '../../ledger/words/clause-placeholders';
import type { AgreementAtHand } from './lay-agreement';

/** The short mail that takes an agreement to its client, in the language of the agreement. */
export function agreementLetter({ ledger, client, shown }: AgreementAtHand) {
  const { senderName, firmName } = ledger.settings;
  const { mail } = agreementWords(shown.language);
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
