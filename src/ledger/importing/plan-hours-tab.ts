import {
  aboveHeaders,
  type BookAnswers,
  type BookQuestion,
  fieldsSaid,
  saidOf,
  type TabPlan,
  unreadColumns,
} from './book-answers';
import { dateOrders } from './log-dates';
import { fieldsOf, logFields } from './log-fields';
import type { KnownName } from './log-names';
import { type HourPlan, planHours } from './plan-hours';
import { type Log, readLog } from './read-log';
import { markOfSource } from './source';
import type { TabTable } from './tab-tables';

/** What is known here of the names in a tab of hours. */
export interface HoursTabGrounds {
  readonly names: readonly string[];
  readonly known: readonly KnownName[];
  readonly description?: string | undefined;
  wallOf(instant: number): number;
}

/** A tab of hours as it was read. */
export interface PlannedLog {
  readonly table: TabTable;
  readonly log: Log;
  readonly plan: HourPlan;
  readonly questions: readonly BookQuestion[];
}

/** Reads a tab of hours as a log without a tracker. */
export function planLog(table: TabTable, answers: BookAnswers, grounds: HoursTabGrounds): PlannedLog {
  const { name: tab, rows, top, headers } = table;
  const fields = fieldsSaid(table, fieldsOf(headers), logFields, answers.columns);
  const said = saidOf(answers.dates, tab);
  const dates = dateOrders.find(each => each === said);
  const log = readLog(rows.slice(top), { dates, fields, tracker: 'Table', wallOf: grounds.wallOf });
  const own = { ...answers, dates };
  const plan = planHours(log, own, {
    clients: grounds.names,
    known: grounds.known,
    description: grounds.description,
  });
  const questions = plan.questions.map((question): BookQuestion => {
    const isOfTab = question.name === 'dates';
    return { ...question, tab, ...(isOfTab && { asks: tab }) };
  });
  return { table, log, plan, questions };
}

/** The lines of a log that are new in this workbook; one that stands in two tabs comes once. */
export function withoutTwice(logs: readonly PlannedLog[]) {
  const seen = new Map<string, string>();
  return logs.map(({ table, log, plan }) => {
    const { name: tab, headers, rows: all, top } = table;
    const made = plan.rows.map((row, at) => ({ row, line: plan.rowLines[at] ?? 0 }));
    const twice = made.filter(({ row: [source] }) => seen.has(markOfSource(source) ?? ''));
    const notes = twice.map(({ line, row: [source] }) => ({
      line,
      message: `It stands in ${seen.get(markOfSource(source) ?? '')} too, and comes once.`,
    }));
    const rows = made.filter(each => !twice.includes(each));
    for (const { row } of rows) seen.set(markOfSource(row[0]) ?? '', tab);
    const problems = log.problem
      ? all.slice(top + 1).map(({ line }) => ({ line, message: log.problem ?? '' }))
      : plan.unreadable;
    const own: TabPlan = {
      ...{ tab, kind: 'hours', headers, fields: log.fields, unreadable: problems, leftOut: plan.leftOut },
      row: log.lines.find(line => 'entry' in line)?.line ?? all[top + 1]?.line ?? 0,
      lines: plan.lines,
      fresh: rows.length,
      already: twice.length,
      notes: [...notes, ...plan.notes],
      says: [...aboveHeaders(all, top), ...log.says, ...unreadColumns(headers, log.fields)],
    };
    return { plan: own, rows };
  });
}
