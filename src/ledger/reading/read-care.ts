import {
  type CareDone,
  type CareTask,
  careResults,
  priorities,
  type SmallThing,
  thingStates,
} from '../model/care';
import type { IssueList } from '../model/issue';
import { cellText, isBlank, isProblem, parser, quoted } from '../sheet/cell';
import { foldHeader } from '../sheet/headers';
import { checkHeaders, type TabCells } from '../sheet/tab-cells';
import { foldName } from '../units/names';
import { type RowReader, readRows } from './rows';
import { choiceOf, readDate, readText, readYesNo } from './values';

/** The clients by folded name; only what is asked of them here. */
export type KnownClients = ReadonlyMap<string, { readonly row: number }>;

/** How these tabs are read: what is wrong goes to `issues`, and no figure of a client depends on it. */
export interface CareReading {
  readonly issues: IssueList;
  readonly clients: KnownClients;
}

const mostDays = 36_600;
/** A number of days; 0 is none. */
export const readDays = parser('Type a whole number of days, such as 30.', cell => {
  const text = cellText(cell);
  return /^\d{1,5}$/.test(text) && Number(text) <= mostDays ? Number(text) : undefined;
});

/** Reads Care plan; a row without a client or a task is an issue, and waits until it has both. */
export function readCarePlan(cells: TabCells, reading: CareReading): CareTask[] {
  const tasks: CareTask[] = [];
  const clientOf = clientReader(reading);
  checkHeaders(cells, reading.issues);
  readRows(cells, reading.issues, row => {
    const isTicked = row.take('Done', readYesNo) === true;
    const contact = row.take('Contact', readYesNo) === true;
    const [client, task] = [clientOf(row), neededText(row, 'Task', 'Type what is to be done.')];
    const every = row.take('Every (days)', readDays);
    const nextDue = row.take('Next due', readDate);
    const read = {
      ...{ row: row.number, every: every === 0 ? undefined : every, nextDue, isContact: contact, isTicked },
      isNextDueOdd: nextDue === undefined && !isBlank(row.cell('Next due')),
      lastDone: row.take('Last done', readDate),
      result: row.take('Result', choiceOf(careResults)),
      resultText: textIn(row, 'Result'),
      ...{ who: textIn(row, 'Who'), note: textIn(row, 'Note') },
    };
    if (client && task) tasks.push({ ...read, ...client, task });
  });
  return tasks;
}

/** Reads Small things; another word in Priority counts as normal, another in State as open. */
export function readSmallThings(cells: TabCells, reading: CareReading): SmallThing[] {
  const things: SmallThing[] = [];
  const clientOf = clientReader(reading);
  checkHeaders(cells, reading.issues);
  readRows(cells, reading.issues, row => {
    const [client, what] = [clientOf(row), neededText(row, 'What', 'Type what was found.')];
    const read = {
      row: row.number,
      foundOn: row.take('Found on', readDate),
      priority: row.take('Priority', choiceOf(priorities), 'normal' as const),
      state: row.take('State', choiceOf(thingStates), 'open' as const),
      fixedOn: row.take('Fixed on', readDate),
    };
    if (client && what) things.push({ ...read, ...client, what });
  });
  return things;
}

/** Reads Care log; it is written by the add-on, so what somebody has changed there is only noted. */
export function readCareLog(cells: TabCells, reading: CareReading): CareDone[] {
  const log: CareDone[] = [];
  const clientOf = clientReader(reading);
  checkHeaders(cells, reading.issues);
  readRows(cells, reading.issues, row => {
    const [client, task] = [clientOf(row), neededText(row, 'Task', 'Type what was done.')];
    const date = row.need('Date', readDate, 'Type the day on which it was done.');
    const result = row.take('Result', choiceOf(careResults));
    const resultText = textIn(row, 'Result');
    if (client && task && date !== undefined)
      log.push({ row: row.number, clientKey: client.clientKey, date, task, result, resultText });
  });
  return log;
}

/** Finds a row's client; a name that is not in Clients counts all the same, and its first row is noted. */
function clientReader({ clients }: CareReading) {
  const noted = new Set<string>();
  return (row: RowReader): Pick<CareTask, 'client' | 'clientKey'> | undefined => {
    const client = neededText(row, 'Client', 'Choose the client.');
    if (!client) return undefined;
    const clientKey = foldName(client);
    if (!clients.get(clientKey)?.row && !noted.has(clientKey)) {
      noted.add(clientKey);
      row.note(`Client ${quoted(client)} is not in Clients. Add it there, or correct the name.`);
    }
    return { client, clientKey };
  };
}

function neededText(row: RowReader, header: string, mend: string): string | undefined {
  const text = row.need(header, readText, mend);
  return text === undefined ? undefined : text;
}

/** A formula's error is left out: it is no word of a person. */
function textIn(row: RowReader, header: string): string {
  const text = readText(header, row.cell(header));
  return isProblem(text) ? '' : text;
}

/** Days after which a client wants to be heard of, by folded name; 0 and blank are never. */
export function readCheckIns(cells: TabCells, issues: IssueList): Map<string, number> {
  const days = new Map<string, number>();
  const header = 'Check in every (days)';
  if (!cells.columns.has(foldHeader(header))) return days;
  readRows(cells, issues, row => {
    const name = readText('Client', row.cell('Client'));
    const every = row.take(header, readDays);
    if (isProblem(name) || name === '' || !every) return;
    const key = foldName(name);
    // Of two rows of one client the first counts, as everywhere.
    if (!days.has(key)) days.set(key, every);
  });
  return days;
}
