import { clockText, hoursText, type Seconds } from '../units/seconds';
import type { PeriodAccount } from './period-account';

/** Hours for people. */
export type ShowHours = (time: Seconds) => string;

const hundredth = 36;

/**
 * How the hours of an account are shown: `1.5 h`, or all of them as `1:20` where one would have to be rounded.
 *
 * Whoever adds up a printed statement with a pencil must come to its closing balance.
 */
export function hoursShownIn({ hours, movements, invoiced }: PeriodAccount): ShowHours {
  const all = [
    ...Object.values(hours),
    ...movements.flatMap(({ worked = 0, charged = 0, change, left }) => [worked, charged, change, left]),
    ...invoiced.map(each => each.hours),
  ];
  return all.every(time => time % hundredth === 0) ? hoursText : clockText;
}
