import type { TimeEntry } from '../model/time-entry';
import { isProblem } from '../sheet/cell';
import type { TabCells } from '../sheet/tab-cells';
import { clockText, hoursText, noTime, type Seconds } from '../units/seconds';
import { type ClientBook, readClientRows } from './client-rows';
import { clockSpan } from './clock-span';
import { readHours, readTimeOfDay } from './hours';
import { type WorkTypes, workTypeFinder } from './read-work-types';
import type { RowReader } from './rows';
import { readDate, readText } from './values';

/** Reads Time, or Time archive; an unfinished row counts nothing and is only noted. */
export function readTime(cells: TabCells, types: WorkTypes, book: ClientBook): TimeEntry[] {
  const typeOf = workTypeFinder(types);
  const isArchive = cells.tab === 'Time archive';
  return readClientRows(cells, book, (row, client) => {
    const times = readTimes(row);
    if (isUnfinished(row, times))
      return void row.note('No hours yet: the row counts nothing. Type Hours, or Start and End.');
    const date = row.need('Date', readDate, 'Type the day of the work.');
    const workType = typeOf(row);
    const what = row.take('What was done', readText, '');
    if (date === undefined || workType === undefined || row.failures.length > 0) return undefined;
    const { hours, start = -1, charged } = times;
    const clock = clockTime(row, times);
    const typedCharge = charged && notLess(row, 'Charged', charged, 0); // a typed 0 is meant so
    const worked = hours === undefined ? clock || typedCharge || noTime : notLess(row, 'Hours', hours, 1);
    const who = isArchive ? '' : row.take('Who', readText, '');
    const isOnlyCharged = hours === undefined && clock === undefined;
    const entry = {
      row: row.number,
      clientKey: client.key,
      date,
      start,
      worked,
      typedCharge,
      workType,
      what,
      ...(who && { who }),
      ...(isOnlyCharged && { isOnlyCharged }),
    };
    return isArchive ? { ...entry, archived: readPlace(row) } : entry;
  });
}

/** Before the work in Time, after what has its place. */
const lastPlace = 5e8;

/** A row that somebody typed into the archive has no place; its hours count all the same. */
function readPlace(row: RowReader): number {
  const place = row.cell('Archive place');
  if (typeof place === 'number' && Number.isSafeInteger(place) && place > 0 && place < lastPlace)
    return place;
  row.note(
    'Archive place was not filled in by archiving. Type work into Time; the hours count all the same.',
  );
  return lastPlace + row.number;
}

type Times = ReturnType<typeof readTimes>;

function readTimes(row: RowReader) {
  return {
    hours: row.take('Hours', readHours),
    start: row.take('Start', readTimeOfDay),
    end: row.take('End', readTimeOfDay),
    charged: row.take('Charged', readHours),
  };
}

/** Begun, as a row may be while its work goes on: nothing to count, and nothing wrong. */
function isUnfinished(row: RowReader, { hours, start, end, charged }: Times): boolean {
  const isTimed = hours !== undefined || charged !== undefined || (start !== undefined && end !== undefined);
  return !isTimed && row.failures.length === 0;
}

/** What Start and End say; where they make no sense the row counts only if something else says how long it was. */
function clockTime(row: RowReader, { hours, start, end, charged }: Times): Seconds | undefined {
  if (start === undefined || end === undefined) return undefined;
  const clock = clockSpan(row.cell('Start'), row.cell('End'));
  if (isProblem(clock)) {
    const report = hours === undefined && charged === undefined ? row.fail : row.note;
    report(clock.problem);
    return undefined;
  }
  if (hours !== undefined && clock !== undefined && hours !== clock)
    row.note(
      `Hours says ${clockText(hours)} but Start to End is ${clockText(clock)}. Hours counts; correct one.`,
    );
  return clock;
}

function notLess(row: RowReader, header: string, time: Seconds, least: number): Seconds {
  if (time >= least) return time;
  row.note(`${header} is ${hoursText(time)}, so it counts as none. Type hours above zero.`);
  return noTime;
}
