import type { Block } from '../model/block';
import type { RateTier, Settings } from '../model/settings';
import type { Pace } from '../rules/run-out';
import { type Seconds, secondsPerHour } from '../units/seconds';
import { type Offer, offerOf, type PriceTerms } from './offer';

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
const usualSteps = [10, 20, 40].map(hours => hours * secondsPerHour);
const countOfOthers = 2;

/** Proposes what the client bought last, and beside it what it uses in three and in six months at its pace. */
export function renewalOffers(
  newest: Pick<Block, 'kind' | 'hours'>,
  pace: Pace | undefined,
  terms: PriceTerms,
  rates: Pick<Settings, 'rateCards'>,
): RenewalOffers {
  const tiers = rates.rateCards.get(terms.currency) ?? [];
  // What was brought forward or moved over is no size that anybody sells.
  const main = newest.kind === 'Purchase' ? newest.hours : roundedSize(newest.hours, tiers);
  const sizes = new Set<number>();
  for (const size of [...sizesByPace(pace, tiers), ...neighbours(main, tiers)])
    if (size !== main && sizes.size < countOfOthers) sizes.add(size);
  const offer = (size: number) => offerOf(size as Seconds, terms, rates);
  return { main: offer(main), others: [...sizes].sort((a, b) => a - b).map(offer) };
}

function sizesByPace(pace: Pace | undefined, tiers: readonly RateTier[]): number[] {
  if (!pace) return [];
  return monthsOfOthers.map(months => roundedSize((pace.used / pace.days) * daysInMonth * months, tiers));
}

/** A step of the rate card where one is near, else whole five hours. */
function roundedSize(wished: number, tiers: readonly RateTier[]): number {
  const distance = ({ hours }: RateTier) => Math.abs(hours - wished);
  const [nearest] = [...tiers].sort((a, b) => distance(a) - distance(b));
  if (nearest && distance(nearest) <= nearStep * wished) return nearest.hours;
  return Math.max(Math.round(wished / wholeSteps), 1) * wholeSteps;
}

/** The sizes of the rate card, the smallest first; without one those that most firms sell. */
export function sizesOf(tiers: readonly RateTier[]): readonly Seconds[] {
  const steps: readonly number[] = tiers.length > 0 ? tiers.map(({ hours }) => hours) : usualSteps;
  return steps as readonly Seconds[];
}

/** The steps of the rate card around a size, the nearest first; beyond its ends half and double. */
function neighbours(size: number, tiers: readonly RateTier[]): number[] {
  const steps = sizesOf(tiers) as readonly number[];
  const larger = steps.filter(step => step > size).sort((a, b) => a - b);
  const smaller = steps.filter(step => step < size).sort((a, b) => b - a);
  const half = Math.max(Math.round(size / 2 / wholeSteps), 1) * wholeSteps;
  const [up = size * 2, down = half] = [larger[0], smaller[0]];
  return [down, up, ...larger.slice(1), ...smaller.slice(1), size * 2, size * 3];
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
