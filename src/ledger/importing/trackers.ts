import { foldName } from '../units/names';
import { fieldsOf, type LogField } from './log-fields';

/** The trackers whose logs are known by their headers; Everhour lets its users choose the columns. */
export const trackers = [
  'Toggl',
  'Clockify',
  'Harvest',
  'Kimai',
  'solidtime',
  'TimeCamp',
  'Everhour',
  'Tick',
  'Noko',
  'Timely',
  'timeclock',
  'Table',
] as const;
export type Tracker = (typeof trackers)[number];

/** Which tracker wrote a table with these headers; `Table` where none is known. */
export function trackerOf(headers: readonly string[]): Tracker {
  const fields = new Set<string>(fieldsOf(headers));
  const folded = headers.map(foldName);
  const all = (...wanted: LogField[]) => wanted.every(field => fields.has(field));
  const none = (...wanted: LogField[]) => wanted.every(field => !fields.has(field));
  const says = (...words: string[]) => words.some(word => folded.some(header => header.includes(word)));
  if (says('entry created at')) return 'Tick';
  if (says('logged hours') || (says('external id') && all('date', 'hours'))) return 'Timely';
  if (all('from to')) return 'TimeCamp';
  if (all('minutes', 'date') && says('person', 'group or client')) return 'Noko';
  if (all('date', 'hours') && (says('project code', 'hours rounded') || all('first name', 'last name')))
    return 'Harvest';
  if (all('start date', 'start time', 'decimal duration')) return 'Clockify';
  if (all('start date', 'start time', 'duration')) return 'Toggl';
  if (all('date', 'start', 'end', 'duration', 'client') && (all('invoiced') || all('task'))) return 'Kimai';
  if (all('start', 'end') && none('date', 'start date') && all('client', 'project')) return 'solidtime';
  if (says('member') && all('date', 'duration') && none('start')) return 'Everhour';
  return 'Table';
}

/** Whether an id of its own stands in each entry of a tracker, by which it is known for good. */
export function hasOwnId(tracker: Tracker, header: string): boolean {
  return tracker === 'Tick' || tracker === 'Timely' || /entry id|external id/i.test(header);
}

const steps = {
  Toggl: 'Toggl Track: Reports > Detailed > Export > Download CSV.',
  Clockify: 'Clockify: Reports > Detailed > Export > Save as CSV.',
  Harvest: 'Harvest: Reports > Detailed time > Export > CSV.',
  Kimai: 'Kimai: Timesheets (or Export) > CSV.',
  solidtime: 'solidtime: Reporting > Detailed > Export > CSV.',
  TimeCamp: 'TimeCamp: Reports > Detailed > Export > CSV.',
  Everhour:
    'Everhour: Reports > a report with the columns Date, Client, Project, Member, Time, not grouped > Export > CSV.',
  Tick: 'Tick: Reports > Export > CSV of entries.',
  Noko: 'Noko: Reports > Detailed > Export > CSV.',
  Timely: 'Timely: Reports > Hours > Export > CSV.',
  timeclock: 'hledger: the timeclock file itself.',
  Table: 'A table needs a day, hours (or start and end), and a client or a project in each row.',
} as const satisfies Record<Tracker, string>;

/** How to get the right export of a tracker. */
export function exportOf(tracker: Tracker): string {
  return steps[tracker];
}

/** The tracker that a table looks like that is no log: a summary, projects, clients, invoices. */
export function lookOf(headers: readonly string[]): Tracker {
  const folded = headers.map(foldName);
  const says = (...words: string[]) => words.some(word => folded.some(header => header.includes(word)));
  if (says('duration (h)', 'duration (decimal)', 'amount (usd)', 'billable amount')) return 'Clockify';
  if (says('issue date', 'invoice id', 'project code', 'billable hours', 'hours rounded')) return 'Harvest';
  if (says('member', 'estimate')) return 'Everhour';
  if (says('logged')) return 'Timely';
  if (says('duration', 'registered time')) return 'Toggl';
  return 'Table';
}
