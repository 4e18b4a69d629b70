import { momentOfSerial } from '../sheet/cell';
import type { CalendarDate } from '../units/calendar-date';
import { type DateOrder, dayIn, readDay } from './log-dates';
import type { LogColumns, LogField } from './log-fields';
import {
  dayAndClock,
  isNegative,
  markOf,
  readClock,
  readInstant,
  readTime,
  secondsOf,
  type WrittenTime,
} from './log-times';

/** When work was done, and how long it took. */
export interface EntryTimes {
  readonly date: CalendarDate;
  /** In whole seconds. */
  readonly seconds: number;
  /** Times of day in seconds, where they agree with how long it took. */
  readonly start?: number;
  readonly end?: number;
  /** What a person should know. */
  readonly says?: string;
}

type Columned = 'duration' | 'decimal duration' | 'hours';
const columned: readonly Columned[] = ['duration', 'decimal duration', 'hours'];

/** What the columns of durations are made of, decided for each as a whole. */
export interface TimeColumns {
  /** Of a bare number: how many seconds one is. */
  readonly units: Readonly<Record<Columned, number>>;
  /** Nothing where a column has both decimal marks. */
  readonly marks: Readonly<Record<Columned, '.' | ',' | undefined>>;
}

const hour = 3600;
export const daySeconds = 86_400;
/** The day of 1970-01-01, as a sheet counts it. */
const sheetOf1970 = 25_569;
/** The clock of a tracker shows minutes only; what differs more is said. */
const tolerance = 60;

interface Row {
  readonly cells: readonly string[];
}

/** Looks through the columns: the decimal mark of each, and whether bare numbers are hours, minutes or seconds. */
export function timeColumns(rows: readonly Row[], columns: LogColumns): TimeColumns {
  const timesIn = (field: Columned) => {
    const at = columns[field];
    return at === undefined ? [] : rows.flatMap(({ cells }) => readTime(cells[at] ?? '') ?? []);
  };
  const marks = Object.fromEntries(columned.map(field => [field, markOf(timesIn(field))]));
  const units = { duration: unitOf(rows, columns), 'decimal duration': hour, hours: hour };
  return { units, marks: marks as TimeColumns['marks'] };
}

