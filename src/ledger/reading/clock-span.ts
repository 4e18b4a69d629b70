import { type Cell, isMoment, isProblem, type Problem, quoted } from '../sheet/cell';
import { toSheetSerial } from '../units/calendar-date';
import { type Seconds, seconds } from '../units/seconds';
import { daySeconds, longestDuration, readTimeOfDay } from './hours';

/** Where a cell stands on the clock, in seconds: since 1899 where it carries a date, else since midnight. */
interface ClockPlace {
  readonly at: number;
  readonly isDated: boolean;
}

/** The time from Start to End; nothing where one is blank or cannot be read, which their own reader tells. */
export function clockSpan(start: Cell, end: Cell): Seconds | Problem | undefined {
  const [from, to] = [placeOf('Start', start), placeOf('End', end)];
  if (!from || !to) return undefined;
  if (from.isDated !== to.isDated) return onlyOneDated(from.isDated ? ['Start', 'End'] : ['End', 'Start']);
  const span = to.at - from.at;
  if (span === 0 || (!from.isDated && span % daySeconds === 0))
    return { problem: 'Start and End are equal. Correct one, or type Hours instead.' };
  if (span > 0) return seconds(span);
  // By the clock alone an End before Start is on the next day; with their dates one of them is wrong.
  if (!from.isDated) return seconds(span + daySeconds);
  return { problem: `End ${quoted(end)} lies before Start ${quoted(start)}. Correct one.` };
}

function placeOf(header: string, cell: Cell): ClockPlace | undefined {
  const second = readTimeOfDay(header, cell);
  if (second === undefined || isProblem(second)) return undefined;
  const days = isMoment(cell) ? toSheetSerial(cell.date) : 0;
  // A duration such as 24:00 is a time of day too, a day on.
  return { at: Math.max(days, 0) * daySeconds + second, isDated: Math.abs(days) > longestDuration };
}

function onlyOneDated([dated, bare]: readonly [string, string]): Problem {
  return {
    problem: `${dated} carries a date and ${bare} does not. Type a date and a time into both, or only a time.`,
  };
}
