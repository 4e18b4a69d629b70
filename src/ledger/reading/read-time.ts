import type { TimeEntry, WorkType } from '../time-entry';
import { hoursText, noTime, type Seconds, seconds } from '../units/seconds';
import { readHours, readTimeOfDay } from './hours';
import { addBroken, type IssueList } from './issue';
import { foldName } from './names';
import type { FindClient } from './read-blocks';
import { ordinaryWork } from './read-work-types';
import { type RowReader, readRows, type TabCells } from './tab-cells';
import { readDate, readText } from './values';

const daySeconds = 86_400;

/** Reads Time; a row that cannot be counted is an issue of its client, an unfinished one is only noted. */
export function readTime(
  cells: TabCells,
  types: ReadonlyMap<string, WorkType | undefined>,
  find: FindClient,
  issues: IssueList,
): TimeEntry[] {
  const entries: TimeEntry[] = [];
  readRows(cells, row => {
    const name = row.take('Client', readText) ?? '';
    const key = foldName(name);
    if (key !== '') {
      const entry = readEntry(row, find(name, row).key, types);
      if (entry && !row.broken()) entries.push(entry);
    } else if (!row.broken()) row.fail('Client is blank. Choose the client for whom the work was done.');
    const { notes, failures } = row.problems();
    if (notes.length > 0) issues.all.push(...notes);
    for (const failure of failures) {
      issues.all.push(failure);
      if (key !== '') addBroken(issues, key, failure);
    }
  });
  return entries;
}

function readEntry(
  row: RowReader,
  clientKey: string,
  types: ReadonlyMap<string, WorkType | undefined>,
): TimeEntry | undefined {
  const date = row.take('Date', readDate);
  const hours = row.take('Hours', readHours);
  const start = row.take('Start', readTimeOfDay);
  const end = row.take('End', readTimeOfDay);
  const charge = row.take('Charged', readHours);
  const workType = readWorkType(row, types);
  const what = row.takeAside('What was done', readText) ?? '';
  if (row.broken() || workType === undefined) return undefined;
  if (hours === undefined && charge === undefined && (start === undefined || end === undefined)) {
    return void row.note('No hours yet: the row counts nothing. Type Hours, or Start and End.');
  }
  const clock = clockTime(row, { hours, start, end, charge });
  if (row.broken()) return undefined;
  if (date === undefined) return void row.fail('Date is blank. Type the day of the work.');
  const worked = notBelowZero(row, 'Hours', hours ?? clock ?? charge ?? noTime);
  const typedCharge = charge === undefined ? undefined : notBelowZero(row, 'Charged', charge);
  return { row: row.row, clientKey, date, start: start ?? -1, worked, typedCharge, workType, what };
}

interface Times {
  readonly hours: Seconds | undefined;
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly charge: Seconds | undefined;
}

/** End − Start by the clock; an End before Start is on the next day. */
function clockTime(row: RowReader, { hours, start, end, charge }: Times): Seconds | undefined {
  if (start === undefined || end === undefined) return undefined;
  if (start === end) {
    if (hours === undefined && charge === undefined) row.fail('Start and End are equal. Correct one, or type Hours.');
    else row.note('Start and End are equal. Correct one, or clear both.');
    return undefined;
  }
  const clock = seconds(end > start ? end - start : end - start + daySeconds);
  if (hours !== undefined && hours !== clock) {
    row.note(`Hours says ${hoursText(hours)} but Start to End is ${hoursText(clock)}. Hours counts; correct one.`);
  }
  return clock;
}

/** Zero or negative time charges nothing; a typed charge of 0 is meant so. */
function notBelowZero(row: RowReader, header: string, time: Seconds): Seconds {
  if (time > 0 || (time === 0 && header === 'Charged')) return time;
  const found = time === 0 ? '0' : hoursText(time);
  if (row.cell(header) !== '') row.note(`${header} is ${found}, so the row charges nothing. Type hours above zero.`);
  return noTime;
}

/** A work type that is not in the list counts as ordinary work, and is noted. */
function readWorkType(row: RowReader, types: ReadonlyMap<string, WorkType | undefined>): WorkType | undefined {
  const name = row.take('Work type', readText) ?? '';
  const key = foldName(name);
  if (key === '') return ordinaryWork;
  if (!types.has(key)) {
    row.note(`Work type "${name.slice(0, 40)}" is not in Work types, so it counts once (×1). Choose one from the list.`);
    return ordinaryWork;
  }
  const type = types.get(key);
  if (!type) row.fail(`The row of "${name}" in Work types cannot be read. Mend it there.`);
  return type;
}
