import type { Client } from '../../ledger/model/client';
import { issueText } from '../../ledger/model/issue';
import type { Ledger } from '../../ledger/model/ledger';
import { addressText, type Recipients, recipientsOf } from '../../ledger/notices/address';
import { paperPage } from '../../ledger/papers/paper-html';
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
import { digestOf, findIssued, type IssuedStatement, issue } from './issued-statements';

/** What *Statement* opens with; days as ISO text, as a page can take them. */
export interface StatementForm {
  readonly clients: readonly string[];
  readonly selected: string;
  readonly periods: Readonly<Record<'lastMonth' | 'thisMonth' | 'thisYear', DayRange>>;
}

export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** What the page asks for. */
export interface StatementRequest extends DayRange {
  readonly client: string;
  /** Of an account that has moved: the one that was issued, or the one that corrects it. */
  readonly version: 'issued' | 'corrected';
  /** What the person has seen, so that nothing else is given out. */
  readonly seen: string;
}

/** The statement as its client will see it, and how it stands. */
export interface StatementPreview {
  readonly html: string;
  readonly seen: string;
  /** Blank for one that was not issued yet. */
  readonly number: string;
  readonly standing: readonly string[];
  /** Whether there is another version to choose. */
  readonly hasMoved: boolean;
  /** To whom it would be mailed; blank with a problem. */
  readonly to: string;
  readonly problem: string;
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

/** A statement at hand, before it is given out. */
interface Laid {
  readonly ledger: Ledger;
  readonly client: Client;
  /** What is shown: a kept one as it was issued, or a draft. */
  readonly shown: Statement;
  readonly kept: IssuedStatement | undefined;
  readonly hasMoved: boolean;
  readonly standing: readonly string[];
}

export function previewStatement(desk: Desk, given: unknown): StatementPreview {
  const { shown, hasMoved, standing, client } = lay(desk, readRequest(given));
  const recipients = recipientsOf(client);
  return {
    html: paperPage(statementPaper(shown)),
    seen: digestOf(contentOf(shown), desk.hash),
    number: shown.number,
    standing,
    hasMoved,
    to: recipients.problem ? '' : addressText(recipients),
    problem: recipients.problem || '',
  };
}

/** What is given out: the statement with its number, and to whom it goes. */
export interface Given {
  readonly issued: IssuedStatement;
  readonly recipients: Recipients;
  readonly ledger: Ledger;
  readonly client: Client;
}

/**
 * Issues what was previewed, or takes the kept one; throws where that is not what the person has seen.
 *
 * `check` may refuse before anything is written.
 */
export function giveStatement(
  desk: Desk,
  given: unknown,
  check: (about: Pick<Given, 'recipients'>) => void = () => {},
): Given {
  const request = readRequest(given);
  const { shown, kept, ledger, client } = lay(desk, request);
  if (digestOf(contentOf(shown), desk.hash) !== request.seen)
    throw new Error('The workbook has changed since this preview. Look at it again, then go on.');
  const recipients = recipientsOf(client);
  check({ recipients });
  const isKept = kept !== undefined && shown === kept.statement;
  const issued = isKept ? kept : issue(desk.book, desk.hash, shown, kept?.row);
  return { issued, recipients, ledger, client };
}

/** A kept statement comes first; where the ledger has moved since, the other version corrects it. */
function lay(desk: Desk, { client: name, from, to, version }: Request): Laid {
  const { ledger } = openBook(desk.book);
  const [fatal] = ledger.fatal;
  if (fatal) throw new Error(issueText(fatal));
  const client = soundClient(ledger, name);
  const bare = draftStatement(ledger, client, { from, to }, closedMonths(desk.book));
  const draft = withCare(bare, client, readCareWork(desk.book));
  const { latest: kept, damaged } = findIssued(desk.book, desk.hash, client.name, { from, to });
  const warnings = damaged.map(
    number => `${number} was changed in the tab Statements, so it cannot be reprinted as it was.`,
  );
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

interface Request extends Period {
  readonly client: string;
  readonly version: StatementRequest['version'];
  readonly seen: string;
}

/** A page may send anything; throws in words. */
function readRequest(given: unknown): Request {
  const { client, from, to, version, seen } = Object(given) as Record<string, unknown>;
  const name = String(client ?? '').trim();
  if (name === '') throw new Error('Choose the client.');
  const period = { from: dayIn('From', from), to: dayIn('To', to) };
  checkPeriod(period);
  return {
    client: name,
    ...period,
    version: version === 'corrected' ? version : 'issued',
    seen: String(seen),
  };
}

function dayIn(name: string, given: unknown): CalendarDate {
  const day = readDate(name, String(given ?? ''));
  if (day === undefined) throw new Error(`${name} is blank. Choose the day.`);
  if (isProblem(day)) throw new Error(day.problem);
  return day;
}
