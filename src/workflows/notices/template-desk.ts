import { type Issue, issueText } from '../../ledger/model/issue';
import { type MailKind, mailKinds } from '../../ledger/model/levels';
import { exampleOf } from '../../ledger/notices/example-occasion';
import { isAddress } from '../../ledger/reading/address';
import { readNotices } from '../../ledger/reading/notice-row';
import { settleOne } from '../../ledger/rules/settle';
import type { Language } from '../../ledger/units/language';
import { foldName } from '../../ledger/units/names';
import { languageName, languages } from '../../ledger/words/languages';
import { type Book, openBook } from '../../workbook/open-book';
import type { Mail } from '../../workbook/ports';
import { sendAsked } from '../../workbook/send-once';
import { readCareWork } from '../care/care-tabs';
import { soundClient } from '../cells/cell-functions';
import { pageAddresses } from '../client-page/page-links';
import type { Post } from '../papers/give-paper';
import { mailOf } from './notice-mail';
import { readTemplatesTab } from './templates-tab';

/** What *Templates: preview* opens with. */
export interface TemplateForm {
  readonly clients: readonly string[];
  readonly selected: string;
  readonly levels: readonly MailKind[];
  /** Code and name. */
  readonly languages: readonly (readonly [Language, string])[];
  readonly to: string;
}

/** A mail as its client would see it. */
export interface MailPreview {
  readonly subject: string;
  readonly html: string;
  /** What is made up in it, and what is wrong in Templates. */
  readonly notes: readonly string[];
}

export function openTemplateForm(book: Book, selected: string): TemplateForm {
  const { ledger } = openBook(book);
  const bought = new Set(ledger.blocks.map(({ clientKey }) => clientKey));
  const names = [...ledger.clients.values()].filter(({ key }) => bought.has(key)).map(({ name }) => name);
  const [first = ''] = names;
  return {
    clients: names,
    selected: names.find(name => foldName(name) === foldName(selected)) || first,
    levels: mailKinds,
    languages: languages.map(each => [each, languageName(each)] as const),
    to: ledger.settings.officeManagerEmail,
  };
}

export function previewMail(book: Book, given: unknown): MailPreview {
  const { mail, notes, issues } = writeExample(book, readRequest(given));
  return {
    subject: mail.subject,
    html: mail.htmlBody ?? '',
    notes: [...notes, ...issues.map(issueText)],
  };
}

/** Sends what the preview shows to the person who asks, never to the client; gives what to say. */
export function sendTestMail(
  book: Book,
  { door, attempt }: Pick<Post, 'door' | 'attempt'>,
  given: unknown,
): string {
  const request = readRequest(given);
  const to = String((Object(given) as { to?: unknown }).to ?? '').trim();
  if (to === '') throw new Error('Type the address to which the test goes.');
  if (!isAddress(to)) throw new Error(`"${to.slice(0, 60)}" is no mail address. Type one address.`);
  if (door.outbox.remaining() < 1) throw new Error("Google's mails for today are used up. Send it tomorrow.");
  const { mail } = writeExample(book, request);
  const asked = { name: `test mail ${attempt}`, again: 'send the test again', kept: '' };
  sendAsked(door, asked, { ...mail, to, cc: '', subject: `Test: ${mail.subject}` });
  return `The test was mailed to ${to}.`;
}

interface Example {
  readonly mail: Mail;
  readonly notes: readonly string[];
  readonly issues: readonly Issue[];
}

function writeExample(book: Book, { name, kind, language }: Request): Example {
  const { ledger, tabs } = openBook(book);
  const [fatal] = ledger.fatal;
  if (fatal) throw new Error(issueText(fatal));
  const client = soundClient(ledger, name);
  const settled = settleOne(ledger, client);
  const example = exampleOf(settled, ledger, kind);
  if (!example)
    throw new Error(`${client.name.slice(0, 60)} has bought no block yet. Choose another client.`);
  const { templates, issues } = readTemplatesTab(book);
  const notices = tabs.get('Notices');
  const sent = notices ? readNotices(notices.cells) : [];
  const pages = pageAddresses(ledger, tabs.get('Clients'));
  const stationery = { ledger, templates, notices: sent, care: readCareWork(book), pages };
  const recipients = { to: [], cc: [], problem: undefined };
  const occasion = { ...example.occasion, language: language ?? client.language };
  const mail = mailOf(stationery, { settled, recipients }, occasion);
  return { mail, issues, notes: example.note ? [example.note] : [] };
}

interface Request {
  readonly name: string;
  readonly kind: MailKind;
  /** Nothing: the client's own. */
  readonly language: Language | undefined;
}

/** A page may send anything; throws in words. */
function readRequest(given: unknown): Request {
  const { client, level, language } = Object(given) as Record<string, unknown>;
  const name = String(client ?? '').trim();
  if (name === '') throw new Error('Choose the client.');
  const kind = mailKinds.find(each => each === level);
  if (!kind) throw new Error('Choose what the mail is about.');
  return { name, kind, language: languages.find(each => each === language) };
}
