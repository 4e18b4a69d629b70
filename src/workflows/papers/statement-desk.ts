import { issueText } from '../../ledger/model/issue';
import type { Ledger } from '../../ledger/model/ledger';
import { paperPage } from '../../ledger/papers/paper-html';
import { recipientsOf } from '../../ledger/reading/address';
import { readDate } from '../../ledger/reading/values';
import { isProblem } from '../../ledger/sheet/cell';
import { contentOf } from '../../ledger/sheet/kept-content';
import { differencesBetween, isSameAccount } from '../../ledger/statements/compare-accounts';
import { draftStatement, type Statement, withCare } from '../../ledger/statements/statement';
import { statementPaper } from '../../ledger/statements/statement-paper';
import { type CalendarDate, dateText, isoDate } from '../../ledger/units/calendar-date';
import { foldName } from '../../ledger/units/names';
import { checkPeriod, monthOf, type Period, yearOf } from '../../ledger/units/period';
import { type Desk, openBook } from '../../workbook/open-book';
import { closedMonths } from '../books/books-tabs';
import { readCareWork } from '../care/care-tabs';
import { soundClient } from '../cells/cell-functions';
import { type LetterAtHand, lookOf, type PaperLook } from './give-paper';
import { findIssued, type IssuedStatement } from './issued-statements';
import { damagedText, digestOf } from './kept-papers';

/** What *Statement* opens with; days as ISO text, as a page can take them. */
export interface StatementForm {
  readonly clients: readonly string[];
  readonly selected: string;
  readonly periods: Readonly<Record<'lastMonth' | 'thisMonth' | 'thisYear', DayRange>>;
}

interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** What the page asks for. */
interface StatementRequest extends DayRange {
  readonly client: string;
  /** Of an account that has moved: the one that was issued, or the one that corrects it. */
  readonly version: 'issued' | 'corrected';
  /** What the person has seen, so that nothing else is given out. */
  readonly seen: string;
}

/** The statement as its client will see it, and how it stands. */
export interface StatementPreview extends PaperLook {
  readonly html: string;
  /** Blank for one that was not issued yet. */
  readonly number: string;
  /** Whether there is another version to choose. */
  readonly hasMoved: boolean;
}

export function openStatementForm({ book }: Desk, selected: string): StatementForm {
  const { ledger } = openBook(book);
  const names = [...ledger.clients.values()].map(({ name }) => name);
  const { today } = ledger.settings;
  return {
    clients: names,
    selected: names.find(name => foldName(name) === foldName(selected)) || '',
    periods: {
      lastMonth: days(monthOf(today, -1)),
      thisMonth: days(monthOf(today)),
      thisYear: days(yearOf(today)),
    },
  };
}

function days({ from, to }: Period): DayRange {
  return { from: isoDate(from), to: isoDate(to) };
}

/** A statement as it would be given out now. */
export interface StatementAtHand extends LetterAtHand {
  /** What is shown: a kept one as it was issued, or a draft. */
  readonly shown: Statement;
  readonly kept: IssuedStatement | undefined;
  readonly hasMoved: boolean;
}

export function previewStatement(desk: Desk, given: unknown): StatementPreview {
  const paper = layStatement(desk, given);
  const { shown, hasMoved } = paper;
  return {
    ...lookOf(paper),
    html: paperPage(statementPaper(shown)),
    number: shown.number,
    hasMoved,
  };
}

export function layStatement(desk: Desk, given: unknown): StatementAtHand {
  return statementAtHand(desk, openBook(desk.book).ledger, readRequest(given));
}

/** Of a ledger that holds all work. */
export function statementAtHand(desk: Desk, ledger: Ledger, asked: StatementAsked): StatementAtHand {
  const version = versionOf(desk, ledger, asked);
  const digest = digestOf(contentOf(version.shown), desk.hash);
  return { ...version, digest, recipients: recipientsOf(version.client) };
}

/** A kept statement comes first; where the ledger has moved since, the other version corrects it. */
function versionOf(
  desk: Desk,
  ledger: Ledger,
  { client: name, from, to, version }: StatementAsked,
): Omit<StatementAtHand, 'digest' | 'recipients'> {
  const [fatal] = ledger.fatal;
  if (fatal) throw new Error(issueText(fatal));
  const client = soundClient(ledger, name);
  const bare = draftStatement(ledger, client, { from, to }, closedMonths(desk.book));
  const draft = withCare(bare, client, readCareWork(desk.book));
  const { latest: kept, damaged } = findIssued(desk.book, desk.hash, client.name, { from, to });
  const warnings = damaged.map(number => damagedText('Statements', number));
  const laid = { ledger, client, kept, shown: draft, hasMoved: false, standing: warnings };
  if (!kept) return laid;
  const { number, issuedOn, provisional } = kept.statement;
  const issuedText = `${number} was issued on ${dateText(issuedOn)}`;
  const instead = (differences: readonly string[]) => ({ ...draft, corrects: { number, differences } });
  if (!isSameAccount(kept.statement, draft)) {
    const differences = differencesBetween(kept.statement, draft);
    const standing = [...warnings, `The ledger has moved since ${issuedText}:`, ...differences];
    const shown = version === 'issued' ? kept.statement : instead(differences);
    return { ...laid, shown, hasMoved: true, standing };
  }
  if (provisional && !draft.provisional)
    return { ...laid, shown: instead([]), standing: [...warnings, `${issuedText} as provisional.`] };
  return { ...laid, shown: kept.statement, standing: [...warnings, `${issuedText}; it reprints as it was.`] };
}

/** Whose statement, of which days, and which version of it. */
interface StatementAsked extends Period {
  readonly client: string;
  readonly version: StatementRequest['version'];
}

/** A page may send anything; throws in words. */
function readRequest(given: unknown): StatementAsked {
  const { client, from, to, version } = Object(given) as Record<string, unknown>;
  const name = String(client ?? '').trim();
  if (name === '') throw new Error('Choose the client.');
  const period = { from: dayIn('From', from), to: dayIn('To', to) };
  checkPeriod(period);
  return { client: name, ...period, version: version === 'corrected' ? version : 'issued' };
}

function dayIn(name: string, given: unknown): CalendarDate {
  const day = readDate(name, String(given ?? ''));
  if (day === undefined) throw new Error(`${name} is blank. Choose the day.`);
  if (isProblem(day)) throw new Error(day.problem);
  return day;
}
