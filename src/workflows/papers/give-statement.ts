import { paperHtml, paperPage } from '../../ledger/papers/paper-html';
import { paperText } from '../../ledger/papers/paper-text';
import type { Statement } from '../../ledger/statements/statement';
import { statementPaper } from '../../ledger/statements/statement-paper';
import { escapeHtml } from '../../ledger/units/escape-html';
import { periodName, periodText } from '../../ledger/units/period';
import type { Desk } from '../../workbook/open-book';
import { answerOf, givePaper, type LetterKind, type PaperAnswer } from './give-paper';
import { type IssuedStatement, issue, noteSent } from './issued-statements';
import { writePaper } from './paper-tab';
import { plainName } from './printer';
import { layStatement, type StatementAtHand } from './statement-desk';

/** A statement is issued once it is given out: it gets its number, and reprints as it was. */
export const statementKind: LetterKind<StatementAtHand, IssuedStatement> = {
  title: 'Statement',
  lay: layStatement,
  keep: ({ book, hash }, { shown, kept }) =>
    kept?.statement === shown ? kept : issue(book, hash, shown, kept?.row),
  html: ({ statement }) => paperPage(statementPaper(statement)),
  name: ({ statement }) => nameOf(statement),
  number: ({ statement }) => statement.number,
  keptText: ({ statement }) => `${statement.number} is kept in Statements.`,
  letter: (paper, { statement }) => letterOf(paper, statement),
  note: ({ book }, kept, { to }) => noteSent(book, kept, to),
  mailedText: ({ statement }, to) => `${statement.number} was mailed to ${to}.`,
};

/** Issues the statement and writes it into a tab of its own, which prints well. */
export function writeStatement(desk: Desk, request: unknown): PaperAnswer {
  const { kept } = givePaper(statementKind, desk, { request });
  const { statement } = kept;
  const name = writePaper(desk.book.workbook, nameOf(statement), statementPaper(statement));
  return answerOf(statementKind, kept, `${statement.number} stands in the tab ${name}.`);
}

function nameOf(statement: Statement): string {
  return plainName(`Statement ${plainName(statement.client).slice(0, 40)} ${periodName(statement)}`);
}

/** Google takes 200 KB of text or HTML; a long statement is in the PDF anyway. */
const longestBody = 150_000;

function letterOf({ ledger, client }: StatementAtHand, statement: Statement) {
  const { senderName, firmName } = ledger.settings;
  const paper = statementPaper(statement);
  const hello = `Hello ${client.contact || client.name},`;
  const intro = `here is the statement of your prepaid hours, ${periodText(statement)}. It is attached as a file, too.`;
  const [html, text] = [paperHtml(paper), paperText(paper)];
  const greeting = [hello, intro].map(line => `<p>${escapeHtml(line)}</p>`).join('');
  return {
    subject: `Statement ${statement.number} of ${client.name}, ${periodText(statement)}`,
    body: [hello, intro, ...(text.length < longestBody ? [text] : [])].join('\n\n'),
    htmlBody:
      html.length < longestBody
        ? `<div style="font-family:Arial,Helvetica,sans-serif;font-size:10pt">${greeting}</div>${html}`
        : '',
    name: (senderName || firmName).replace(/\s+/g, ' '),
  };
}
