import type { CalendarDate } from '../units/calendar-date';
import { type DateOrder, type OrderProof, orderOf, readDay, type WrittenDay } from './log-dates';
import { columnsOf, fieldsOf, headerOfLog, type LogColumns, type LogField, twiceIn } from './log-fields';
import { type EntryTimes, type TimeColumns, timeColumns, timesOf } from './log-spans';
import { dayAndClock, readInstant } from './log-times';
import { isBreak, isTotal, readYes } from './log-words';
import { createSources } from './source';
import { exportOf, hasOwnId, lookOf, type Tracker, trackerOf } from './trackers';

/** A row of a file: its cells, and the line on which it begins. */
export interface FileRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Why it is none, as its reader has found. */
  readonly problem?: string;
}

/** Work as a tracker has it. */
export interface LogEntry extends EntryTimes {
  /** By which it is known again. */
  readonly source: string;
  readonly date: CalendarDate;
  readonly person: string;
  readonly client: string;
  readonly project: string;
  readonly description: string;
  readonly billable: boolean;
  readonly invoiced: boolean;
}

/** What becomes of a line: work, or why it is none. */
type LogLine = { readonly line: number } & (
  | { readonly entry: LogEntry }
  | { readonly leftOut: string }
  | { readonly unreadable: string }
);

/** A log as it was read; where `order` is missing its days wait for an answer, and no line is read. */
export interface Log {
  readonly tracker: Tracker;
  readonly headers: readonly string[];
  readonly fields: readonly (LogField | '')[];
  readonly days: OrderProof & { readonly first?: WrittenDay; readonly last?: WrittenDay };
  readonly lines: readonly LogLine[];
  /** Rows of the file, blank ones not counted. */
  readonly count: number;
  /** What a person should know of the file. */
  readonly says: readonly string[];
  /** What keeps all of it from being read. */
  readonly problem?: string;
}

export interface LogAnswers {
  readonly dates?: DateOrder | undefined;
  readonly tracker?: Tracker | undefined;
  /** What each column holds, as a person has chosen. */
  readonly fields?: readonly (LogField | '')[] | undefined;
  /** The wall clock of the workbook at an instant, in whole seconds since 1970. */
  wallOf(instant: number): number;
}

const longestLog = 20_000;
/** A cell takes 50,000. */
const longestText = 40_000;

/** Reads a file's rows as a log of work. */
export function readLog(rows: readonly FileRow[], answers: LogAnswers): Log {
  const found = headerOfLog(rows.map(({ cells }) => cells));
  const headers = found < 0 ? widest(rows) : (rows[found] as FileRow).cells;
  const at = rows.findIndex(({ cells }) => cells === headers);
  const fields = answers.fields ?? fieldsOf(headers);
  const tracker = answers.tracker ?? trackerOf(headers);
  const body = rows
    .slice(at + 1)
    .filter(({ cells, problem }) => problem || cells.some(cell => cell.trim() !== ''));
  const base = { tracker, headers, fields, count: body.length, days: { choices: [] }, lines: [] };
  const problem = found < 0 && !answers.fields ? noLog(headers) : refusalOf(fields, body.length);
  if (problem) return { ...base, says: [], problem };
  const columns = columnsOf(fields);
  const days = daysOf(body, columns);
  const says = [...notRead(rows.slice(0, at)), ...aboutColumns(headers, body)];
  const proof = orderOf(days);
  const order = proof.order ?? proof.choices.find(each => each === answers.dates);
  const spelled = { ...proof, ...ends(days) };
  if (proof.against) return { ...base, days: spelled, says, problem: againstEachOther(proof.against) };
  const reading = { tracker, headers, columns, times: timeColumns(body, columns), wallOf: answers.wallOf };
  const lines = order ? linesOf(body, reading, order) : [];
  return { ...base, days: { ...spelled, ...(order && { order }) }, lines, says };
}

function widest(rows: readonly FileRow[]): readonly string[] {
  const top = rows.slice(0, 30).map(({ cells }) => cells);
  return top.reduce(
    (most, cells) => (cells.filter(Boolean).length > most.filter(Boolean).length ? cells : most),
    [],
  );
}

function noLog(headers: readonly string[]): string {
  return `This is no log of work: no row has a day and hours, or a start and an end. Export the detailed report instead. ${exportOf(lookOf(headers))}`;
}

function refusalOf(fields: readonly (LogField | '')[], count: number): string | undefined {
  if (count > longestLog)
    return `These are ${count} lines. Bring in at most ${longestLog} at a time, such as a year.`;
  if (!fields.includes('client') && !fields.includes('project') && !fields.includes('task'))
    return `No column holds a client or a project. Choose one, or export the detailed report. ${exportOf('Table')}`;
  return count === 0
    ? 'The file has headers and no line below them. Choose another period and export again.'
    : undefined;
}

function againstEachOther([dmy, mdy]: readonly [number, number]): string {
  return `Line ${dmy} has the day before the month, and line ${mdy} the month before the day. Export the file again with one form of dates.`;
}

function notRead(above: readonly FileRow[]): string[] {
  const texts = above.map(({ cells }) => cells.filter(Boolean).join(' ')).filter(Boolean);
  return texts.length > 0 ? [`Not read, above the headers: ${texts.join(' · ').slice(0, 200)}`] : [];
}

