import type { Client } from '../model/client';
import { ordinaryWork, type TimeEntry, type WorkType } from '../model/time-entry';
import { type Cell, cellText, isFormulaError, isMoment, isProblem } from '../sheet/cell';
import { foldHeader } from '../sheet/headers';
import type { TabCells } from '../sheet/tab-cells';
import { remembering } from '../units/groups';
import { foldName } from '../units/names';
import { clockText, hoursText, noTime, type Seconds, seconds, secondsPerHour } from '../units/seconds';
import { type ClientBook, readClientRows } from './client-rows';
import { clockSpan } from './clock-span';
import { mostHours, readHours, readTimeOfDay } from './hours';
import { type WorkTypes, workTypeFinder } from './read-work-types';
import { firstRow, longestText, type RowReader } from './rows';
import { readDate, readText } from './values';

/** Reads Time, or Time archive; an unfinished row counts nothing and is only noted. */
export function readTime(cells: TabCells, types: WorkTypes, book: ClientBook): TimeEntry[] {
  const typeOf = workTypeFinder(types);
  const isArchive = cells.tab === 'Time archive';
  const readRow = (row: RowReader, client: Client) => {
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
  };
  const kinds = isArchive ? {} : { plain: plainWorkReader(cells, types, book) };
  return readClientRows<TimeEntry>(cells, book, readRow, kinds);
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

/**
 * Reads a row of Time, counted from 0, as most are: a listed client, a day up to today, hours as a number, and words.
 *
 * Nearly all of a hundred thousand rows are so, and to look in each of their cells for everything that could be wrong
 * there costs five times as much. Where anything is otherwise it gives nothing, and the row is read like any other:
 * so it may take only what that reading would take just as it is.
 */
function plainWorkReader(
  { columns }: TabCells,
  types: WorkTypes,
  { clients, settings: { today } }: ClientBook,
): (index: number) => TimeEntry | undefined {
  const column = (header: string) => columns.get(foldHeader(header)) ?? [];
  const [names, dates, hours, texts] = [
    column('Client'),
    column('Date'),
    column('Hours'),
    column('What was done'),
  ];
  const [kinds, people] = [column('Work type'), column('Who')];
  const others = [column('Start'), column('End'), column('Charged')].filter(({ length }) => length > 0);
  const clientKeyOf = remembering((cell: Cell) => {
    const key = foldName(textIn(cell) ?? '');
    return (clients.get(key)?.row ?? 0) > 0 ? key : '';
  });
  const typeOf = remembering((cell: Cell) => typeNamed(types, textIn(cell)));
  return index => {
    const date = dates[index];
    if (typeof date !== 'object' || date.date < 0 || date.date > today) return undefined;
    for (const other of others) if (other[index] !== '') return undefined;
    const worked = plainHours(hours[index]);
    const clientKey = clientKeyOf(names[index] ?? '');
    const kind = kinds[index] ?? '';
    const workType = kind === '' ? ordinaryWork : typeOf(kind);
    const what = textIn(texts[index] ?? '');
    const who = textIn(people[index] ?? '');
    if (!worked || clientKey === '' || !workType || what === undefined || who === undefined) return undefined;
    return {
      row: index + firstRow,
      clientKey,
      date: date.date,
      start: -1,
      worked,
      typedCharge: undefined,
      workType,
      what,
      who: who || undefined,
    };
  };
}

/** Words that nothing is to be said about. */
function textIn(cell: Cell): string | undefined {
  if (cell === '') return cell;
  const isPlain = !isMoment(cell) && !isFormulaError(cell);
  return isPlain && String(cell).length <= longestText ? cellText(cell) : undefined;
}

function typeNamed(types: WorkTypes, name: string | undefined): WorkType | undefined {
  const key = name === undefined ? undefined : foldName(name);
  if (key === '') return ordinaryWork;
  return key === undefined ? undefined : types.get(key);
}

/** Whole seconds above none. */
function plainHours(cell: Cell | undefined): Seconds | undefined {
  if (typeof cell !== 'number' || cell > mostHours) return undefined;
  const exact = cell * secondsPerHour;
  return exact >= 1 && Number.isInteger(exact) ? seconds(exact) : undefined;
}
