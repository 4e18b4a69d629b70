/** `--import-hours`: brings a log of hours in as its page does, with the answers of a command line. */

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Answer } from '../src/dialogs/ask';
import { type BookScript, bringBook, lookAtBook, readBook, readBookTabs } from '../src/dialogs/book-run';
import { decode } from '../src/dialogs/decode';
import {
  bringHours,
  type HoursScript,
  lookAtHours,
  readHours,
  type SeenHours,
} from '../src/dialogs/hours-run';
import { readTable } from '../src/dialogs/read-table';
import type { BookAnswers } from '../src/ledger/importing/book-answers';
import { type BookPlan, foundWords } from '../src/ledger/importing/plan-book';
import type { HourAnswers, LineProblem } from '../src/ledger/importing/plan-hours';
import type { Workbook } from './runtime';

/** What `--answer` says. */
export interface ImportAnswers extends Omit<HourAnswers, 'ticked'> {
  readonly encoding?: string;
}

/** What became of each line of the file. */
export interface ImportedHours {
  readonly lines: number;
  readonly new: number;
  readonly already: number;
  readonly leftOut: number;
  readonly unreadable: number;
  readonly seconds: number;
  readonly questions: readonly {
    readonly name: string;
    readonly choices: readonly string[];
    readonly asks?: string;
  }[];
  readonly problems: readonly LineProblem[];
}

const nothing = {
  lines: 0,
  new: 0,
  already: 0,
  leftOut: 0,
  unreadable: 0,
  seconds: 0,
  questions: [],
  problems: [],
};

/** Writes nothing while a question is open, or where the file cannot be read. */
export async function importHours(
  workbook: Workbook,
  path: string,
  answers: ImportAnswers,
): Promise<ImportedHours> {
  const { text, problem } = decode(readFileSync(path), answers.encoding);
  if (problem) return { ...nothing, problems: [{ line: 1, message: problem }] };
  const table = readTable(text);
  if (table.problem)
    return { ...nothing, problems: [{ line: lineIn(table.problem), message: table.problem }] };
  const form = (await workbook.callFromDialog('importHoursForm')) as Answer<'importHoursForm'>;
  const { log, plan } = readHours(table, answers, form);
  const problems = [
    ...(log.problem ? [{ line: lineIn(log.problem), message: log.problem }] : []),
    ...plan.unreadable,
    ...plan.leftOut,
    ...plan.notes,
  ];
  const questions = plan.questions.map(({ name, choices, asks }) => ({
    name,
    choices,
    ...(asks && { asks }),
  }));
  const counts = { lines: plan.lines, leftOut: plan.leftOut.length, unreadable: plan.unreadable.length };
  if (log.problem) return { ...nothing, ...counts, unreadable: plan.lines, problems };
  if (questions.length > 0) return { ...nothing, ...counts, questions, problems };
  const script = scriptOf(workbook);
  const seen = await lookAtHours(script, plan, []);
  const description = answers.description;
  await bringHours(script, {
    file: basename(path),
    log,
    plan,
    rows: seen.rows,
    description,
    told: () => undefined,
    isStopped: () => false,
  });
  const alike = seen.alike.map(([at, place]) => ({
    line: plan.rowLines[at] ?? 0,
    message: `It looks like ${place}, so it is left out.`,
  }));
  return {
    ...counts,
    new: seen.rows.length,
    already: seen.preview.already.length,
    leftOut: counts.leftOut + alike.length,
    seconds: seen.rows.reduce((sum, [, , , , seconds]) => sum + seconds, 0),
    questions,
    problems: [...problems, ...alike],
  };
}

function lineIn(problem: string): number {
  return Number(/\bline (\d+)/i.exec(problem)?.[1] ?? 1);
}

function scriptOf(workbook: Workbook): HoursScript {
  const call =
    <Given extends readonly unknown[], Answered>(name: string) =>
    async (...given: Given) =>
      (await workbook.callFromDialog(name, ...given)) as Answered;
  return {
    previewHours: call('previewHours'),
    keepImportNames: call('keepImportNames'),
    writeHours: call('writeHours'),
  };
}

/** What became of the lines of one tab. */
interface ImportedTab extends Omit<ImportedHours, 'questions' | 'seconds'> {
  readonly tab: string;
  /** `clients`, `blocks` or `hours`; blank where nobody has said it. */
  readonly holds: string;
  /** Such as `Tab Customers: 6 clients from row 4`. */
  readonly found: string;
  readonly questions: BookPlan['questions'];
  readonly says: readonly string[];
}

