/** The responses of a Google Form, each of which becomes one row of Time. */
import { readHours } from '../reading/hours';
import { readDate } from '../reading/values';
import { type Cell, cellText, isMoment, isProblem, quoted } from '../sheet/cell';
import { isFilled } from '../sheet/tab-cells';
import { isoDate, toSheetSerial } from '../units/calendar-date';
import { digestOf } from '../units/digest';
import { groupsOf } from '../units/groups';
import { foldName } from '../units/names';
import type { HourRow } from './hour-row';
import { columnsOf, fieldsOf, isTimestamp, type LogColumns } from './log-fields';
import { markOfSource } from './source';

/** A row of work that a response has become, as it stands now. */
export interface StandingResponse {
  readonly mark: string;
  /** Such as `row 12 of Time`. */
  readonly place: string;
  /** A run that died may have left it without its hours. */
  readonly isWhole: boolean;
  /** The day as the sheet counts it. */
  readonly row: Said;
}

/** What both a response and its row say. */
interface Said {
  readonly client: string;
  readonly day: number;
  readonly seconds: number;
  readonly what: string;
  readonly who: string;
}

/** What a tab of responses holds that is not in Time yet, and what a person must look at. */
export interface ResponsePlan {
  readonly rows: readonly HourRow[];
  readonly problems: readonly { readonly row: number; readonly message: string }[];
}

interface Response extends Said {
  /** In its tab, as the sheet counts it. */
  readonly at: number;
  readonly mark: string;
  readonly workType: string;
}

/** The word that begins Source. */
export const formSource = 'Form';

/** Google keeps the moment of a response: whatever else is changed in it, this half of its mark stays. */
const momentOf = (mark: string) => mark.slice(0, 8);

/**
 * Finds the responses that are not in Time.
 *
 * One that was edited after it was read would come a second time, so a person decides about it.
 */
export function planResponses(
  cells: readonly (readonly Cell[])[],
  standing: readonly StandingResponse[],
): ResponsePlan {
  const found = formColumns(cells);
  if ('lacks' in found) {
    const message = `It has no column "${found.lacks}". Name the question so in the form, or the column here.`;
    return { rows: [], problems: [{ row: 1, message }] };
  }
  const { responses, problems } = readResponses(cells, found.header, found.columns);
  const known = new Map(standing.map(each => [each.mark, each]));
  const marks = new Set(responses.map(({ mark }) => mark));
  const left = new Set(standing.filter(({ mark }) => !marks.has(mark)));
  const rows: HourRow[] = [];
  for (const response of responses) {
    const own = known.get(response.mark);
    if (own?.isWhole) continue;
    const edited = own ? undefined : formerOf(response, left);
    if (edited) left.delete(edited);
    if (!edited) rows.push(hourRow(response));
    else if (differs(response, edited.row)) problems.push({ row: response.at, message: editedText(edited) });
  }
  return { rows, problems: problems.sort((a, b) => a.row - b.row) };
}

function editedText({ place }: StandingResponse): string {
  return `It was changed after it became ${place}, which was left as it is. Correct that row, or empty it to have the response read anew; if both are work of their own, empty its cell Source.`;
}

type Read = Response | { readonly at: number; readonly problem: string };

function readResponses(cells: readonly (readonly Cell[])[], header: number, columns: FormColumns) {
  const read = cells.flatMap((row, index): Read[] =>
    index > header && row.some(isFilled) ? [readResponse(row, index + 1, columns)] : [],
  );
  const good = read.flatMap(each => ('mark' in each ? [each] : []));
  // Two equal responses stay two.
  const numbered = [...groupsOf(good, ({ mark }) => mark).values()].flatMap(equal =>
    equal.map((each, nth) => (nth === 0 ? each : { ...each, mark: `${each.mark}·${nth + 1}` })),
  );
  return {
    responses: numbered.sort((a, b) => a.at - b.at),
    problems: read.flatMap(each => ('problem' in each ? [{ row: each.at, message: each.problem }] : [])),
  };
}

