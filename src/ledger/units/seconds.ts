import type { Branded } from './branded';
import { type Decimal, timesDecimal } from './decimal';

/** Whole seconds. Sheets show hours; the ledger counts seconds, so that 0.01 h and 1:30:15 are both exact. */
export type Seconds = Branded<number, 'Seconds'>;

export const secondsPerHour = 3600;

/** Far beyond any ledger (30,000 years), and small enough that sums stay exact. */
const most = 1e12;

export function seconds(value: number): Seconds {
  if (!Number.isSafeInteger(value) || Math.abs(value) > most)
    throw new RangeError(`Not whole seconds: ${value}`);
  return time(value);
}

/** Of a number that is whole already. */
function time(whole: number): Seconds {
  return whole as Seconds;
}

export const noTime = seconds(0);

export const oneHour = seconds(secondsPerHour);

/** `worked × factor`, to the nearest second, half away from zero. */
export function timesTime(worked: number, factor: Decimal): Seconds {
  return time(timesDecimal(worked, factor));
}

/** Decimal hours to the nearest second, half away from zero. */
export function secondsOfHours(hours: Decimal): Seconds {
  return seconds(timesDecimal(secondsPerHour, hours));
}

/** Decimal hours, unrounded: what a cell shows. */
export function hoursOf(time: Seconds): number {
  return time / secondsPerHour;
}

/** Hours in words for people: at most two decimals, none if whole, a real minus sign. */
export function hoursText(time: Seconds): string {
  const hundredths = Math.round(Math.abs(time) / 36);
  const text = String(hundredths / 100);
  return `${time < 0 && hundredths > 0 ? '−' : ''}${text} h`;
}

/** To the second, for people who compare: `1:40`, `1:40:12`. */
export function clockText(time: Seconds): string {
  const size = Math.abs(time);
  const parts = [Math.floor(size / 60) % 60, size % 60].map(part => String(part).padStart(2, '0'));
  const [minutes, rest] = parts;
  return `${time < 0 ? '−' : ''}${Math.floor(size / 3600)}:${minutes}${rest === '00' ? '' : `:${rest}`}`;
}

/** One-hundredth of an hour: what two decimals can say. */
const hundredth = 36;

export function isRoundDecimal(time: Seconds): boolean {
  return time % hundredth === 0;
}

/** Hours for a client, in mail and statement alike and never rounded: `1.5 h`, and `0:20 h` where decimals cannot say it. */
export function exactHoursText(time: Seconds): string {
  return isRoundDecimal(time) ? hoursText(time) : `${clockText(time)} h`;
}
