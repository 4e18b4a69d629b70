import type { Block } from '../model/block';
import type { RateTier, Settings } from '../model/settings';
import { type Pace, recentPace } from '../rules/run-out';
import type { SettledClient } from '../rules/settle';
import { type Seconds, seconds, secondsPerHour } from '../units/seconds';
import { type Offer, offerOf, type PriceTerms, type RateCards } from './offer';

/** The offer of a mail: the size that is proposed, and two others, the smaller first. */
export interface RenewalOffers {
  readonly main: Offer;
  readonly others: readonly Offer[];
}

const monthsOfOthers = [3, 6];
export const daysInMonth = 365.25 / 12;
const wholeSteps = 5 * secondsPerHour;
/** So near to a step of the rate card its better price is worth more than the exact size. */
const nearStep = 0.2;
const usualSteps = [10, 20, 40].map(hours => seconds(hours * secondsPerHour));
const countOfOthers = 2;

/** Below so many days of work a pace says little of what a client will need in half a year. */
const daysOfWork = 56;

/**
 * Proposes what the client bought last, and beside it two of: what it uses in three and in six months at its pace,
 * the steps of the rate card, and twice its last purchase; never more than that.
 */
export function renewalOffers(
  newest: Pick<Block, 'kind' | 'hours'>,
  { pace, since }: RecentWork,
  terms: PriceTerms,
  rates: RateCards,
): RenewalOffers {
  const tiers = rates.rateCards.get(terms.currency) ?? [];
  // What was brought forward or moved over is no size that anybody sells.
  const main = newest.kind === 'Purchase' ? newest.hours : roundedSize(newest.hours, tiers);
  const byPace = pace && since > daysOfWork ? sizesByPace(pace, tiers) : [];
  const sizes = new Set<Seconds>();
  for (const size of [...byPace, ...neighbours(main, tiers)])
    if (size !== main && size <= 2 * main && sizes.size < countOfOthers) sizes.add(size);
  const offer = (size: Seconds) => offerOf(size, terms, rates);
  return { main: offer(main), others: [...sizes].sort((a, b) => a - b).map(offer) };
}

/** How a client has worked lately, and for how many days since its first entry. */
export interface RecentWork {
  readonly pace: Pace | undefined;
  readonly since: number;
}

export function recentWork({ entries, asOf }: SettledClient, { paceWeeks }: Settings): RecentWork {
  const [first] = entries;
  const since = first ? asOf - first.entry.date + 1 : 0;
  return { pace: recentPace(entries, asOf, paceWeeks), since };
}

function sizesByPace(pace: Pace, tiers: readonly RateTier[]): Seconds[] {
  return monthsOfOthers.map(months => roundedSize((pace.used / pace.days) * daysInMonth * months, tiers));
}

/** A step of the rate card where one is near, else whole five hours. */
function roundedSize(wished: number, tiers: readonly RateTier[]): Seconds {
  const distance = ({ hours }: RateTier) => Math.abs(hours - wished);
  const [nearest] = [...tiers].sort((a, b) => distance(a) - distance(b));
  if (nearest && distance(nearest) <= nearStep * wished) return nearest.hours;
  return wholeStepsNear(wished);
}

function wholeStepsNear(wished: number): Seconds {
  return seconds(Math.max(Math.round(wished / wholeSteps), 1) * wholeSteps);
}

/** The sizes of the rate card, the smallest first; without one those that most firms sell. */
export function sizesOf(tiers: readonly RateTier[]): readonly Seconds[] {
  return tiers.length > 0 ? tiers.map(({ hours }) => hours) : usualSteps;
}

/** The steps of the rate card around a size, the nearest first, and twice the size. */
function neighbours(size: Seconds, tiers: readonly RateTier[]): Seconds[] {
  const steps = tiers.map(({ hours }) => hours);
  const larger = steps.filter(step => step > size).sort((a, b) => a - b);
  const smaller = steps.filter(step => step < size).sort((a, b) => b - a);
  const double = seconds(size * 2);
  return [...smaller.slice(0, 1), ...larger.slice(0, 1), double, ...larger.slice(1), ...smaller.slice(1)];
}

/** How long a size lasts at a pace, in whole weeks below two months. */
export function lastsFor(
  size: Seconds,
  { used, days }: Pace,
): { readonly weeks: number } | { readonly months: number } {
  const lasts = (size * days) / used;
  if (lasts < 2 * daysInMonth) return { weeks: Math.max(Math.round(lasts / 7), 1) };
  return { months: Math.round(lasts / daysInMonth) };
}
