import type { NewRow } from '../reading/with-rows';
import { foldName } from '../units/names';
import {
  aboveHeaders,
  type BookAnswers,
  type BookQuestion,
  columnName,
  fieldsSaid,
  isoText,
  orderIn,
  saidOf,
  type TabPlan,
  unreadColumns,
} from './book-answers';
import { askedColumns, chosenFields, type ImportField, importFields, untakenStates } from './import-columns';
import type { ClientGrounds } from './opening-balance';
import { planClients } from './plan-import';
import { linesOf, type TabTable } from './tab-tables';

/** A tab of clients: its rows, and what has to be said of it first. */
export interface PlannedClients {
  readonly plan: TabPlan;
  readonly clients: readonly NewRow[];
  readonly openings: readonly NewRow[];
  readonly questions: readonly BookQuestion[];
}

/** Columns of what is left. Where blocks or hours come too, these make it, and it would count twice. */
const left = new Set<ImportField | ''>(['Hours', 'Value']);
const units = ['hours', 'money paid ahead', 'money owed'] as const;
const unitFields: Readonly<Record<string, ImportField>> = {
  hours: 'Hours',
  'money paid ahead': 'Money paid ahead',
  'money owed': 'Money owed',
};

/** `others` are what other tabs of the workbook bring in. */
export function planClientsTab(
  table: TabTable,
  answers: BookAnswers,
  grounds: ClientGrounds,
  others: readonly string[],
): PlannedClients {
  const { name: tab, rows, top, headers } = table;
  const { fields, questions, says } = columnsOf(table, answers, others);
  const names = ['Client', 'First name', 'Last name'].map(field => fields.indexOf(field as ImportField));
  const { lines, leftOut } = linesOf(table, { name: names.find(at => at >= 0) ?? 0, day: -1 });
  const days = fields.flatMap((field, at) => (field === 'Date' || field === 'Expires' ? [at] : []));
  const { order, question, problem } = orderIn(tab, lines, days, answers.dates);
  const asked = [...questions, ...(question ? [question] : [])];
  const cells = lines.map(line =>
    line.cells.map((cell, at) => (days.includes(at) ? isoText(cell, order) : cell)),
  );
  const lineOf = (index: number) => lines[index]?.line ?? 0;
  const planned = planClients(cells, { headers, fields, lineOf }, grounds);
  const unreadable = planned.lines
    .filter(({ does }) => does === 'refuses')
    .map(({ line, client, says: why }) => ({
      line,
      message: problem ?? `${client || 'No name'}: ${why.join(' ')}`,
    }));
  const countOf = (does: string) => planned.lines.filter(line => line.does === does).length;
  const all = problem ? lines.map(({ line }) => ({ line, message: problem })) : unreadable;
  return {
    clients: problem ? [] : planned.clients,
    openings: problem ? [] : planned.openings,
    questions: asked,
    plan: {
      ...{ tab, kind: 'clients', headers, fields, leftOut, unreadable: all },
      row: lines[0]?.line ?? 0,
      lines: lines.length + leftOut.length,
      fresh: problem ? 0 : countOf('adds'),
      already: problem ? 0 : countOf('keeps'),
      notes: [],
      says: [...aboveHeaders(rows, top), ...says, ...unreadColumns(headers, fields)],
    },
  };
}

function columnsOf(
  table: TabTable,
  answers: BookAnswers,
  others: readonly string[],
): { fields: (ImportField | '')[]; questions: BookQuestion[]; says: string[] } {
  const { name: tab, headers } = table;
  const guessed = fieldsSaid(table, chosenFields(undefined, headers), importFields, answers.columns);
  const isSaid = (header: string) =>
    typeof answers.columns === 'object' &&
    Object.keys(answers.columns).some(each => foldName(each) === foldName(columnName(tab, header)));
  const doubled =
    others.length > 0 ? headers.filter((header, at) => left.has(guessed[at] ?? '') && !isSaid(header)) : [];
  const asks = [...askedColumns(headers, guessed), ...(others.includes('blocks') ? [] : doubled)];
  const questions: BookQuestion[] = [];
  const says: string[] = [];
  const fields = headers.map((header, at): ImportField | '' => {
    if (!asks.includes(header)) return doubled.includes(header) ? '' : (guessed[at] ?? '');
    if (isSaid(header)) return guessed[at] ?? '';
    const said = saidOf(answers.balance, columnName(tab, header));
    const unit = said === undefined ? undefined : unitFields[said];
    if (unit === 'Money owed')
      says.push(`"${header}" is money owed, which is not brought in: type it into your accounting.`);
    if (unit === undefined && said !== 'leave out')
      questions.push({
        name: 'balance',
        tab,
        asks: columnName(tab, header),
        choices: [...units, 'leave out'],
        text: `What does "${header}" in ${tab} hold: hours, money paid ahead, or money owed?`,
      });
    return unit ?? '';
  });
  if (others.includes('blocks') && doubled.length > 0)
    says.push(
      `${doubled.map(each => `"${each}"`).join(', ')} is not brought in: the blocks and hours of the other tabs make it.`,
    );
  const states = untakenStates(headers, fields).map(
    header => `"${header}" is not taken: every client is active. Choose Active for it to change that.`,
  );
  return { fields, questions, says: [...says, ...states] };
}
