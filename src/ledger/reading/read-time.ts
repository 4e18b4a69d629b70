import type { TimeEntry, WorkType } from '../time-entry';
import { clockText, hoursText, noTime, type Seconds, seconds } from '../units/seconds';
import { isBlank } from './cell';
import { readHours, readTimeOfDay } from './hours';
import { addBroken, type IssueList } from './issue';
import { foldName } from './names';
import type { FindClient } from './read-blocks';
import { ordinaryWork } from './read-work-types';
import { type RowReader, readRows, type TabCells } from './tab-cells';
import { readDate, readText } from './values';

const daySeconds = 86_400;

type WorkTypes = ReadonlyMap<string, WorkType | undefined>;
type FindWorkType = (row: RowReader) => WorkType | undefined;

/** Reads Time; a row that cannot be counted is an issue of its client, an unfinished one is only noted. */
export function readTime(
  cells: TabCells,
  types: WorkTypes,
  find: FindClient,
  issues: IssueList,
): TimeEntry[] {
  const entries: TimeEntry[] = [];
  const findType = workTypeFinder(types);
  readRows(cells, row => {
    const name = row.take('Client', readText) ?? '';
    const key = name === '' ? '' : find(name, row).key;
    if (key !== '') {
      const entry = readEntry(row, key, findType);
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

function readEntry(row: RowReader, clientKey: string, findType: FindWorkType): TimeEntry | undefined {
  if (isUnfinished(row)) return void row.note(noHours);
  const date = row.take('Date', readDate);
  const hours = row.take('Hours', readHours);
  const start = row.take('Start', readTimeOfDay);
  const end = row.take('End', readTimeOfDay);
  const charge = row.take('Charged', readHours);
  const workType = findType(row);
  const what = row.takeAside('What was done', readText) ?? '';
  if (row.broken() || workType === undefined) return undefined;
  if (hours === undefined && charge === undefined && (start === undefined || end === undefined)) {
    return void row.note(noHours);
  }
  const clock = clockTime(row, { hours, start, end, charge });
  if (row.broken()) return undefined;
  if (date === undefined) return void row.fail('Date is blank. Type the day of the work.');
  const worked = workedTime(row, hours ?? clock ?? charge ?? noTime, charge !== undefined);
  const typedCharge = charge === undefined ? undefined : chargedTime(row, charge);
  return {
    row: row.number(),
    clientKey,
    date,
    start: start ?? -1,
    worked,
    typedCharge,
    workType,
    what,
  };
}

const noHours = 'No hours yet: the row counts nothing. Type Hours, or Start and End.';

/** Begun, as a row may be while its work goes on: nothing to count, and nothing wrong. */
function isUnfinished(row: RowReader): boolean {
  return ['Hours', 'Start', 'End', 'Charged'].every(header => isBlank(row.cell(header)));
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
    if (hours === undefined && charge === undefined)
      row.fail('Start and End are equal. Correct one, or type Hours.');
    else row.note('Start and End are equal. Correct one, or clear both.');
    return undefined;
  }
  const clock = seconds(end > start ? end - start : end - start + daySeconds);
  if (hours !== undefined && hours !== clock) {
    const found = `Hours says ${clockText(hours)} but Start to End is ${clockText(clock)}.`;
    row.note(`${found} Hours counts; correct one.`);
  }
  return clock;
}

/** Zero or negative hours charge nothing, unless a charge is typed. */
function workedTime(row: RowReader, time: Seconds, isCharged: boolean): Seconds {
  if (time > 0) return time;
  if (!isBlank(row.cell('Hours'))) {
    const meaning = isCharged ? 'only Charged counts' : 'the row charges nothing';
    row.note(`Hours is ${hoursText(time).replace(' h', '')}, so ${meaning}. Type hours above zero.`);
  }
  return noTime;
}

/** A typed charge of 0 is meant so. */
function chargedTime(row: RowReader, charge: Seconds): Seconds {
  if (charge >= 0) return charge;
  const found = hoursText(charge).replace(' h', '');
  row.note(`Charged is ${found}, so the row charges nothing. Type hours that are not below zero.`);
  return noTime;
}

/** Finds a row's work type; one that is not in the list counts as ordinary work, and is noted. */
function workTypeFinder(types: WorkTypes): FindWorkType {
  const unlisted = new Map<string, WorkType>();
  const keys = new Map<string, string>();
  return row => {
    const name = row.take('Work type', readText) ?? '';
    if (name === '') return ordinaryWork;
    let key = keys.get(name);
    if (key === undefined) {
      key = foldName(name);
      keys.set(name, key);
    }
    if (!types.has(key)) {
      row.note(
        `Work type "${name.slice(0, 40)}" is not in Work types, so it counts once (×1). Choose one from the list.`,
      );
      const own = unlisted.get(key) ?? { ...ordinaryWork, name };
      unlisted.set(key, own);
      return own;
    }
    const type = types.get(key);
    if (!type) row.fail(`The row of "${name.slice(0, 40)}" in Work types cannot be read. Mend it there.`);
    return type;
  };
}