/** What became of all tabs, and of each. */
export interface ImportedBook extends Omit<ImportedHours, 'problems' | 'questions'> {
  readonly questions: BookPlan['questions'];
  readonly problems: readonly (LineProblem & { readonly tab: string })[];
  readonly tabs: readonly ImportedTab[];
}

const blankFirm = { firmName: '', officeEmail: '', normalRate: '', currency: '', tax: '' };

/** `--import-book`: sets up where that has not been done, and brings in what the other tabs hold, all or nothing. */
export async function importBook(workbook: Workbook, answers: BookAnswers): Promise<ImportedBook> {
  const call = (name: string, ...given: readonly unknown[]) => workbook.callFromDialog(name, ...given);
  const { stands } = (await call('startForm')) as Answer<'startForm'>;
  const script: BookScript = {
    listForeignTabs: () => call('listForeignTabs') as ReturnType<BookScript['listForeignTabs']>,
    listTabRows: (...given) => call('listTabRows', ...given) as ReturnType<BookScript['listTabRows']>,
    previewBook: (...given) => call('previewBook', ...given) as ReturnType<BookScript['previewBook']>,
    writeBook: (...given) => call('writeBook', ...given) as ReturnType<BookScript['writeBook']>,
  };
  const form = (await call('importBookForm')) as Answer<'importBookForm'>;
  const plan = readBook(await readBookTabs(script), answers, form);
  if (stands && form.inTheWay.length > 0) return told(plan, undefined, form.inTheWay);
  if (plan.questions.length > 0 || (stands && isNothing(plan))) return told(plan, undefined);
  const { description } = answers;
  if (!stands) await call('startWorkbook', blankFirm);
  const seen = await lookAtBook(script, plan, description);
  if (isNothing({ ...plan, hours: seen.rows })) return told(plan, seen);
  const { done } = await bringBook(script, plan, seen, {
    description,
    attempt: `local ${workbook.executions.length}`,
  });
  if (!done) throw new Error('The workbook has changed meanwhile, and nothing was written.');
  return told(plan, seen);
}

function isNothing({ clients, blocks, hours }: Pick<BookPlan, 'clients' | 'blocks' | 'hours'>): boolean {
  return clients.length + blocks.length + hours.length === 0;
}

function told(
  plan: BookPlan,
  seen: SeenHours | undefined,
  inTheWay: ImportedBook['problems'] = [],
): ImportedBook {
  const placeOf = (at: number) => plan.hourLines[at] ?? { tab: '', line: 0 };
  const alike = (seen?.alike ?? []).map(([at, place]) => ({
    ...placeOf(at),
    message: `It looks like ${place}, so it is left out.`,
  }));
  const standing = (seen?.preview.already ?? []).map(placeOf);
  const tabs = plan.tabs.map((tab): ImportedTab => {
    const own = alike.filter(each => each.tab === tab.tab);
    const already = standing.filter(each => each.tab === tab.tab).length;
    const problems = [...tab.unreadable, ...tab.leftOut, ...tab.notes, ...own];
    return {
      tab: tab.tab,
      holds: tab.kind ?? '',
      found: foundWords(tab),
      lines: tab.lines,
      new: seen ? tab.fresh - own.length - already : 0,
      already: tab.already + already,
      leftOut: tab.leftOut.length + own.length,
      unreadable: tab.unreadable.length,
      questions: plan.questions.filter(question => question.tab === tab.tab),
      problems: problems.map(({ line, message }) => ({ line, message })),
      says: tab.says,
    };
  });
  const sum = (of: 'lines' | 'new' | 'already' | 'leftOut' | 'unreadable') =>
    tabs.reduce((total, tab) => total + tab[of], 0);
  return {
    lines: sum('lines'),
    new: sum('new'),
    already: sum('already'),
    leftOut: sum('leftOut'),
    unreadable: sum('unreadable'),
    seconds: (seen?.rows ?? []).reduce((total, [, , , , seconds]) => total + seconds, 0),
    questions: plan.questions,
    problems: [
      ...inTheWay,
      ...tabs.flatMap(({ tab, problems }) => problems.map(problem => ({ tab, ...problem }))),
    ],
    tabs,
  };
}