/** Seconds in old exports of Kimai: the unit by which most rows agree with their clock. */
function unitOf(rows: readonly Row[], columns: LogColumns): number {
  const at = columns.duration;
  if (at === undefined) return hour;
  const votes = new Map<number, number>();
  for (const { cells } of rows) {
    const time = readTime(cells[at] ?? '');
    const span = clockSpan(cells, columns);
    if (!time || 'seconds' in time || span === undefined) continue;
    const unit = [hour, 60, 1].find(each => Math.abs(secondsOf(time, each) - span) <= tolerance);
    if (unit !== undefined && Number(time.digits.replace(',', '.')) > 0)
      votes.set(unit, (votes.get(unit) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? hour;
}

function clockSpan(cells: readonly string[], columns: LogColumns): number | undefined {
  const cell = (field: LogField) => cells[columns[field] ?? -1] ?? '';
  const clock = (text: string) => readClock(dayAndClock(text)[1] || text);
  const [start, end] = [clock(cell('start time') || cell('start')), clock(cell('end time') || cell('end'))];
  if (start === undefined || end === undefined) return undefined;
  return end >= start ? end - start : end - start + daySeconds;
}

/** How a row is read: its columns of times, the order of its days, and the wall clock of the workbook. */
export interface SpanReading {
  readonly times: TimeColumns;
  readonly order: DateOrder;
  wallOf(instant: number): number;
}

/** What stands in the cell of a field. */
type CellText = (field: LogField) => string;

interface Moment {
  readonly date: CalendarDate | undefined;
  readonly clock: number | undefined;
  readonly instant?: number;
}

type Outcome =
  | (EntryTimes & { readonly moment: string })
  | { readonly problem: string }
  | { readonly leftOut: string };

/** Reads when and how long: the exact column before end − start before decimals. */
export function timesOf(text: CellText, reading: SpanReading): Outcome {
  const start = momentIn(
    text('start date') || text('date'),
    text('start time') || text('start') || fromTo(text)[0],
    reading,
  );
  if ('problem' in start) return start;
  const end = momentIn(text('end date'), text('end time') || text('end') || fromTo(text)[1], reading);
  if ('problem' in end) return end;
  const { date, clock } = start;
  if (date === undefined) return { problem: 'It has no day. Type it in the tracker, and export again.' };
  const span = spanOf(start, end);
  if (span !== undefined && span < 0)
    return { problem: 'It ends before it begins. Correct it in the tracker.' };
  const exact = exactIn(text, reading.times);
  if (typeof exact === 'object') return exact;
  const size = exact ?? span ?? decimalsIn(text, reading.times);
  if (typeof size === 'object') return size;
  if (size === undefined || size === 0) {
    const runs = clock !== undefined && end.clock === undefined;
    return { leftOut: runs ? 'It runs still: it has no end.' : 'It has no hours.' };
  }
  const spans =
    clock !== undefined && span === size && size < daySeconds && (clock + size) % daySeconds === end.clock;
  const moment = start.instant === undefined ? `${date} ${clock ?? ''}` : `@${start.instant}`;
  const says = offBy(exact, span);
  return {
    date,
    seconds: size,
    moment,
    ...(spans && { start: clock, end: end.clock as number }),
    ...(says && { says }),
  };
}

function offBy(exact: number | undefined, span: number | undefined): string | undefined {
  const off = exact === undefined || span === undefined ? 0 : Math.abs(exact - span);
  if (off <= tolerance) return undefined;
  return `Its duration and its start and end differ by ${Math.round(off / 60)} min; the duration counts.`;
}

function fromTo(text: CellText): readonly [string, string] {
  const [from = '', to = ''] = text('from to').split(/\s*[-–—]\s*/);
  return [from, to];
}

/** A day and a time of day, in two cells or in one; an instant goes to the clock of the workbook first. */
function momentIn(
  day: string,
  clock: string,
  { order, wallOf }: SpanReading,
): Moment | { readonly problem: string } {
  const instant = readInstant(clock) ?? readInstant(day);
  if (instant !== undefined) {
    const { date, second } = momentOfSerial(sheetOf1970 + wallOf(instant) / daySeconds);
    return { date, clock: second, instant };
  }
  const [ownDay, ownClock] = dayAndClock(clock);
  const isDated = ownClock !== '' || (day === '' && clock !== '' && readClock(clock) === undefined);
  const dayText = isDated && day === '' ? ownDay : dayAndClock(day)[0];
  const clockText = isDated ? ownClock : clock || dayAndClock(day)[1];
  const written = dayText === '' ? undefined : readDay(dayText);
  const date = written && dayIn(written, order);
  if (dayText !== '' && date === undefined)
    return { problem: `"${dayText}" is no day. Correct it in the tracker, or leave the line out.` };
  const second = clockText === '' ? undefined : readClock(clockText);
  if (clockText !== '' && second === undefined)
    return { problem: `"${clockText}" is no time of day. Type it such as 9:00 or 5:30 PM.` };
  return { date, clock: second };
}

/** From the start to the end; an end before the start, without a day of its own, is on the next day. */
function spanOf(start: Moment, end: Moment): number | undefined {
  if (start.instant !== undefined && end.instant !== undefined) return end.instant - start.instant;
  if (start.clock === undefined || end.clock === undefined) return undefined;
  const days = end.date !== undefined && start.date !== undefined ? end.date - start.date : 0;
  const span = days * daySeconds + end.clock - start.clock;
  return span < 0 && end.date === undefined ? span + daySeconds : span;
}

type Found = number | { readonly problem: string } | undefined;

/** Columns that are whole seconds or minutes by their headers, then durations that are no decimals. */
function exactIn(text: CellText, { units, marks }: TimeColumns): Found {
  const columns = [
    ['seconds', 1, true],
    ['minutes', 60, true],
    ['duration', units.duration, units.duration !== hour],
    ['hours', hour, false],
  ] as const;
  for (const [field, unit, isExact] of columns) {
    const found = text(field);
    if (found === '') continue;
    const time = isNegative(found) ? undefined : readTime(found);
    if (!time) return wrongTime(found);
    if ('seconds' in time) return time.seconds;
    if (isExact) return sizeOf(time, unit, marks.duration ?? '.', found);
  }
  return undefined;
}

function decimalsIn(text: CellText, { units, marks }: TimeColumns): Found {
  for (const field of columned) {
    const found = text(field);
    const time = found === '' ? undefined : readTime(found);
    if (time) return sizeOf(time, units[field], marks[field], found);
    if (found !== '') return wrongTime(found);
  }
  return undefined;
}

function sizeOf(time: WrittenTime, unit: number, mark: '.' | ',' | undefined, found: string): Found {
  if ('seconds' in time) return time.seconds;
  if (mark === undefined)
    return {
      problem: `"${found}": the column has numbers with a point and with a comma. Export it with one of them.`,
    };
  return secondsOf(time, unit);
}

function wrongTime(found: string): Found {
  return { problem: `"${found}" is no duration. Type it such as 1:30, 1h 30m or 1.5.` };
}