function readResponse(row: readonly Cell[], at: number, columns: FormColumns): Read {
  const cell = (column: number | undefined): Cell => row[column ?? -1] ?? '';
  const text = (column: number | undefined) => cellText(cell(column));
  const client = text(columns.client).replace(/\s+/g, ' ');
  if (client === '') return { at, problem: 'It names no client. Type the client there.' };
  const seconds = readHours('Hours', cell(columns.hours));
  if (seconds === undefined) return { at, problem: 'It has no hours. Type them there.' };
  if (isProblem(seconds)) return { at, problem: seconds.problem };
  if (seconds <= 0) return { at, problem: `Hours ${quoted(cell(columns.hours))} are no time. Correct them.` };
  const [sent, asked] = [cell(columns.timestamp), cell(columns.date)];
  const day = readDate(isFilled(asked) ? 'Date' : 'Timestamp', isFilled(asked) ? asked : sent);
  if (day === undefined) return { at, problem: 'It has no day. Type the day of the work there.' };
  if (isProblem(day)) return { at, problem: day.problem };
  const [who, what, workType] = [text(columns.who), text(columns.what), text(columns.workType)];
  const words = { client, hours: seconds, date: isMoment(asked) ? isoDate(asked.date) : cellText(asked) };
  return {
    at,
    mark: half(cellText(sent)) + half(JSON.stringify({ ...words, who, what, workType })),
    ...{ client, seconds, day: toSheetSerial(day), who, what, workType },
  };
}

const half = (text: string) => digestOf(text).slice(0, 8);

function hourRow({ mark, day, client, who, seconds, workType, what }: Response): HourRow {
  return [`${formSource} ${mark}`, day, client, who, seconds, -1, -1, workType, what, ''];
}

/** The row of a response that reads otherwise now: sent at that moment, or so alike that it was sent again. */
function formerOf(response: Response, left: ReadonlySet<StandingResponse>): StandingResponse | undefined {
  const all = [...left];
  return (
    all.find(({ mark }) => momentOf(mark) === momentOf(response.mark)) ??
    // Google gives an answer that somebody edits in the form the moment of the edit.
    all.find(({ row }) => isAlike(response, row))
  );
}

function isAlike(a: Said, b: Said): boolean {
  const same = [
    foldName(a.client) === foldName(b.client),
    a.day === b.day,
    a.seconds === b.seconds,
    a.what !== '' && a.what === b.what,
  ];
  return foldName(a.who) === foldName(b.who) && same.filter(Boolean).length > 1;
}

/** Whether the response says anything that its row does not; what it does not say is no difference. */
function differs(response: Response, row: Said): boolean {
  return (
    foldName(response.client) !== foldName(row.client) ||
    response.seconds !== row.seconds ||
    response.day !== row.day ||
    (response.what !== '' && response.what !== row.what.trim()) ||
    (response.who !== '' && foldName(response.who) !== foldName(row.who))
  );
}

/** Whether a row of Time has come from a form. */
export function isFormSource(source: string): boolean {
  return source.startsWith(`${formSource} `) && markOfSource(source) !== undefined;
}

/** What is read of a response; what the form does not ask is missing. */
interface FormColumns {
  readonly timestamp: number;
  readonly client: number;
  readonly hours: number;
  readonly date?: number | undefined;
  readonly who?: number | undefined;
  readonly what?: number | undefined;
  readonly workType?: number | undefined;
}

/** The headers of a form's responses are its first row, but somebody may have put a title above. */
const headerSearch = 20;

/** Where the header row of a tab of responses stands, and its columns, both from 0; else which of them it lacks. */
function formColumns(
  rows: readonly (readonly Cell[])[],
): { readonly header: number; readonly columns: FormColumns } | { readonly lacks: string } {
  const texts = rows.slice(0, headerSearch).map(row => row.map(cellText));
  const header = texts.findIndex(row => row.some(isTimestamp));
  if (header < 0) return { lacks: 'Timestamp' };
  const headers = texts[header] ?? [];
  const columns = columnsOf(fieldsOf(headers));
  const hours = columns.hours ?? columns.duration ?? columns['decimal duration'];
  if (columns.client === undefined) return { lacks: 'Client' };
  if (hours === undefined) return { lacks: 'Hours' };
  const timestamp = headers.findIndex(isTimestamp);
  return { header, columns: { timestamp, client: columns.client, hours, ...asked(headers, columns) } };
}

/** What a form need not ask. */
function asked(headers: readonly string[], columns: LogColumns): Partial<FormColumns> {
  const workType = headers.findIndex(header => header.toLowerCase() === 'work type');
  return {
    date: columns.date,
    who: columns.person ?? columns['full name'] ?? columns.email,
    what: columns.description,
    workType: workType < 0 ? undefined : workType,
  };
}
