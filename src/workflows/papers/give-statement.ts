import { addressText } from '../../ledger/notices/address';
import { paperHtml, paperPage } from '../../ledger/papers/paper-html';
import { paperText } from '../../ledger/papers/paper-text';
import type { Statement } from '../../ledger/statements/statement';
import { statementPaper } from '../../ledger/statements/statement-paper';
import { escapeHtml } from '../../ledger/units/escape-html';
import { periodName, periodText } from '../../ledger/units/period';
import type { Desk } from '../../workbook/open-book';
import type { Mail, Outbox, PrintedFile, Printer } from '../../workbook/ports';
import { noteSent } from './issued-statements';
import { writePaper } from './paper-tab';
import { type Download, downloadOf, plainName } from './printer';
import { type Given, giveStatement } from './statement-desk';

/** What the page hears when a statement was given out. */
export interface GivenStatement {
  readonly number: string;
  readonly said: string;
  readonly file?: Download;
}

/** Issues the statement and hands its file to the page. */
export function saveStatement(desk: Desk, printer: Printer, request: unknown): GivenStatement {
  const { statement } = giveStatement(desk, request).issued;
  const file = downloadOf(printStatement(printer, statement));
  return { number: statement.number, said: `${statement.number} is kept in Statements.`, file };
}

/** Issues the statement and writes it into a tab of its own, which prints well. */
export function writeStatement(desk: Desk, request: unknown): GivenStatement {
  const { statement } = giveStatement(desk, request).issued;
  const name = writePaper(desk.book.workbook, nameOf(statement), statementPaper(statement));
  return { number: statement.number, said: `${statement.number} stands in the tab ${name}.` };
}

/** Issues the statement and mails it; whoever cannot be reached, or no mail left today, is told before it is issued. */
export function mailStatement(
  desk: Desk,
  printer: Printer,
  outbox: Outbox,
  request: unknown,
): GivenStatement {
  const to = String((Object(request) as { address?: unknown }).address ?? '');
  const given = giveStatement(desk, request, ({ recipients }) => {
    if (recipients.problem) throw new Error(recipients.problem);
    if (addressText(recipients) !== to)
      throw new Error(`The address is ${addressText(recipients)} now. Look at it again, then send.`);
    if (outbox.remaining() < recipients.to.length + recipients.cc.length)
      throw new Error("Google's mails for today are used up. Send it tomorrow, or save the PDF now.");
  });
  const { statement } = given.issued;
  desk.book.workbook.flush();
  send(outbox, mailOf(given, printStatement(printer, statement)));
  noteSent(desk.book, given.issued, to);
  return { number: statement.number, said: `${statement.number} was mailed to ${to}.` };
}

function send(outbox: Outbox, mail: Mail): void {
  try {
    outbox.send(mail);
  } catch (error) {
    throw new Error(
      `The mail was refused: ${(error as Error).message}. The statement is kept in Statements.`,
    );
  }
}

function printStatement(printer: Printer, statement: Statement): PrintedFile {
  return printer.print(paperPage(statementPaper(statement)), nameOf(statement));
}

function nameOf(statement: Statement): string {
  return plainName(`Statement ${plainName(statement.client).slice(0, 40)} ${periodName(statement)}`);
}

/** Google takes 200 KB of text or HTML; a long statement is in the PDF anyway. */
const longestBody = 150_000;

function mailOf({ issued: { statement }, recipients, ledger, client }: Given, file: PrintedFile): Mail {
  const { senderName, firmName, replyTo } = ledger.settings;
  const paper = statementPaper(statement);
  const hello = `Hello ${client.contact || client.name},`;
  const intro = `here is the statement of your prepaid hours, ${periodText(statement)}. It is attached as a file, too.`;
  const [html, text] = [paperHtml(paper), paperText(paper)];
  const greeting = [hello, intro].map(line => `<p>${escapeHtml(line)}</p>`).join('');
  return {
    to: recipients.to.join(','),
    cc: recipients.cc.join(','),
    subject: `Statement ${statement.number} of ${client.name}, ${periodText(statement)}`.replace(/\s+/g, ' '),
    body: [hello, intro, ...(text.length < longestBody ? [text] : [])].join('\n\n'),
    htmlBody:
      html.length < longestBody
        ? `<div style="font-family:Arial,Helvetica,sans-serif;font-size:10pt">${greeting}</div>${html}`
        : '',
    name: (senderName || firmName).replace(/\s+/g, ' '),
    replyTo,
    attachments: [file.blob],
  };
}
