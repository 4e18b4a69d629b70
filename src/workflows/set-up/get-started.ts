import type { Ledger } from '../../ledger/model/ledger';
import { typedFields } from '../../ledger/reading/typed-fields';
import { balanceOf, settleOne } from '../../ledger/rules/settle';
import {
  type FirmProblem,
  type FirstClientProblem,
  firmFields,
  firmOf,
  firstClientFields,
  firstClientProblems,
  type GetStarted,
  readFirm,
  stepsDone,
  type TypedFirm,
} from '../../ledger/start/first-steps';
import { isoDate } from '../../ledger/units/calendar-date';
import { foldName } from '../../ledger/units/names';
import { hoursText } from '../../ledger/units/seconds';
import { readMemory } from '../../workbook/memory';
import { type Book, openBook } from '../../workbook/open-book';
import { newRowsIn, type Planned, writeAsSeen } from '../../workbook/seen-form';
import { soundTab } from '../../workbook/write-rows';
import { doubtsOf } from './doubtful-names';
import { keepsLedger, planSetUp } from './plan-set-up';
import { strangeTabs } from './strange-tabs';
import { settingCells } from './write-settings';

const blankFirm: TypedFirm = {
  firmName: '',
  officeEmail: '',
  normalRate: '100',
  currency: 'USD',
  tax: '0 %',
};
const nothingDone = { firm: false, client: false, block: false, hour: false, notices: false };

/** What the sidebar shows: before set up what that would make, afterwards how far the first steps are. */
export function lookAtStart(book: Book): GetStarted {
  // What is none of ours is kept under another name, as the plan says.
  const doubts = strangeTabs(book.workbook).length > 0 ? [] : doubtsOf(book.workbook);
  const asks = doubts.length > 0;
  const plan = asks ? doubts : planSetUp(book.workbook);
  const today = isoDate(book.now().date);
  if (!keepsLedger(book.workbook))
    return { stands: false, plan, asks, today, firm: blankFirm, done: nothingDone, client: '', left: '' };
  const { ledger } = openBook(book);
  const done = stepsDone(ledger, readMemory(book.store).daily !== null);
  return { stands: true, plan, asks, today, firm: firmOf(ledger.settings), done, ...firstClientOf(ledger) };
}

/** The client with whom the first steps are gone: the one that has come last. */
function firstClientOf(ledger: Ledger): Pick<GetStarted, 'client' | 'left'> {
  const known = [...ledger.clients.values()].filter(({ row }) => row > 0).pop();
  if (!known) return { client: '', left: '' };
  const isTold =
    ledger.blocks.some(({ clientKey }) => clientKey === known.key) && !ledger.broken.has(known.key);
  return { client: known.name, left: isTold ? hoursText(balanceOf(settleOne(ledger, known))) : '' };
}

export type FirmAnswer = { readonly problems: readonly FirmProblem[] };

/** Writes what the firm says of itself into Settings; what does not make sense is told beside its field. */
export function saveFirm(book: Book, given: unknown, attempt: unknown): FirmAnswer {
  const read = readFirm(typedFields(given, firmFields));
  if ('problems' in read) return read;
  const plan = (): Planned<FirmAnswer> => {
    const { tabs } = openBook(book, undefined, ['Clients', 'Blocks', 'Settings', 'Notices']);
    return {
      ...settingCells(tabs.get('Settings'), read),
      what: 'your firm in Settings',
      done: { problems: [] },
    };
  };
  return writeAsSeen({ book, title: 'Your firm', attempt, plan });
}

export type FirstClientAnswer = { readonly problems: readonly FirstClientProblem[] };

/** Writes a row of Clients below the last filled one, once an attempt. */
export function addClientOnce(book: Book, given: unknown, attempt: unknown): FirstClientAnswer {
  const typed = typedFields(given, firstClientFields);
  const plan = (): Planned<FirstClientAnswer> | { readonly instead: FirstClientAnswer } => {
    const opened = openBook(book);
    const listed = [...opened.ledger.clients.values()].filter(({ row }) => row > 0);
    const problems = firstClientProblems(typed, new Set(listed.map(({ name }) => foldName(name))));
    if (problems.length > 0) return { instead: { problems } };
    const row = { Client: typed.client.trim(), Active: true, Email: typed.email.trim() };
    return {
      ...newRowsIn([[soundTab(opened, 'Clients'), [row]]]),
      what: `${row.Client} in Clients`,
      done: { problems: [] },
    };
  };
  return writeAsSeen({ book, title: 'Add a client', attempt, plan });
}
