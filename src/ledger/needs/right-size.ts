import type { RateTier } from '../model/settings';
import type { Pace } from '../rules/run-out';
import { type SettledClient, usedBetween } from '../rules/settle';
import { daysInMonth, lastsFor, sizesOf } from '../selling/renewal-sizes';
import { sumOf } from '../units/amounts';
import type { CalendarDate } from '../units/calendar-date';
import { counted } from '../units/local-text';
import { monthOf } from '../units/period';
import { hoursText, type Seconds, seconds } from '../units/seconds';

/** A block that lasts less is sold again and again; one that lasts longer is forgotten, or expires. */
const goodMonths = 3;
const mostSizes = 4;

/** How long each size would last, and which one suits the real use. */
export function rightSize(pace: Pace, bought: Seconds, tiers: readonly RateTier[]): string {
  const sizes = sizesOf(tiers).slice(0, mostSizes);
  const monthly = (pace.used / pace.days) * daysInMonth;
  const lasting = sizes.map(
    (size, index) => `${hoursText(size)} last${index === 0 ? ' about' : ''} ${lastsText(size, pace)}`,
  );
  const suits = sizes.find(size => size >= goodMonths * monthly) ?? sizes[sizes.length - 1];
  const advice =
    suits === undefined || suits === bought
      ? ''
      : ` ${hoursText(suits)} would suit better than the ${hoursText(bought)} bought last.`;
  return `Uses about ${roughly(monthly)} a month: ${lasting.join(', ')}.${advice}`;
}

function lastsText(size: Seconds, pace: Pace): string {
  const lasts = lastsFor(size, pace);
  return 'weeks' in lasts ? counted(lasts.weeks, 'week') : counted(lasts.months, 'month');
}

/** Use that comes again every month: so many months, so many of them with work, each so near to their mean. */
const steadyMonths = 6;
const monthsWithWork = 5;
const nearMean = 0.35;
/** A block that does not last so many months is a monthly agreement already, with more to do. */
const shortMonths = 2;

export interface SteadyUse {
  /** The months with work, of the last six that have ended. */
  readonly months: number;
  /** Charged in each of them, on average. */
  readonly mean: Seconds;
}

/**
 * Where a monthly agreement would suit both better than blocks; nothing where it would not.
 *
 * Use is steady: of the last six whole months at least five had work, each within 35 % of their mean. And a block of
 * the size bought last lasts less than two months of it.
 */
export function steadyUse(
  settled: SettledClient,
  bought: Seconds,
  today: CalendarDate,
): SteadyUse | undefined {
  const months = Array.from({ length: steadyMonths }, (_, index) => monthOf(today, -1 - index));
  const used = months.map(({ from, to }) => usedBetween(settled, from, to)).filter(time => time > 0);
  const mean = sumOf(used) / used.length;
  const isSteady =
    used.length >= monthsWithWork && used.every(time => Math.abs(time - mean) <= nearMean * mean);
  if (!isSteady || bought >= shortMonths * mean) return undefined;
  return { months: used.length, mean: seconds(Math.round(mean)) };
}

export function steadyText({ months, mean }: SteadyUse, bought: Seconds): string {
  const use = `Work in ${months} of the last ${steadyMonths} months, about ${roughly(mean)} each`;
  return `${use}: ${hoursText(bought)} last less than ${shortMonths} months. A monthly agreement would suit both better.`;
}

/** To half an hour: more would say that it is known. */
function roughly(time: number): string {
  return hoursText(seconds(Math.max(Math.round(time / 1800), 1) * 1800));
}
