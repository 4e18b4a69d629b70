import type { Client } from '../../ledger/model/client';
import type { Ledger } from '../../ledger/model/ledger';
import { addressText, type Recipients } from '../../ledger/reading/address';
import { type CalendarDate, toSheetSerial } from '../../ledger/units/calendar-date';
import type { Desk } from '../../workbook/open-book';
import type { Mail, PrintedFile, Printer } from '../../workbook/ports';
import { type AskedMail, type MailDoor, sendAsked } from '../../workbook/send-once';
import { type Download, downloadOf } from './printer';

/** A paper as it would be given out now. */
export interface PaperAtHand {
  readonly ledger: Ledger;
  readonly client: Client;
  /** Of what is shown: the page sends it back, so that nothing else is given out; blank where nothing can differ. */
  readonly digest: string;
}

/** One that may be mailed, and how it stands. */
export interface LetterAtHand extends PaperAtHand {
  readonly recipients: Recipients;
  readonly standing: readonly string[];
}

/** What differs from paper to paper, on the one way out of the house. */
export interface PaperKind<AtHand extends PaperAtHand, Kept> {
  /** Throws in words where it cannot be made. */
  lay(desk: Desk, request: unknown): AtHand;
  /** The one that was kept before, or a new one with its row. */
  keep(desk: Desk, paper: AtHand): Kept;
  html(kept: Kept): string;
  /** Of its file. */
  name(kept: Kept): string;
  /** Blank for papers without one. */
  number(kept: Kept): string;
  keptText(kept: Kept): string;
}

export interface LetterKind<AtHand extends LetterAtHand, Kept> extends PaperKind<AtHand, Kept> {
  readonly title: 'Statement' | 'Agreement';
  letter(paper: AtHand, kept: Kept): Pick<Mail, 'subject' | 'body' | 'htmlBody' | 'name'>;
  /** Writes into its row that it was mailed; the time as a day number of the sheet. */
  note(desk: Desk, kept: Kept, sent: { readonly to: string; readonly at: number }): void;
  mailedText(kept: Kept, to: string, day: CalendarDate): string;
  /** The notice that runs would send with the same paper. */
  inPlaceOf?(paper: AtHand): AskedMail['inPlaceOf'];
}

/** What the page hears when a paper was given out. */
export interface PaperAnswer {
  readonly number?: string;
  readonly said: string;
  readonly file?: Download;
  /** The page to print. */
  readonly html?: string;
}

/** What every preview of a paper that may be mailed tells. */
export interface PaperLook {
  readonly seen: string;
  readonly standing: readonly string[];
  /** To whom it would be mailed; blank with a problem. */
  readonly to: string;
  readonly problem: string;
}

export function lookOf({ digest, standing, recipients }: LetterAtHand): PaperLook {
  const problem = recipients.problem || '';
  return { seen: digest, standing, to: problem ? '' : addressText(recipients), problem };
}

/**
 * Keeps what was previewed, or takes what was kept before; throws where that is not what the person has seen.
 *
 * `check` may refuse before anything is written.
 */
export function givePaper<AtHand extends PaperAtHand, Kept>(
  kind: PaperKind<AtHand, Kept>,
  desk: Desk,
  { request, check = () => {} }: { readonly request: unknown; readonly check?: (paper: AtHand) => void },
) {
  const paper = kind.lay(desk, request);
  const { seen } = Object(request) as { seen?: unknown };
  if (paper.digest !== String(seen ?? ''))
    throw new Error('The workbook has changed since this preview. Look at it again, then go on.');
  check(paper);
  return { paper, kept: kind.keep(desk, paper) };
}

export function answerOf<Kept>(
  kind: Pick<PaperKind<PaperAtHand, Kept>, 'number'>,
  kept: Kept,
  said: string,
): PaperAnswer {
  const number = kind.number(kept);
  return { ...(number && { number }), said };
}

/** Keeps the paper and hands its file to the page. */
export function savePaper<AtHand extends PaperAtHand, Kept>(
  kind: PaperKind<AtHand, Kept>,
  desk: Desk,
  { printer, request }: { readonly printer: Printer; readonly request: unknown },
): PaperAnswer {
  const { kept } = givePaper(kind, desk, { request });
  const file = downloadOf(printed(kind, printer, kept));
  return { ...answerOf(kind, kept, kind.keptText(kept)), file };
}

/** Keeps the paper and gives the page that the browser prints. */
export function printPaper<AtHand extends PaperAtHand, Kept>(
  kind: PaperKind<AtHand, Kept>,
  desk: Desk,
  request: unknown,
): PaperAnswer {
  const { kept } = givePaper(kind, desk, { request });
  return { ...answerOf(kind, kept, kind.keptText(kept)), html: kind.html(kept) };
}

/** By what a paper is mailed, and for which try of the page. */
export interface Post {
  readonly printer: Printer;
  readonly door: MailDoor;
  readonly attempt: string;
}

/** Keeps the paper and mails it; whoever cannot be reached, or no mail left today, is told before it is kept. */
export function mailPaper<AtHand extends LetterAtHand, Kept>(
  kind: LetterKind<AtHand, Kept>,
  desk: Desk,
  { post: { printer, door, attempt }, request }: { readonly post: Post; readonly request: unknown },
): PaperAnswer {
  const to = String((Object(request) as { address?: unknown }).address ?? '');
  const check = ({ recipients }: AtHand) => checkAddress(recipients, to, door);
  const { paper, kept } = givePaper(kind, desk, { request, check });
  const mail = mailOf(paper, kind.letter(paper, kept), printed(kind, printer, kept));
  // What was kept must stand before anybody hears of it.
  desk.book.workbook.flush();
  const name = `${kind.title.toLowerCase()} mail ${attempt}`;
  const again = `open ${kind.title} again and send it`;
  const inPlaceOf = kind.inPlaceOf?.(paper);
  sendAsked(door, { name, again, kept: kind.keptText(kept), inPlaceOf }, mail);
  const { date, second } = desk.book.now();
  kind.note(desk, kept, { to, at: toSheetSerial(date) + second / 86_400 });
  return answerOf(kind, kept, kind.mailedText(kept, to, date));
}

function checkAddress(recipients: Recipients, to: string, { outbox }: MailDoor): void {
  if (recipients.problem) throw new Error(recipients.problem);
  if (addressText(recipients) !== to)
    throw new Error(`The address is ${addressText(recipients)} now. Look at it again, then send.`);
  if (outbox.remaining() < recipients.to.length + recipients.cc.length)
    throw new Error("Google's mails for today are used up. Send it tomorrow, or save the PDF now.");
}

type Letter = Pick<Mail, 'subject' | 'body' | 'htmlBody' | 'name'>;

function mailOf({ recipients, ledger }: LetterAtHand, letter: Letter, file: PrintedFile): Mail {
  return {
    ...letter,
    to: recipients.to.join(','),
    cc: recipients.cc.join(','),
    replyTo: ledger.settings.replyTo,
    attachments: [file.blob],
  };
}

function printed<Kept>(
  kind: Pick<PaperKind<PaperAtHand, Kept>, 'html' | 'name'>,
  printer: Printer,
  kept: Kept,
): PrintedFile {
  return printer.print(kind.html(kept), kind.name(kept));
}
