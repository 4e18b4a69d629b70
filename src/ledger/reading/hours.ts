import { cellProblem, cellText, isMoment, parser } from '../sheet/cell';
import { toSheetSerial } from '../units/calendar-date';
import { decimal, timesDecimal } from '../units/decimal';
import { type Seconds, seconds, secondsOfHours, secondsPerHour } from '../units/seconds';
import { mayBeThousand, numberOfText } from './values';

/** A year and a day of hours: beyond it a cell holds a date, not a duration. */
export const longestDuration = 366;
const mostHours = 1e6;
export const daySeconds = 86_400;

/**
 * Reads a duration: a number of hours, a duration cell, or text (`1:30`, `1:30:15`, `1h 30m`, `90m`, `1,5`).
 * A number is rounded to the nearest second.
 */
export const readHours = parser('Type hours such as 1.5, 1:30 or 1h 30m.', (cell, header) => {
  if (typeof cell === 'number') return hoursOfNumber(cell);
  if (!isMoment(cell)) {
    const text = cellText(cell);
    const mend = 'It may mean a thousand. Type hours such as 1.25 or 1250.';
    return mayBeThousand(text) ? cellProblem(header, cell, mend) : hoursOfText(text);
  }
  const days = toSheetSerial(cell.date);
  if (Math.abs(days) <= longestDuration) return seconds(days * daySeconds + cell.second);
  const mend = 'It became a date, as 1.5 does in some countries. Type hours such as 1:30 or 1h 30m.';
  return cellProblem(header, cell, mend);
});

function hoursOfNumber(hours: number): Seconds | undefined {
  if (!(Math.abs(hours) <= mostHours)) return undefined; // not a number either
  const exact = hours * secondsPerHour;
  // Whole seconds are the common case; + 0 makes −0 a 0.
  return Number.isInteger(exact) ? seconds(exact + 0) : secondsOfHours(decimal(hours));
}

/** Hours, minutes and seconds, each of which may exceed 59. */
const durations = [
  /^(\d{1,7}):(\d{1,7})(?::(\d{1,7}))?$/,
  /^(?:(\d{1,7}(?:[.,]\d+)?)\s*h(?:rs?|ours?)?\s*)?(?:(\d{1,7}(?:[.,]\d+)?)\s*m(?:ins?|inutes?)?\s*)?(?:(\d{1,7}(?:[.,]\d+)?)\s*s(?:ecs?|econds?)?)?$/i,
  /^(\d{0,7}(?:[.,]\d+)?)$/,
];

function hoursOfText(text: string): Seconds | undefined {
  const body = text.replace(/^[-−+]\s*/, '');
  const match = body && durations.map(form => form.exec(body)).find(found => found);
  if (!match) return undefined;
  const size = match
    .slice(1)
    .reduce(
      (sum, part = '0', place) => sum + timesDecimal(60 ** (2 - place), decimal(numberOfText(part))),
      0,
    );
  if (size > mostHours * secondsPerHour) return undefined;
  return seconds(/^[-−]/.test(text) ? 0 - size : size);
}

const clock = /^(\d\d?)(?:[:.]([0-5]\d))?(?::([0-5]\d))?\s*(?:([ap])\.?m\.?)?$/i;

/** Reads a time of day in seconds since midnight. */
export const readTimeOfDay = parser('Type a time of day such as 9:00 or 5:30 PM.', cell => {
  if (isMoment(cell)) return cell.second;
  if (typeof cell === 'number') {
    const days = cell < 1 ? cell : cell / 24; // 0.375 lost its format; 9 was typed for 9:00
    return cell >= 0 && cell <= 24 ? Math.round(days * daySeconds) % daySeconds : undefined;
  }
  const [match, hour, minute = 0, second = 0, half] = clock.exec(cellText(cell)) || [];
  if (!match || (half && Number(hour) > 12)) return undefined;
  const hours = half ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hour);
  const size = hours * 3600 + Number(minute) * 60 + Number(second);
  return size <= daySeconds ? size % daySeconds : undefined;
});
