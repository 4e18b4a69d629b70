import { agreementPage } from '../../ledger/agreements/agreement-html';
import { addressText } from '../../ledger/notices/address';
import { dateText, toSheetSerial } from '../../ledger/units/calendar-date';
import type { Attempt } from '../../workbook/once';
import type { Desk } from '../../workbook/open-book';
import type { Mail, Outbox, PrintedFile, Printer } from '../../workbook/ports';
import { agreementMail } from './agreement-mail';
import { type KeptAgreement, keepAgreement, noteOn } from './agreement-tab';
import { type Laid, lay, readRequest } from './lay-agreement';
import { type Download, downloadOf, plainName } from './printer';

/** What the page hears when an agreement was given out. */
export interface GivenAgreement {
  readonly said: string;
  readonly file?: Download;
  /** The page to print. */
  readonly html?: string;
}

interface Given extends Laid {
  readonly kept: KeptAgreement;
}

/**
 * Makes what was previewed, or takes the one that was made before; throws where that is not what the person has seen.
 *
 * `check` may refuse before anything is written.
 */
function giveAgreement(desk: Desk, given: unknown, check: (laid: Laid) => void = () => {}): Given {
  const request = readRequest(given);
  const laid = lay(desk, request);
  if (laid.digest !== request.seen)
    throw new Error('The workbook has changed since this preview. Look at it again, then go on.');
  check(laid);
  const kept = laid.kept ?? keepAgreement(desk.book, desk.hash, laid.shown);
  return { ...laid, kept };
}

const isKept = 'The agreement is kept in Agreements.';

export function saveAgreement(desk: Desk, printer: Printer, request: unknown): GivenAgreement {
  const { kept } = giveAgreement(desk, request);
  return { said: isKept, file: downloadOf(print(printer, kept)) };
}

export function printAgreement(desk: Desk, request: unknown): GivenAgreement {
  const { kept } = giveAgreement(desk, request);
  return { said: isKept, html: agreementPage(kept.agreement, kept.made) };
}

/** By what a mail leaves, and what keeps one from leaving twice. */
export interface Post {
  readonly printer: Printer;
  readonly outbox: Outbox;
  readonly attempt: Attempt;
}

export function mailAgreement(
  desk: Desk,
  { printer, outbox, attempt }: Post,
  request: unknown,
): GivenAgreement {
  const to = String((Object(request) as { address?: unknown }).address ?? '');
  const given = giveAgreement(desk, request, ({ recipients }) => {
    if (recipients.problem) throw new Error(recipients.problem);
    if (addressText(recipients) !== to)
      throw new Error(`The address is ${addressText(recipients)} now. Look at it again, then send.`);
    if (outbox.remaining() < recipients.to.length + recipients.cc.length)
      throw new Error("Google's mails for today are used up. Send it tomorrow, or save the PDF now.");
  });
  const mail = agreementMail(given, print(printer, given.kept));
  // What was made must stand before anybody hears of it.
  desk.book.workbook.flush();
  attempt.begin();
  send(outbox, mail, attempt);
  const { date, second } = desk.book.now();
  noteOn(desk.book, given.kept, { Sent: toSheetSerial(date) + second / 86_400, 'Sent to': to });
  return { said: `The agreement was mailed to ${to} on ${dateText(date)}.` };
}

function send(outbox: Outbox, mail: Mail, attempt: Attempt): void {
  try {
    outbox.send(mail);
  } catch (error) {
    attempt.takeBack();
    throw new Error(`The mail was refused: ${(error as Error).message}. ${isKept}`);
  }
}

function print(printer: Printer, { agreement, made }: KeptAgreement): PrintedFile {
  const name = plainName(`${agreement.title} ${agreement.block} ${plainName(agreement.client).slice(0, 40)}`);
  return printer.print(agreementPage(agreement, made), name);
}
