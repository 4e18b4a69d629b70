import type { Client } from '../model/client';
import { ordinaryWork, type TimeEntry, type WorkType } from '../model/time-entry';
import type { SeeEntry } from '../plausible/doubt';
import { type Cell, cellText, isFormulaError, isMoment, isProblem, type SheetMoment } from '../sheet/cell';
import { foldHeader } from '../sheet/headers';
import type { TabCells } from '../sheet/tab-cells';
import { remembering } from '../units/groups';
import { foldName } from '../units/names';
import { type PassingRows, passingRows, rowReader } from '../units/passing-rows';
import { clockText, hoursText, noTime, type Seconds, seconds, secondsPerHour } from '../units/seconds';
import { type ClientBook, readClientRows } from './client-rows';
import { clockSpan } from './clock-span';
import { readHours, readTimeOfDay } from './hours';
import { type WorkTypes, workTypeFinder } from './read-work-types';
import { firstRow, longestText, type RowReader } from './rows';
import { readDate, readText } from './values';

type ReadWork<Work> = (cells: TabCells, types: WorkTypes, book: ClientBook, see?: SeeEntry) => Work;

/** Reads Time, or Time archive; an unfinished row counts nothing and is only noted. */
export const readTime: ReadWork<TimeEntry[]> = (cells, types, book, see) => {
  const entries: TimeEntry[] = [];
  const entryAt = rowReader(entries);
  const take = (entry: TimeEntry) => {
    const at = entries.push(entry) - 1;
    see?.(entry, at, entryAt);
  };
  const plain = cells.tab === 'Time archive' ? undefined : plainWorkReader(cells, types, book);
  const isTaken = (index: number) => {
    const entry = plain?.read(index);
    if (entry) take(entry);
    return entry !== undefined;
  };
  readClientRows(cells, book, workReader(cells, types), take, { isTaken });
  return entries;
};

/** The same of Time, for whoever looks at each entry once or twice and keeps none. */
export const readTimeInPassing: ReadWork<PassingRows<TimeEntry>> = (cells, types, book, see) => {
  // Of a plain row its place in the tab; of any other one, below zero, its place among those.
  const places = new Int32Array(cells.rows);
  const others: TimeEntry[] = [];
  let count = 0;
  const plain = plainWorkReader(cells, types, book);
  const entryAt = (at: number) => {
    const place = places[at] as number;
    return place < 0 ? (others[-place - 1] as TimeEntry) : plain.readAgain(place);
  };
  const take = (entry: TimeEntry, place: number) => {
    places[count] = place;
    see?.(entry, count++, entryAt);
  };
  const isTaken = (index: number) => {
    const entry = plain.read(index);
    if (entry) take(entry, index);
    return entry !== undefined;
  };
  const takeOther = (entry: TimeEntry) => take(entry, -others.push(entry));
  readClientRows(cells, book, workReader(cells, types), takeOther, { isTaken });
  return passingRows(count, entryAt);
};

/** Reads a row of work cell by cell, whatever stands in it. */
function workReader(cells: TabCells, types: WorkTypes) {
  const typeOf = workTypeFinder(types);
  const isArchive = cells.tab === 'Time archive';
  return (row: RowReader, client: Client): TimeEntry | undefined => {
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
  { rows, columns }: TabCells,
  types: WorkTypes,
  { clients, settings: { today } }: ClientBook,
) {
  const column = (header: string) => columns.get(foldHeader(header)) ?? [];
  const [names, dates, hours, texts] = [
    column('Client'),
    column('Date'),
    column('Hours'),
    column('What was done'),
  ];
  const [kinds, people] = [column('Work type'), column('Who')];
  const others = [column('Start'), column('End'), column('Charged')].filter(({ length }) => length > 0);
  /** Of each row that was read twice its client's number, and 1 more where its texts are trimmed already. */
  const noted = new Int32Array(rows);
  const keys: string[] = [];
  const clientNumberOf = remembering((cell: Cell) => {
    const key = foldName(textIn(cell) ?? '');
    return (clients.get(key)?.row ?? 0) > 0 ? keys.push(key) - 1 : -1;
  });
  const typeOf = remembering((cell: Cell) => typeNamed(types, textIn(cell)));
  const entryOf = (index: number, workType: WorkType, what: string, who: string): TimeEntry => ({
    row: index + firstRow,
    clientKey: keys[(noted[index] as number) >> 1] as string,
    date: (dates[index] as SheetMoment).date,
    start: -1,
    worked: plainSeconds(hours[index]) ?? noTime,
    typedCharge: undefined,
    workType,
    what,
    who: who || undefined,
  });
  const typeIn = (index: number) => {
    const kind = kinds[index] ?? '';
    return kind === '' ? ordinaryWork : typeOf(kind);
  };
  return {
    read(index: number): TimeEntry | undefined {
      const date = dates[index];
      if (typeof date !== 'object' || date.date < 0 || date.date > today) return undefined;
      for (const other of others) if (other[index] !== '') return undefined;
      if (plainSeconds(hours[index]) === undefined) return undefined;
      const clientNumber = clientNumberOf(names[index] ?? '');
      const workType = typeIn(index);
      const text = texts[index] ?? '';
      const person = people[index] ?? '';
      const what = textIn(text);
      const who = textIn(person);
      if (clientNumber < 0 || !workType || what === undefined || who === undefined) return undefined;
      noted[index] = 2 * clientNumber + (what === text && who === person ? 1 : 0);
      return entryOf(index, workType, what, who);
    },
    /** Of a row that was plain. */
    readAgain(index: number): TimeEntry {
      const text = texts[index] ?? '';
      const person = people[index] ?? '';
      const type = typeIn(index) as WorkType;
      const isTrimmed = ((noted[index] as number) & 1) === 1;
      return isTrimmed
        ? entryOf(index, type, text as string, person as string)
        : entryOf(index, type, cellText(text), cellText(person));
    },
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

/** Whole seconds above none, and few enough for a number of 32 bits, which needs no place of its own. */
function plainSeconds(cell: Cell | undefined): Seconds | undefined {
  if (typeof cell !== 'number') return undefined;
  const exact = cell * secondsPerHour;
  const whole = exact | 0;
  return whole === exact && whole > 0 ? seconds(whole) : undefined;
}
