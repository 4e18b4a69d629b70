import type { NewRow } from '../reading/with-rows';
import { dayCell, type SheetMoment } from '../sheet/cell';
import { type CalendarDate, fromSheetSerial, lastDate, toSheetSerial } from '../units/calendar-date';

/** Work as a page sends it to be written: plain values in this order; -1 where there is no time of day. */
export type HourRow = readonly [
  source: string,
  day: number,
  client: string,
  who: string,
  seconds: number,
  start: number,
  end: number,
  workType: string,
  what: string,
  note: string,
];

/** How many rows a call may carry: none may take long, and none may be lost with its answer. */
export const rowsACall = 500;

const daySeconds = 86_400;

/** What a page has sent, if it is such a row: anybody may call the script. */
export function isHourRow(given: unknown): given is HourRow {
  if (!Array.isArray(given) || given.length !== 10) return false;
  const [source, day, client, who, seconds, start, end, ...texts] = given;
  const areTexts = [source, client, who, ...texts].every(text => typeof text === 'string');
  const isClock = (at: unknown) => Number.isInteger(at) && Number(at) >= -1 && Number(at) < daySeconds;
  const isDay = Number.isInteger(day) && day >= 0 && day <= lastDate;
  return (
    areTexts &&
    isDay &&
    client !== '' &&
    Number.isInteger(seconds) &&
    seconds > 0 &&
    isClock(start) &&
    isClock(end)
  );
}

/** The row of Time that it becomes. */
export function timeRow([
  source,
  day,
  client,
  who,
  seconds,
  start,
  end,
  workType,
  what,
  note,
]: HourRow): NewRow {
  return {
    Date: dayCell(day as CalendarDate),
    Client: client,
    Who: who,
    Hours: seconds / 3600,
    Start: clockCell(start),
    End: clockCell(end),
    'Work type': workType,
    'What was done': what,
    'Internal note': note,
    Source: source,
  };
}

function clockCell(second: number): SheetMoment | '' {
  return second < 0 ? '' : { date: fromSheetSerial(0), second };
}

/** The day as the cell keeps it. */
export function dayOfRow(row: HourRow): number {
  return toSheetSerial(row[1] as CalendarDate);
}
