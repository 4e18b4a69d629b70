import type { Statement } from '../../ledger/statements/statement';
import { type CalendarDate, toSheetSerial } from '../../ledger/units/calendar-date';
import { foldName } from '../../ledger/units/names';
import { isSame, type Period } from '../../ledger/units/period';
import { hoursOf } from '../../ledger/units/seconds';
import type { Book } from '../../workbook/open-book';
import type { Hash } from '../../workbook/ports';
import { findPapers, issuePaper, noteIn, type PaperSeries } from './kept-papers';

/** A statement as it was issued, and its row. */
export interface IssuedStatement {
  readonly row: number;
  readonly statement: Statement;
}

/** What was found in `Statements` for one client and period. */
export interface Issued {
  /** The one that holds now. */
  readonly latest: IssuedStatement | undefined;
  /** Numbers of those whose content somebody has changed, so that they cannot be reprinted. */
  readonly damaged: readonly string[];
}

const series: PaperSeries<Statement> = {
  tab: 'Statements',
  letter: 'S',
  highest: 'highestStatement',
  part: 'movements',
  tooLong: 'This statement is too long to be kept. Choose a shorter period.',
  row: ({ client, from, to, hours, corrects, provisional }) => {
    const day = (date: CalendarDate) => toSheetSerial(date);
    return {
      Client: client,
      From: day(from),
      To: day(to),
      State: provisional ? 'Provisional' : 'Issued',
      'Hours left': hoursOf(hours.closing),
      Corrects: corrects ? corrects.number : '',
    };
  },
};

export function findIssued(book: Book, hash: Hash, client: string, period: Period): Issued {
  const isOwn = (textOf: (header: string) => string) => foldName(textOf('Client')) === foldName(client);
  const { papers, damaged } = findPapers(book, hash, series, isOwn);
  const [latest] = papers.filter(({ paper }) => isSame(paper, period)).reverse();
  return { latest: latest && { row: latest.row, statement: latest.paper }, damaged };
}

/** Gives a draft its number and keeps it; the one that it replaces says so. */
export function issue(
  book: Book,
  hash: Hash,
  draft: Statement,
  replaced: string | undefined,
): IssuedStatement {
  const { row, paper } = issuePaper(book, hash, series, { draft, replaced });
  return { row, statement: paper };
}

/** Notes to whom a statement was mailed. */
export function noteSent(book: Book, { statement }: IssuedStatement, to: string): void {
  noteIn(book, series.tab, statement.number, { 'Sent to': to });
}
