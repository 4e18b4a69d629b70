import type { NoticeRow } from '../../ledger/model/notice-row';
import type { Letter } from '../../ledger/notices/letter';
import { htmlBody } from '../../ledger/notices/mail-html';
import { readHours } from '../../ledger/reading/hours';
import { readNotices } from '../../ledger/reading/notice-row';
import { momentOfSerial } from '../../ledger/sheet/cell';
import { dateText } from '../../ledger/units/calendar-date';
import { clockText, hoursText, seconds } from '../../ledger/units/seconds';
import type { Book } from '../../workbook/open-book';
import type { Place } from '../../workbook/selected-client';
import { readTab } from '../../workbook/tabs';
import { figuresOfMail } from './notice-mail';
import { findText } from './notice-texts';

/** What *Show a mail* opens with: the mails that went out, the newest first. */
export interface SentMails {
  /** Key, and what it is called in the list. */
  readonly mails: readonly (readonly [string, string])[];
  readonly selected: string;
}

/** A mail as it was sent. */
export interface SentMail {
  /** Whether it went out, to whom, when, and what came of it. */
  readonly facts: readonly (readonly [string, string])[];
  readonly subject: string;
  /** Blank where the text was not kept. */
  readonly html: string;
  /** What is to be known of the text: not kept, or not as it was sent. */
  readonly note: string;
}

const mostListed = 500;

/** `row` is the one in which the cursor stands in Notices, 0 elsewhere; then `client` may be named. */
export function listSentMails(book: Book, row: number, client: string): SentMails {
  const sent = sentRows(book);
  const selected =
    sent.find(each => each.row === row) ?? sent.find(each => each.client === client) ?? sent[0];
  return {
    mails: sent
      .slice(0, mostListed)
      .map(each => [each.key, `${momentText(each.sentAt)}, ${each.client}, ${each.level}`] as const),
    selected: selected?.key ?? '',
  };
}

export function showSentMail(book: Book, given: unknown): SentMail {
  const row = sentRows(book).find(({ key }) => key === String(given ?? ''));
  if (!row) throw new Error('This mail is not in Notices any more. Choose another.');
  const letter = findText(book, row.key, row.figures?.digest);
  return { facts: factsOf(row), ...renderedAsSent(letter, row) };
}

/** Where a notice stands: its row, or that of its client as long as it has none. */
export function placeOfNotice(book: Book, key: string): Place | undefined {
  const notices = readTab(book.workbook, 'Notices', book.toCell, false);
  const row = notices && readNotices(notices.cells).find(each => each.key === key);
  return row && { tab: 'Notices', row: row.row };
}

function sentRows(book: Book): NoticeRow[] {
  const tab = readTab(book.workbook, 'Notices', book.toCell, false);
  const rows = tab ? readNotices(tab.cells) : [];
  const wereSent = rows.filter(({ state, figures }) => state === 'Sent' || (state === 'Check' && figures));
  return wereSent.sort((a, b) => (b.sentAt ?? 0) - (a.sentAt ?? 0));
}

function factsOf({ client, to, state, sentAt, outcome, figures }: NoticeRow): SentMail['facts'] {
  const left = figures && readHours('Hours left', figures.hoursLeft);
  const facts = [
    ['Client', client],
    ['To', to],
    ['State', state],
    ['Sent', sentAt === undefined ? '' : momentText(sentAt)],
    ['Hours left then', typeof left === 'number' ? hoursText(left) : ''],
    ['Outcome', outcome],
  ] as const;
  return facts.filter(([, value]) => value !== '');
}

/** Anybody may write into the tab that keeps the texts, so what stands there may be no mail at all. */
function renderedAsSent(letter: Letter | undefined, { figures }: NoticeRow): Omit<SentMail, 'facts'> {
  const nothing = { subject: '', html: '' };
  if (!letter) return { ...nothing, note: 'The text of this mail was not kept. It is in your Sent folder.' };
  try {
    const isAsSent = !figures || figuresOfMail(letter).digest === figures.digest;
    const note = isAsSent ? '' : 'The text in Notice texts is not the one that was sent.';
    return { subject: letter.texts.Subject, html: htmlBody(letter), note };
  } catch {
    return { ...nothing, note: 'The text in Notice texts was changed and cannot be shown.' };
  }
}

function momentText(serial = 0): string {
  const { date, second } = momentOfSerial(serial);
  return `${dateText(date)} ${clockText(seconds(second - (second % 60)))}`;
}
