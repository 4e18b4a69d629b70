import type { Ledger } from '../ledger/ledger';
import { letterTo } from '../ledger/notices/letter';
import { htmlBody, textBody } from '../ledger/notices/mail-body';
import type { PlannedMail } from '../ledger/notices/plan';

/** A mail, in the words of MailApp; what is blank or missing is left to Google. */
export interface Mail {
  readonly to: string;
  readonly cc?: string;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody?: string;
  readonly name?: string;
  readonly replyTo?: string;
  /** Files as Google has them. */
  readonly attachments?: readonly unknown[];
}

export function mailOf(ledger: Ledger, { settled, due, recipients }: PlannedMail): Mail {
  const letter = letterTo(settled, ledger, due);
  const { senderName, firmName, replyTo } = ledger.settings;
  return {
    to: recipients.to.join(','),
    cc: recipients.cc.join(','),
    subject: letter.subject,
    body: textBody(letter),
    htmlBody: htmlBody(letter),
    name: (senderName || firmName).replace(/\s+/g, ' '),
    replyTo,
  };
}

/** Tells the office manager which mails may or may not have gone out. */
export function interruptedMail(to: string, keys: readonly string[]): Mail {
  const lines = [
    'A run stopped while renewal notices were going out. Nothing is sent twice by itself.',
    'Look into the Sent folder for these, and in Notices set Queued where the mail is missing:',
    ...keys,
  ];
  return { to, subject: `Block Ledger: ${keys.length} notices to check`, body: lines.join('\n') };
}