function aboutColumns(headers: readonly string[], body: readonly FileRow[]): string[] {
  const twice = twiceIn(headers).map(
    header => `The column "${header}" stands there twice; the first one is read.`,
  );
  const longer = body.filter(({ cells }) => cells.slice(headers.length).some(cell => cell.trim() !== ''));
  const [first] = longer;
  const surplus = first
    ? [
        `Lines with more cells than there are headers: ${longer.length}, the first is line ${first.line}. What is beyond is not read.`,
      ]
    : [];
  return [...twice, ...surplus];
}

/** The days of a log as they are written. */
function daysOf(body: readonly FileRow[], columns: LogColumns) {
  const at = [columns.date, columns['start date'], columns['end date'], columns.start, columns.end];
  return body.flatMap(({ line, cells }) =>
    at.flatMap(column => {
      const text = column === undefined ? '' : (cells[column] ?? '');
      const day = text === '' || readInstant(text) !== undefined ? undefined : readDay(dayAndClock(text)[0]);
      return day ? [{ line, day }] : [];
    }),
  );
}

function ends(days: readonly { readonly day: WrittenDay }[]): Pick<Log['days'], 'first' | 'last'> {
  const open = days.filter(({ day }) => 'parts' in day);
  const [first, last] = [open[0]?.day, open[open.length - 1]?.day];
  return { ...(first && { first }), ...(last && { last }) };
}

interface Reading {
  readonly tracker: Tracker;
  readonly headers: readonly string[];
  readonly columns: LogColumns;
  readonly times: TimeColumns;
  wallOf(instant: number): number;
}

function linesOf(body: readonly FileRow[], reading: Reading, order: DateOrder): LogLine[] {
  const sourceOf = createSources(reading.tracker);
  const header = reading.headers.join('\u0000');
  return body.map(row => {
    if (row.problem) return { line: row.line, unreadable: row.problem };
    if (row.cells.join('\u0000') === header) return { line: row.line, leftOut: 'The headers once more.' };
    return { line: row.line, ...readRow(row, reading, order, sourceOf) };
  });
}

type Outcome = { readonly entry: LogEntry } | { readonly leftOut: string } | { readonly unreadable: string };

function readRow(
  { cells }: FileRow,
  { tracker, headers, columns, times, wallOf }: Reading,
  order: DateOrder,
  sourceOf: ReturnType<typeof createSources>,
): Outcome {
  const text = (field: LogField) => (cells[columns[field] ?? -1] ?? '').replace(/\s+/g, ' ').trim();
  const person = personIn(text);
  const [client, project, task, tags] = (['client', 'project', 'task', 'tags'] as const).map(text) as [
    string,
    string,
    string,
    string,
  ];
  const description = (cells[columns.description ?? -1] ?? '').trim();
  const start = text('start');
  const day = text('start date') || text('date') || (columns.date === undefined ? dayAndClock(start)[0] : '');
  const isSum = () => cells.some(isTotal);
  if (day === '' && ((person === '' && description === '' && task === '') || isSum()))
    return { leftOut: 'A total, or the head of a group.' };
  const found = timesOf(text, { times, order, wallOf });
  if ('problem' in found)
    return isSum() && !readDay(dayAndClock(day)[0]) ? { leftOut: 'A total.' } : { unreadable: found.problem };
  if ('leftOut' in found) return found;
  if ([task, tags, description].some(isBreak)) return { leftOut: 'A break.' };
  const flags = { billable: readYes(text('billable')), invoiced: readYes(text('invoiced')) };
  if (flags.billable === 'unknown')
    return {
      unreadable: `"${text('billable')}" is neither yes nor no. Correct the column Billable, or leave it out.`,
    };
  if (client === '' && project === '' && task === '')
    return { unreadable: 'It has no client and no project. Name one in the tracker, and export again.' };
  if (description.length > longestText)
    return { unreadable: `Its text has more than ${longestText} characters. Shorten it.` };
  const own = columns.id === undefined || !hasOwnId(tracker, headers[columns.id] ?? '') ? '' : text('id');
  const source = sourceOf(own, [
    person,
    found.moment,
    String(found.seconds),
    client,
    project,
    task,
    description.replace(/\s+/g, ' '),
    tags,
  ]);
  const { moment: _, ...spans } = found;
  const names =
    tracker === 'TimeCamp' && client === '' && project === ''
      ? clientOfTask(task)
      : { client, project: project || (client === '' ? task : '') };
  return {
    entry: {
      ...spans,
      source,
      person,
      ...names,
      description: description || task,
      billable: flags.billable !== false,
      invoiced: flags.invoiced === true || flags.invoiced === 'unknown',
    },
  };
}

/** In TimeCamp the client is often the first part of the task. */
function clientOfTask(task: string) {
  const [client = '', ...rest] = task.split(/\s*(?:\/|>|»)\s*/);
  return { client, project: rest.join(' / ') };
}

function personIn(text: (field: LogField) => string): string {
  const whole = `${text('first name')} ${text('last name')}`.trim();
  return text('full name') || whole || text('person') || text('email');
}
