import type { Client } from '../model/client';
import type { Ledger } from '../model/ledger';
import { crossingNews, unlistedNews } from '../notices/crossing';
import { readHours } from '../reading/hours';
import { inOrder, take } from '../reading/typed-fields';
import { readDate } from '../reading/values';
import type { NewRow } from '../reading/with-rows';
import { balanceOf, type SettledClient, settleOne } from '../rules/settle';
import { dayCell } from '../sheet/cell';
import { minus, sumOf } from '../units/amounts';
import type { CalendarDate } from '../units/calendar-date';
import { foldName } from '../units/names';
import { hoursOf, hoursText, type Seconds, seconds, secondsPerHour } from '../units/seconds';
import { type TimeEffect, type TimeField, type TimeProblem, type TypedTime, timeFields } from './time-form';

/** Work as it was typed in *Log time*. */
export interface Work {
  readonly client: string;
  readonly worked: Seconds;
  readonly date: CalendarDate;
  readonly what: string;
  readonly workType: string;
  readonly who: string;
  readonly askedBy: string;
}

/** A slip of the hand rather than a day's work: asked about before it is written. */
export const longWork = seconds(10 * secondsPerHour);
const longestText = 10_000;

/** Reads what was typed; only what cannot be read is refused, for a record of work done is never turned away. */
export function readWork(typed: TypedTime): Work | readonly TimeProblem[] {
  const problems: TimeProblem[] = [];
  const refuse = (field: TimeField, message: string) => void problems.push({ field, message });
  const worked = take(typed, 'hours', 'Hours', readHours, refuse);
  const date = take(typed, 'date', 'Date', readDate, refuse);
  const blank = (field: TimeField) => typed[field].trim() === '';
  if (blank('client')) refuse('client', 'Choose the client.');
  if (blank('hours')) refuse('hours', 'Type the hours, or use the timer.');
  if (worked !== undefined && worked <= 0) refuse('hours', 'Type hours above zero, such as 1.5 or 1:30.');
  if (blank('date')) refuse('date', 'Type the day of the work.');
  for (const field of timeFields)
    if (typed[field].length > longestText) refuse(field, `Shorten it to ${longestText} characters.`);
  if (problems.length > 0 || worked === undefined || date === undefined) return inOrder(problems, timeFields);
  const [client, what, workType, who, askedBy] = (
    ['client', 'what', 'workType', 'who', 'askedBy'] as const
  ).map(field => typed[field].trim()) as [string, string, string, string, string];
  return { client, worked, date, what, workType, who, askedBy };
}

export function isWork(read: Work | readonly TimeProblem[]): read is Work {
  return 'worked' in read;
}

/** The row of Time that the work becomes; `source` says where it came from. */
export function workRow(work: Work, source: string): NewRow {
  const date = dayCell(work.date);
  return {
    Date: date,
    Client: work.client,
    Who: work.who,
    Hours: hoursOf(work.worked),
    'Work type': work.workType,
    'What was done': work.what,
    'Asked by': work.askedBy,
    Source: source,
  };
}

/** What a row of Time does to its client: `before` without it, `after` as the sheet reads with it. */
export function workEffect(before: Ledger, after: Ledger, name: string, row: number): TimeEffect {
  const key = foldName(name);
  const client = after.clients.get(key);
  const warnings = warningsOf(after, client, name, row);
  // Figures of a client with a row that cannot be counted may be wrong, so nothing is said of them.
  const [broken] = after.broken.get(key) ?? [];
  if (!client || broken) {
    const why =
      broken && broken.row !== row
        ? [`${broken.tab} row ${broken.row} cannot be counted, so what is left is not known.`]
        : [];
    return { charged: '', left: '', news: '', warnings: [...warnings, ...why] };
  }
  const [earlier, later] = [settleOne(before, before.clients.get(key) ?? client), settleOne(after, client)];
  return {
    charged: hoursText(minus(chargedIn(later), chargedIn(earlier))),
    left: hoursText(balanceOf(later)),
    news: crossingNews(earlier, later, after.settings)?.text ?? '',
    warnings,
  };
}

/** All of it, later days too: with rounding by day a row moves what others of its day are charged. */
function chargedIn({ entries }: SettledClient): Seconds {
  return sumOf(entries.map(({ charged }) => charged));
}

/** What the reader says of the row, and of a name that is not in Clients, whichever row has it first. */
function warningsOf({ issues }: Ledger, client: Client | undefined, name: string, row: number): string[] {
  const own = issues.filter(issue => issue.tab === 'Time' && issue.row === row).map(({ message }) => message);
  if (client && client.row > 0) return own;
  return [unlistedNews(name).text, ...own.filter(message => !message.startsWith('Client '))];
}
