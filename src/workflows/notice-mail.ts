import type { Ledger } from '../ledger/ledger';
import { letterTo } from '../ledger/notices/letter';
import { htmlBody, textBody } from '../ledger/notices/mail-body';
import type { PlannedMail } from '../ledger/notices/plan';

/** A mail; what is blank or missing is left to Google. */
export interface Mail {
  readonly to: string;
  readonly cc?: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly senderName?: string;
  readonly replyTo?: string;
}

export function mailOf(ledger: Ledger, { settled, due, recipients }: PlannedMail): Mail {
  const letter = letterTo(settled, ledger, due);
  const { senderName, firmName, replyTo } = ledger.settings;
  return {
    to: recipients.to.join(','),
    cc: recipients.cc.join(','),
    subject: letter.subject,
    text: textBody(letter),
    html: htmlBody(letter),
    senderName: (senderName || firmName).replace(/\s+/g, ' '),
    replyTo,
  };
}

/** Tells the office manager which mails may or may not have gone out. */
export function interruptedMail(to: string, keys: readonly string[]): Mail {
  const lines = [
    'A run of Block Ledger stopped while renewal notices were going out. Nothing is sent twice by itself.',
    'Please look into the Sent folder for these, and in Notices set Queued where the mail is missing:',
    ...keys.map(key => `  ${key}`),
  ];
  return { to, subject: `Block Ledger: ${keys.length} notices to check`, text: lines.join('\n') };
}
