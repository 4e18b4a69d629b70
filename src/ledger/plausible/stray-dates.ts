import type { Issue, Mend } from '../model/issue';
import {
  addMonths,
  type CalendarDate,
  dateText,
  earlier,
  isoDate,
  toSheetSerial,
} from '../units/calendar-date';
import { addTo } from '../units/groups';
import { type RowSequence, rowReader } from '../units/passing-rows';
import { type Doubt, type KnownRows, type Look, mendCell, yearDays } from './doubt';

interface DatedRow {
  readonly row: number;
  readonly clientKey: string;
  readonly date: CalendarDate;
}

/** Dates that are more than a year away, where the rows around them do not bear them out: slips in the year. */
export function lookForStrayWork({ today }: KnownRows): Look {
  return createStrayLook('Time', today);
}

export function strayBlocks({ blocks, today }: KnownRows): readonly Doubt[] {
  const look = createStrayLook('Blocks', today);
  for (const [at, block] of blocks.entries()) look.see(block, at);
  return look.found(blocks);
}

function createStrayLook(tab: 'Blocks' | 'Time', today: CalendarDate) {
  const suspects: number[] = [];
  let before = -Infinity;
  return {
    see({ date }: DatedRow, at: number): void {
      if (date - today > yearDays || (today - date > yearDays && before - date > apart)) suspects.push(at);
      before = date;
    },
    found(rows: RowSequence<DatedRow>): readonly Doubt[] {
      const rowAt = rowReader(rows);
      return suspects.flatMap(at => {
        const { row, clientKey, date } = rowAt(at);
        const isLate = date > today;
        if (!isLate && !isAlone(rowAt, at, rows.length)) return [];
        const counts = isLate ? 'it does not count yet' : 'it counts there';
        const message = `Dated ${dateText(date)}, more than a year from today (${dateText(today)}): ${counts}. Correct the year if it is a slip.`;
        return { clientKey, issue: dated(tab, row, message, date, today) };
      });
    },
  };
}

/** Rows of more than a year ago stand among their like: one below a row that is most of a year newer, and above none as old, is a slip. */
const apart = 300;

/** Of a row that is most of a year older than the one above. */
function isAlone(rowAt: (at: number) => DatedRow, at: number, length: number): boolean {
  const [before, { date }] = [rowAt(at - 1).date, rowAt(at)];
  if (at + 1 < length) return rowAt(at + 1).date - date > apart;
  // The last row of a sheet whose newest rows stand on top is as old as it should be.
  return at === 1 || rowAt(at - 2).date <= before;
}

/**
 * Work dated long before its client's first block: a slip such as 2016 for 2026 moves money into an old month.
 *
 * One issue a client, at its earliest row, for a firm that brought its old time sheet along has many.
 */
export function lookForEarlyWork({ blocks, today }: KnownRows): Look {
  const begins = new Map<string, CalendarDate>();
  for (const { clientKey, date } of blocks)
    begins.set(clientKey, earlier(date, begins.get(clientKey) ?? date));
  const latest = [...begins.values()].reduce((found, date) => Math.max(found, date), -Infinity);
  // Hardly any row is that old, so its client is asked for only then.
  const isEarly = ({ clientKey, date }: DatedRow) =>
    latest - date > yearDays && (begins.get(clientKey) ?? -Infinity) - date > yearDays;
  const early = new Map<string, DatedRow[]>();
  const doubtOf = ([clientKey, own]: [string, DatedRow[]]): Doubt => {
    const begin = begins.get(clientKey) as CalendarDate;
    const earliest = own.reduce((found, entry) => (entry.date < found.date ? entry : found));
    const others = own.length > 1 ? `, and ${own.length - 1} more of this client` : '';
    const message = `Dated ${dateText(earliest.date)}${others}: more than a year before the client's first block (${dateText(begin)}). It counts; correct the year if it is a slip.`;
    return { clientKey, issue: dated('Time', earliest.row, message, earliest.date, today) };
  };
  return {
    see: entry => {
      if (isEarly(entry)) addTo(early, entry.clientKey, entry);
    },
    found: () => [...early].map(doubtOf),
  };
}

function dated(
  tab: 'Blocks' | 'Time',
  row: number,
  message: string,
  date: CalendarDate,
  today: CalendarDate,
): Issue {
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
