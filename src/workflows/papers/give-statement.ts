import { monthlyBlock, periodIn } from '../../ledger/notices/monthly-block';
import type { Paper, PaperTable } from '../../ledger/papers/paper';
import { paperHtml, paperPage } from '../../ledger/papers/paper-html';
import { paperText } from '../../ledger/papers/paper-text';
import type { Statement } from '../../ledger/statements/statement';
import { periodOf, statementPaper } from '../../ledger/statements/statement-paper';
import { escapeHtml } from '../../ledger/units/escape-html';
import { isSame, periodName } from '../../ledger/units/period';
import { wordsOf } from '../../ledger/words/languages';
import type { Desk } from '../../workbook/open-book';
import type { CellValue, Tab, Workbook } from '../../workbook/workbook';
import { writeCells } from '../../workbook/write-cells';
import { answerOf, givePaper, type LetterKind, type PaperAnswer } from './give-paper';
import { type IssuedStatement, issue, noteSent } from './issued-statements';
import { plainName } from './printer';
import { layStatement, type StatementAtHand } from './statement-desk';

/** Date, what, and figures. */
const widths = [120, 320, 90, 90, 90, 90, 90];

/** Writes a paper into a tab of its own and gives its name; one of an earlier paper is written over. */
function writePaper(workbook: Workbook, name: string, paper: Paper): string {
  const tab = freeTab(workbook, name, paper);
  const lines = linesOf(paper);
  const old = tab.cells();
  const columns = Math.max(widths.length, ...old.map(row => row.length));
  const rows = Math.max(lines.length, old.length);
  tab.grow(rows, columns);
  const cells = [...Array(rows).keys()].flatMap(row =>
    [...Array(columns).keys()].map(column => ({
      row: row + 1,
      column: column + 1,
      value: (lines[row]?.cells[column] ?? '') as CellValue,
      format: '@',
    })),
  );
  writeCells(tab, cells);
  for (const [index, { isStrong }] of lines.entries())
    if (isStrong) tab.embolden(index + 1, 1, widths.length);
  for (const [index, width] of widths.entries()) tab.setWidth(index + 1, width);
  return tab.name;
}

/** Never a tab that holds something else: a user may have given it the same name. */
export function freeTab(workbook: Workbook, name: string, { title }: Pick<Paper, 'title'>, count = 1): Tab {
  const wanted = count === 1 ? name : `${name} (${count})`;
  const found = workbook.page(wanted);
  if (!found) return workbook.addPage(wanted);
  const [kind = ''] = title.split(' ');
  const begin = String(found.top(1)[0]?.[0] ?? '');
  return begin === '' || begin.startsWith(`${kind} `) ? found : freeTab(workbook, name, { title }, count + 1);
}

interface Line {
  readonly cells: readonly string[];
  readonly isStrong?: boolean | undefined;
}

function linesOf({
  title,
  firm,
  letterhead = [],
  to,
  facts,
  remarks,
  headline,
  tables,
  closing,
}: Paper): readonly Line[] {
  const single = (texts: readonly string[]): Line[] => texts.filter(Boolean).map(text => ({ cells: [text] }));
  const blank: Line = { cells: [] };
  return [
    { cells: [title], isStrong: true },
    ...single([firm, ...letterhead, ...to]),
    ...facts.map(([label, value]) => ({ cells: [label, value] })),
    ...single(remarks),
    blank,
    { cells: [headline], isStrong: true },
    ...tables.flatMap(table => [blank, ...tableLines(table)]),
    blank,
    ...single(closing),
  ];
}

/** Words stand in the first two columns, so that figures are below each other in every table. */
function tableLines({ heading, columns, rows }: PaperTable): readonly Line[] {
  const isShort = columns[1]?.isFigure;
  const placed = (cells: readonly string[]) => (isShort ? [cells[0] ?? '', '', ...cells.slice(1)] : cells);
  return [
    { cells: [heading], isStrong: true },
    { cells: placed(columns.map(({ header }) => header)) },
    ...rows.map(({ cells, isStrong }) => ({ cells: placed(cells), isStrong })),
  ];
}

/** A statement is issued once it is given out: it gets its number, and reprints as it was. */
export const statementKind: LetterKind<StatementAtHand, IssuedStatement> = {
  title: 'Statement',
  lay: layStatement,
  keep: ({ book, hash }, { shown, kept }) =>
    kept?.statement === shown ? kept : issue(book, hash, shown, kept?.statement.number),
  html: ({ statement }) => paperPage(statementPaper(statement)),
  name: ({ statement }) => nameOf(statement),
  number: ({ statement }) => statement.number,
  keptText: ({ statement }) => `${statement.number} is kept in Statements.`,
  letter: (paper, { statement }) => letterOf(paper, statement),
  note: ({ book }, kept, { to }) => noteSent(book, kept, to),
  inPlaceOf: monthlyOne,
  mailedText: ({ statement }, to) => `${statement.number} was mailed to ${to}.`,
};

/** Who has the account of last month from a person gets it from no run. */
function monthlyOne({ ledger, client, shown }: StatementAtHand) {
  const blocks = ledger.blocks.filter(({ clientKey }) => clientKey === client.key);
  const block = monthlyBlock({ blocks, asOf: ledger.settings.today });
  const month = block === undefined ? undefined : periodIn(block);
  return block !== undefined && month && isSame(month, shown)
    ? ({ block, level: 'statement' } as const)
    : undefined;
}

/** Issues the statement and writes it into a tab of its own, which prints well. */
export function writeStatement(desk: Desk, request: unknown): PaperAnswer {
  const { kept } = givePaper(statementKind, desk, { request });
  const { statement } = kept;
  const name = writePaper(desk.book.workbook, nameOf(statement), statementPaper(statement));
  return answerOf(statementKind, kept, `${statement.number} stands in the tab ${name}.`);
}

function papersIn({ language = 'en' }: Statement) {
  return wordsOf(language).papers;
}

function nameOf(statement: Statement): string {
  return plainName(
    `${papersIn(statement).statement} ${plainName(statement.client).slice(0, 40)} ${periodName(statement)}`,
  );
}

/** Google takes 200 KB of text or HTML; a long statement is in the PDF anyway. */
const longestBody = 150_000;

/** Its colours are those of paper, also where all around is dark. */
const mailStyle =
  'font-family:Arial,Helvetica,sans-serif;font-size:10pt;padding:8pt;background:#ffffff;color:#1f2328';

function letterOf({ ledger, client }: StatementAtHand, statement: Statement) {
  const { senderName, firmName } = ledger.settings;
  const paper = statementPaper(statement);
  const words = papersIn(statement);
  const hello = words.greeting(client.contact || client.name);
  const intro = words.intro(periodOf(statement));
  const [html, text] = [paperHtml(paper), paperText(paper)];
  const greeting = [hello, intro].map(line => `<p>${escapeHtml(line)}</p>`).join('');
  return {
    subject: words.subject(statement.number, client.name, periodOf(statement)),
    body: [hello, intro, ...(text.length < longestBody ? [text] : [])].join('\n\n'),
    htmlBody:
      html.length < longestBody
        ? `<div lang="${statement.language ?? 'en'}" style="${mailStyle}">${greeting}${html}</div>`
        : '',
    name: senderName || firmName,
  };
}
