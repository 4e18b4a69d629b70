import type { NoticeFigures } from '../../ledger/model/notice-row';
import type { Settings } from '../../ledger/model/settings';
import { type Letter, letterTo, type Stationery } from '../../ledger/notices/letter';
import { htmlBody } from '../../ledger/notices/mail-html';
import { textBody } from '../../ledger/notices/mail-text';
import type { Occasion } from '../../ledger/notices/occasion';
import type { Recipients } from '../../ledger/reading/address';
import type { SettledClient } from '../../ledger/rules/settle';
import { promiseText } from '../../ledger/selling/promise';
import { digestOf } from '../../ledger/units/digest';
import { amountNumber } from '../../ledger/units/money';
import { hoursOf } from '../../ledger/units/seconds';
import type { Mail } from '../../workbook/ports';

/** A client, and to whom its mails go. */
export interface Addressee {
  readonly settled: SettledClient;
  readonly recipients: Recipients;
}

/** A mail with what it was made from, which is kept. */
export interface WrittenMail {
  readonly mail: Mail;
  readonly letter: Letter;
}

/** The mail of any occasion: a level, a reminder, or thanks. */
export function mailOf(stationery: Stationery, addressee: Addressee, occasion: Occasion): Mail {
  return writeMail(stationery, addressee, occasion).mail;
}

export function writeMail(
  stationery: Stationery,
  { settled, recipients }: Addressee,
  occasion: Occasion,
): WrittenMail {
  const letter = letterTo(settled, stationery, occasion);
  const mail = {
    to: recipients.to.join(','),
    cc: recipients.cc.join(','),
    subject: letter.texts.Subject,
    body: textBody(letter),
    htmlBody: htmlBody(letter),
    ...senderOf(stationery.ledger.settings),
  };
  return { mail, letter };
}

function senderOf({ senderName, firmName, replyTo }: Settings): Pick<Mail, 'name' | 'replyTo'> {
  return { name: senderName || firmName, replyTo };
}

/** A mail in figures, and a digest of what it says; with its mark no digest looks like a number to a cell. */
export function figuresOfMail({ figures, texts, ...rest }: Letter): NoticeFigures {
  const { hoursLeft, offers, currency } = figures;
  const offer = offers?.main;
  return {
    hoursLeft: hoursOf(hoursLeft),
    offerHours: offer ? hoursOf(offer.hours) : '',
    offerPrice: offer ? amountNumber(offer.price, currency) : '',
    offers: offers ? promiseText(offers, currency) : '',
    digest: `#${digestOf(`${texts.Subject}\n${textBody({ ...rest, figures, texts })}`)}`,
  };
}

/** Tells the office manager which mails may or may not have gone out. */
export function interruptedMail(to: string, keys: readonly string[]): Mail {
  const lines = [
    'A run stopped while mails were going out. Nothing is sent twice by itself.',
    'Look into the Sent folder for these. Where a notice is missing, set Queued in Notices:',
    ...keys,
  ];
  return {
    to,
    subject: `Block Ledger: ${keys.length === 1 ? '1 mail' : `${keys.length} mails`} to check`,
    body: lines.join('\n'),
  };
}
