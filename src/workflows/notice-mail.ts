import type { Recipients } from '../ledger/notices/address';
import { letterTo, type Occasion, type Stationery } from '../ledger/notices/letter';
import { htmlBody } from '../ledger/notices/mail-html';
import { textBody } from '../ledger/notices/mail-text';
import type { SettledClient } from '../ledger/rules/settle';

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

/** A client, and to whom its mails go. */
export interface Addressee {
  readonly settled: SettledClient;
  readonly recipients: Recipients;
}

/** The mail of any occasion: a level, a reminder, or thanks. */
export function mailOf(stationery: Stationery, { settled, recipients }: Addressee, occasion: Occasion): Mail {
  const letter = letterTo(settled, stationery, occasion);
  const { senderName, firmName, replyTo } = stationery.ledger.settings;
  return {
    to: recipients.to.join(','),
    cc: recipients.cc.join(','),
    subject: letter.texts.Subject,
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
