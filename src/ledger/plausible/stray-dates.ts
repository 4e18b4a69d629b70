import type { Block } from '../model/block';
import type { Issue, Mend } from '../model/issue';
import {
  addMonths,
  type CalendarDate,
  dateText,
  earlier,
  isoDate,
  toSheetSerial,
} from '../units/calendar-date';
import { groupsOf } from '../units/groups';
import { type Doubt, mendCell, type ReadRows, yearDays } from './doubt';

interface DatedRow {
  readonly row: number;
  readonly clientKey: string;
  readonly date: CalendarDate;
}
type DatedTab = 'Blocks' | 'Time';

/** Dates that are more than a year away, where the rows around them do not bear them out: slips in the year. */
export function strayDates(read: ReadRows): Doubt[] {
  const { blocks, entries, today } = read;
  return [...strayIn('Blocks', blocks, today), ...strayIn('Time', entries, today), ...earlyWork(read)];
}

function strayIn(tab: DatedTab, rows: readonly DatedRow[], today: CalendarDate): Doubt[] {
  const doubts: Doubt[] = [];
  // One by one, for most of a hundred thousand rows are of the last year.
  for (let at = 0; at < rows.length; at++) {
    const { row, clientKey, date } = rows[at] as DatedRow;
    if (Math.abs(date - today) <= yearDays) continue;
    const isLate = date > today;
    if (!isLate && !isAlone(rows, at)) continue;
    const counts = isLate ? 'it does not count yet' : 'it counts there';
    const message = `Dated ${dateText(date)}, more than a year from today (${dateText(today)}): ${counts}. Correct the year if it is a slip.`;
    doubts.push({ clientKey, issue: dated(tab, row, message, date, today) });
  }
  return doubts;
}

/** Rows of more than a year ago stand among their like: one below a row that is most of a year newer, and above none as old, is a slip. */
const apart = 300;

function isAlone(rows: readonly DatedRow[], at: number): boolean {
  const [before, row, after] = [rows[at - 1], rows[at] as DatedRow, rows[at + 1]];
  if (!before || before.date - row.date <= apart) return false;
  if (after) return after.date - row.date > apart;
  // The last row of a sheet whose newest rows stand on top is as old as it should be.
  return (rows[at - 2]?.date ?? before.date) <= before.date;
}

/**
 * Work dated long before its client's first block: a slip such as 2016 for 2026 moves money into an old month.
 *
 * One issue a client, at its earliest row, for a firm that brought its old time sheet along has many.
 */
function earlyWork({ blocks, entries, today }: ReadRows): Doubt[] {
  const begins = new Map<string, CalendarDate>();
  for (const { clientKey, date } of blocks as readonly Block[])
    begins.set(clientKey, earlier(date, begins.get(clientKey) ?? date));
  const latest = [...begins.values()].reduce((found, date) => Math.max(found, date), -Infinity);
  // Hardly any row is that old, so its client is asked for only then.
  const isEarly = ({ clientKey, date }: DatedRow) =>
    latest - date > yearDays && (begins.get(clientKey) ?? -Infinity) - date > yearDays;
  const early = groupsOf(entries.filter(isEarly), ({ clientKey }) => clientKey);
  return [...early].map(([clientKey, own]) => {
    const begin = begins.get(clientKey) as CalendarDate;
    const earliest = own.reduce((found, entry) => (entry.date < found.date ? entry : found));
    const others = own.length > 1 ? `, and ${own.length - 1} more of this client` : '';
    const message = `Dated ${dateText(earliest.date)}${others}: more than a year before the client's first block (${dateText(begin)}). It counts; correct the year if it is a slip.`;
    return { clientKey, issue: dated('Time', earliest.row, message, earliest.date, today) };
  });
}

function dated(tab: DatedTab, row: number, message: string, date: CalendarDate, today: CalendarDate): Issue {
  const likely = inYearUpTo(date, today);
  const cell = { tab, row, header: 'Date', value: toSheetSerial(likely) };
  const mends: Mend[] = [mendCell(`Write ${dateText(likely)}`, cell)];
  return { tab, row, header: 'Date', message, mends };
}

/** The same day of the last twelve months. */
export function inYearUpTo(date: CalendarDate, today: CalendarDate): CalendarDate {
  const years = Number(isoDate(today).slice(0, 4)) - Number(isoDate(date).slice(0, 4));
  const inYear = addMonths(date, years * 12);
  return inYear > today ? addMonths(date, (years - 1) * 12) : inYear;
}
