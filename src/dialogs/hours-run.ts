/** An import of hours from a table to the last row, whoever asks for it: the page, or a command line. */

import { type HourRow, rowsACall } from '../ledger/importing/hour-row';
import { readYes } from '../ledger/importing/log-words';
import { type HourAnswers, type HourPlan, planHours } from '../ledger/importing/plan-hours';
import { type Log, type LogAnswers, readLog } from '../ledger/importing/read-log';
import type { Answer, Given } from './ask';
import type { FileTable } from './read-table';

type Form = Answer<'importHoursForm'>;
type Preview = Answer<'previewHours'>;

/** The functions of the script that an import needs. */
export interface HoursScript {
  previewHours(...given: Given<'previewHours'>): Promise<Preview>;
  keepImportNames(...given: Given<'keepImportNames'>): Promise<unknown>;
  writeHours(...given: Given<'writeHours'>): Promise<Answer<'writeHours'>>;
}

export interface ReadHours {
  readonly log: Log;
  readonly plan: HourPlan;
}

/** Reads a table as a log, and makes rows of it as far as everything is said. */
export function readHours(
  table: FileTable,
  answers: HourAnswers & Pick<LogAnswers, 'tracker' | 'fields'>,
  form: Form,
): ReadHours {
  const tracker = answers.tracker ?? (table.isTimeclock ? 'timeclock' : undefined);
  const { dates, fields } = answers;
  const log = readLog(table.rows, { dates, fields, tracker, wallOf: wallClock(form.timeZone) });
  const grounds = {
    clients: form.clients,
    known: knownNames(form),
    description: form.kept[`importText ${log.tracker}`],
  };
  return { log, plan: planHours(log, answers, grounds) };
}

/** What Import names tells. */
export function knownNames({ names }: Pick<Form, 'names'>) {
  return names.map(knownName);
}

/** A row of Import names as it is read. */
function knownName([
  tracker = '',
  client = '',
  project = '',
  here = '',
  workType = '',
  out = '',
]: readonly string[]) {
  const leftOut = readYes(out) === true;
  const choice = { client: here, ...(leftOut && { leftOut }), ...(workType && { workType }) };
  return { tracker, there: { client, project }, choice };
}

/** The wall clock of a zone at an instant, both in whole seconds. */
export function wallClock(timeZone: string): (instant: number) => number {
  const parts = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  return instant => {
    const found = new Map(
      format.formatToParts(instant * 1000).map(({ type, value }) => [type, Number(value)]),
    );
    const [year = 0, month = 1, ...rest] = parts.map(part => found.get(part) ?? 0);
    return Date.UTC(year, month - 1, ...(rest as [number, number, number, number])) / 1000;
  };
}

/** What a person has seen of an import: nothing else is written. */
export interface SeenHours {
  readonly preview: Preview;
  /** Those of the plan that would be written, with their places in it. */
  readonly rows: readonly HourRow[];
  /** Those that look like a row that stands there, and were not ticked. */
  readonly alike: readonly (readonly [at: number, place: string])[];
}

const shownText = 60;

/** Asks what the rows of a plan would do; of their texts the script needs no more than it takes to know them again. */
export async function lookAtHours(
  script: HoursScript,
  { rows }: HourPlan,
  ticked: readonly string[],
): Promise<SeenHours> {
  const short = rows.map(
    ([source, day, client, who, seconds, start, end, workType, what, note]): HourRow => [
      ...([source, day, client, who, seconds, start, end, workType] as const),
      ...([what.slice(0, shownText), note.slice(0, shownText)] as const),
    ],
  );
  return unlike(rows, await script.previewHours(short, ticked), ticked);
}

/** The rows that are neither there nor look like one that is there. */
export function unlike(rows: readonly HourRow[], preview: Preview, ticked: readonly string[]): SeenHours {
  const alike = preview.alike.filter(([at]) => !ticked.includes(rows[at]?.[0] ?? ''));
  const out = new Set([...preview.already, ...alike.map(([at]) => at)]);
  return { preview, rows: rows.filter((_, at) => !out.has(at)), alike };
}

export interface Bringing {
  readonly file: string;
  readonly log: Log;
  readonly plan: HourPlan;
  readonly rows: readonly HourRow[];
  readonly description?: string | undefined;
  /** Told after each call how many rows are done. */
  told(done: number): void;
  isStopped(): boolean;
}

export interface Brought {
  readonly written: number;
  readonly already: number;
  /** Rows that were not sent, as somebody has stopped it. */
  readonly left: number;
}

/** Writes the rows, some in each call; stopped or failed anywhere, the same file again brings what is missing. */
export async function bringHours(script: HoursScript, bringing: Bringing): Promise<Brought> {
  const { rows, file, told, isStopped } = bringing;
  if (rows.length === 0) return { written: 0, already: 0, left: 0 };
  await script.keepImportNames(saidNames(bringing));
  let [written, already, done] = [0, 0, 0];
  while (done < rows.length && !isStopped()) {
    const next = rows.slice(done, done + rowsACall);
    const answer = await script.writeHours(next, file);
    written += answer.written;
    already += answer.already;
    done += next.length;
    told(done);
  }
  return { written, already, left: rows.length - done };
}

/** What was said of names that the rows need, and what was said of the tracker's texts. */
function saidNames({ log, plan, description }: Bringing): Given<'keepImportNames'>[0] {
  const said = plan.names.filter(({ isSaid }) => isSaid);
  return {
    tracker: log.tracker,
    names: said.flatMap(({ client, project, choice }) =>
      choice ? [[log.tracker, client, project, choice.client, '', String(choice.leftOut === true)]] : [],
    ),
    clients: [...new Set(plan.names.flatMap(({ choice }) => (choice?.isNew ? [choice.client] : [])))],
    description: description ?? '',
  };
}
