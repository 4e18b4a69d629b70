/** `--import-hours`: brings a log of hours in as its page does, with the answers of a command line. */

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Answer } from '../src/dialogs/ask';
import { decode } from '../src/dialogs/decode';
import { bringHours, type HoursScript, lookAtHours, readHours } from '../src/dialogs/hours-run';
import { readTable } from '../src/dialogs/read-table';
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
