import type { Agreement } from '../../ledger/agreements/agreement';
import { agreementText } from '../../ledger/agreements/figures';
import { escapeHtml } from '../../ledger/units/escape-html';
import { agreementWords } from '../../ledger/words/agreement-words';
import { shortName } from '../../ledger/words/clause-placeholders';
import type { Mail, PrintedFile } from '../../workbook/ports';
import type { Laid } from './lay-agreement';

/** The short mail that takes an agreement to its client, in the language of the agreement. */
export function agreementMail(
  { ledger, client, recipients, shown }: Pick<Laid, 'ledger' | 'client' | 'recipients' | 'shown'>,
  file: PrintedFile,
): Mail {
  const { senderName, firmName, replyTo } = ledger.settings;
  const { mail } = agreementWords(shown.language);
  const sender = shortName(senderName || firmName);
  const lines = [
    mail.greeting(shortName(client.contact || client.name)),
    mail.body(hoursOf(shown)),
    mail.closing + (sender ? `\n${sender}` : ''),
  ];
  const html = lines.map(line => `<p>${escapeHtml(line).replace(/\n/g, '<br>')}</p>`).join('');
  return {
    to: recipients.to.join(','),
    cc: recipients.cc.join(','),
    // A header is one line, whatever a name holds.
    subject: mail.subject(shortName(firmName), shown.block).replace(/[\s\p{Cc}]+/gu, ' '),
    body: lines.join('\n\n'),
    htmlBody: `<div lang="${shown.language}" style="font-family:Arial,Helvetica,sans-serif;font-size:10pt">${html}</div>`,
    name: sender,
    replyTo,
    attachments: [file.blob],
  };
}

function hoursOf({ language, terms: { hours, currency } }: Agreement): string {
  return agreementText(language, currency).hours(hours);
}
