import { toSheetSerial } from '../units/calendar-date';
import { decimal } from '../units/decimal';
import { type Seconds, seconds, secondsOfHours, secondsPerHour } from '../units/seconds';
import { type Cell, cellProblem, isBlank, isMoment, type Problem } from './cell';

const mend = 'Type hours such as 1.5, 1:30 or 1h 30m.';
const dateMend = 'Type hours such as 1:30 or 1h 30m.';
/** A year and a day of hours: beyond it a cell holds a date, not a duration. */
const longestDuration = 366;
const mostHours = 1e6;
const daySeconds = 86_400;

/**
 * Reads a duration: a number of hours, a duration cell, or text (`1:30`, `1:30:15`, `1h 30m`, `90m`, `1,5`).
 * Blank gives nothing. A number is rounded to the nearest second.
 */
export function readHours(header: string, cell: Cell): Seconds | undefined | Problem {
  if (typeof cell === 'number') return hoursOfNumber(header, cell);
  if (isMoment(cell)) {
    const days = toSheetSerial(cell.date);
    if (days <= longestDuration && days >= -longestDuration) return seconds(days * daySeconds + cell.second);
    return cellProblem(header, cell, `It became a date, as 1.5 does in some countries. ${dateMend}`);
  }
  if (isBlank(cell)) return undefined;
  if (typeof cell === 'boolean') return cellProblem(header, cell, mend);
  return hoursOfText(cell) ?? cellProblem(header, cell, mend);
}

function hoursOfNumber(header: string, cell: number): Seconds | Problem {
  const sensible = Number.isFinite(cell) && Math.abs(cell) <= mostHours;
  const exact = cell * secondsPerHour;
  if (sensible && Number.isInteger(exact)) return seconds(exact + 0); // the common case; + 0 makes −0 a 0
  return sensible ? secondsOfHours(decimal(cell)) : cellProblem(header, cell, mend);
}

function hoursOfText(text: string): Seconds | undefined {
  const [, sign = '', body = ''] = /^\s*([-−+]?)\s*(.*?)\s*$/.exec(text.slice(0, 60)) ?? [];
  const size = text.length > 60 ? undefined : (clockSize(body) ?? unitSize(body) ?? decimalSize(body));
  if (size === undefined || size > mostHours * 3600) return undefined;
  return seconds(sign === '-' || sign === '−' ? 0 - size : size);
}

/** `1:30` and `12:87:54`: hours, minutes, seconds; parts may exceed 59. */
function clockSize(body: string): number | undefined {
  const match = /^(\d+):(\d+)(?::(\d+))?$/.exec(body);
  return match ? Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0) : undefined;
}

/** `1h 30m`, `90 min`, `45s`, `1.5 hours`. */
function unitSize(body: string): number | undefined {
  const number = '(\\d+(?:[.,]\\d+)?)';
  const part = (units: string) => `(?:${number}\\s*(?:${units})\\s*)?`;
  const match = new RegExp(
    `^${part('h|hrs?|hours?')}${part('m|mins?|minutes?')}${part('s|secs?|seconds?')}$`,
    'i',
  ).exec(body);
  if (!match || match[0] === '') return undefined;
  const [hours, minutes, rest] = match.slice(1, 4).map(each => Number((each ?? '0').replace(',', '.')));
  return Math.round((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (rest ?? 0));
}

/** `1.5` and `1,5`. */
function decimalSize(body: string): number | undefined {
  if (!/^(\d+([.,]\d+)?|[.,]\d+)$/.test(body)) return undefined;
  const hours = Number(body.replace(',', '.'));
  return hours <= mostHours ? secondsOfHours(decimal(hours)) : undefined;
}

const clockMend = 'Type a time of day such as 9:00 or 5:30 PM.';

/** Reads a time of day in seconds since midnight; blank gives nothing. */
export function readTimeOfDay(header: string, cell: Cell): number | undefined | Problem {
  if (isMoment(cell)) return cell.second;
  if (isBlank(cell)) return undefined;
  if (typeof cell === 'number') {
    const days = cell < 1 ? cell : cell / 24; // 0.375 lost its format; 9 was typed for 9:00
    return cell >= 0 && cell <= 24
      ? Math.round(days * daySeconds) % daySeconds
      : cellProblem(header, cell, clockMend);
  }
  const match = /^\s*(\d{1,2})(?:[:.](\d{2}))?(?::(\d{2}))?\s*([ap]\.?m\.?)?\s*$/i.exec(
    String(cell).slice(0, 40),
  );
  const size = match ? clockTime(match) : undefined;
  return size ?? cellProblem(header, cell, clockMend);
}

function clockTime([, hour, minute = '0', second = '0', half]: RegExpExecArray): number | undefined {
  const twelve = Number(hour) % 12;
  const hours = half ? twelve + (/p/i.test(half) ? 12 : 0) : Number(hour);
  if (
    hours > 24 ||
    (hours === 24 && Number(minute) + Number(second) > 0) ||
    Number(minute) > 59 ||
    Number(second) > 59 ||
    (half && Number(hour) > 12)
  )
    return undefined;
  return (hours * 3600 + Number(minute) * 60 + Number(second)) % daySeconds;
}
