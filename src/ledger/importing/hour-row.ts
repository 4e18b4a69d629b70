import type { NewRow } from '../reading/with-rows';
import { dayCell, type SheetMoment } from '../sheet/cell';
import { fromSheetSerial, lastDate, toSheetSerial } from '../units/calendar-date';

/** Work as a page sends it to be written: plain values in this order, the day as a sheet counts it; -1 where there is no time of day. */
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

/** Where the text of an entry goes: clients read the one, and never the other. */
export const descriptionChoices = ['what was done', 'internal note'] as const;

/** What a cell of such a row is, by its first letter. */
const kinds = 'snssnnnsss';

/** Rows as a page sends them; anything else is a mistake of whoever calls, for anybody may call the script. */
export function hourRowsIn(given: unknown, most: number): readonly HourRow[] {
  const isRow = (row: unknown) =>
    Array.isArray(row) &&
    row.length === kinds.length &&
    row.every(
      (cell, at) => (typeof cell)[0] === kinds[at] && (kinds[at] === 's' || Number.isInteger(cell)),
    ) &&
    row[1] >= 0 &&
    row[1] <= toSheetSerial(lastDate) &&
    row[2] !== '' &&
    row[4] > 0;
  if (Array.isArray(given) && given.length <= most && given.every(isRow)) return given;
  throw new Error(`These are no rows of work, or more than ${most}, so nothing was written.`);
}

/** The row of Time that it becomes. */
export function timeRow(row: HourRow): NewRow {
  const [source, day, client, who, seconds, start, end, workType, what, note] = row;
  return {
    Date: dayCell(fromSheetSerial(day)),
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
