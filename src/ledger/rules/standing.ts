import { type Block, isPurchase, seriesOf } from '../model/block';
import type { ClientTerms, Settings } from '../model/settings';
import { plus } from '../units/amounts';
import { addDays, type CalendarDate } from '../units/calendar-date';
import { timesDecimal } from '../units/decimal';
import type { Seconds } from '../units/seconds';
import type { OpenBlock } from './open-block';
import { type Pace, recentPace } from './run-out';
import { balanceOf, type SettledClient } from './settle';

/** How a client stands: what a notice would be about, told or not. */
export interface Standing {
  /** Balance + hours of sold blocks not yet usable, so that who has renewed is not nagged. */
  readonly hoursLeft: Seconds;
  /** The purchase that armed the notices; nothing for a client that never bought. */
  readonly newest: Block | undefined;
  readonly level: 'used up' | 'expired' | 'low' | undefined;
  /** From so many hours left on the client is low. */
  readonly lowAt: number;
  /** Where only the recent pace makes it `low`: the day of the run-out. */
  readonly lowByPace: CalendarDate | undefined;
  /** Hours that ended unused, where the level is `expired`. */
  readonly expiredUnused: Seconds;
  /** Blocks with hours left that end soon. */
  readonly expiring: readonly OpenBlock[];
  /** The newest purchase is a period of a block that repeats: the next one comes by itself. */
  readonly repeats: boolean;
}

type WarnTerms = Pick<ClientTerms, 'warnAt' | 'warnAtShare'>;

export type StandingSettings = Pick<Settings, 'warnBeforeExpiry' | 'warnBeforeRunOut' | 'paceWeeks'>;

/** Many ask how a client stands in the course of a run, of which nothing changes: it is worked out once. */
const known = new WeakMap<
  SettledClient,
  { readonly settings: StandingSettings; readonly standing: Standing }
>();

export function standingOf(settled: SettledClient, settings: StandingSettings): Standing {
  const found = known.get(settled);
  if (found?.settings === settings) return found.standing;
  const standing = workOut(settled, settings);
  known.set(settled, { settings, standing });
  return standing;
}

function workOut(settled: SettledClient, settings: StandingSettings): Standing {
  const { account, asOf, client } = settled;
  const hoursLeft = plus(balanceOf(settled), account.notYetUsable);
  // What was never paid, or ended before it began, is no purchase that arms anything.
  const lapsed = new Set(account.opened.flatMap(({ state, block }) => (state === 'lapsed' ? [block] : [])));
  const newest = newestPurchase(
    settled.blocks.filter(block => !lapsed.has(block)),
    asOf,
  );
  const isRepeating = repeatingIn(settled.blocks);
  // What ends with a period is followed by the next.
  const expiring = account.opened.filter(
    open => endsSoon(open, asOf, settings.warnBeforeExpiry) && !isRepeating(open.block),
  );
  const expiredUnused = account.ranOut.expired;
  const pace =
    settings.warnBeforeRunOut > 0 ? recentPace(settled.entries, asOf, settings.paceWeeks) : undefined;
  const lowAt = newest ? lowLimit(client.terms, newest, pace, settings.warnBeforeRunOut) : 0;
  const repeats = newest !== undefined && isRepeating(newest);
  const level = levelOf(settled, hoursLeft, newest, lowAt, repeats);
  const isByPace =
    pace && newest && level === 'low' && hoursLeft > lowLimit(client.terms, newest, undefined, 0);
  const lowByPace = isByPace ? addDays(asOf, Math.ceil((hoursLeft * pace.days) / pace.used)) : undefined;
  return { hoursLeft, newest, level, lowAt, lowByPace, expiredUnused, expiring, repeats };
}

/** The last Purchase, Opening or incoming Transfer up to a date, by Date, then Block number. */
export function newestPurchase(blocks: readonly Block[], upTo: number): Block | undefined {
  const bought = blocks.filter(block => isPurchase(block) && block.date <= upTo);
  return bought.sort((a, b) => b.date - a.date || b.order - a.order)[0];
}

/** Tells of each block whether it, or the one that it is a period of, still repeats. */
export function repeatingIn(
  blocks: readonly Block[],
): (block: Pick<Block, 'number' | 'reference'>) => boolean {
  const series = new Set(blocks.flatMap(block => (block.repeats ? [seriesOf(block)] : [])));
  return block => series.size > 0 && series.has(seriesOf(block));
}

function levelOf(
  { account }: SettledClient,
  hoursLeft: Seconds,
  newest: Block | undefined,
  lowAt: number,
  repeats: boolean,
): Standing['level'] {
  const ever = account.opened.some(({ state }) => state !== 'later' && state !== 'lapsed');
  if (hoursLeft < 0 || (hoursLeft === 0 && ever)) {
    if (account.ranOut.by !== 'expiry') return 'used up';
    if (!repeats) return 'expired';
    // The row of the next period may not be written yet.
    return hoursLeft < 0 ? 'used up' : undefined;
  }
  return newest && hoursLeft <= lowAt ? 'low' : undefined;
}

/** With so many hours left a client is low: by hours, by a share of the newest purchase, or by days at its pace. */
function lowLimit(
  { warnAt, warnAtShare }: WarnTerms,
  newest: Block,
  pace: Pace | undefined,
  days: number,
): number {
  // Half of a small block: five hours' warning on a five-hour block would be due at once.
  const half = newest.hours / 2;
  const byPace = pace ? Math.min((pace.used * days) / pace.days, half) : 0;
  return Math.max(Math.min(warnAt, half), timesDecimal(newest.hours, warnAtShare), byPace);
}

/** Hours from here down to each level; 0 or below where it is reached. */
export function marginsOf({ hoursLeft, newest, lowAt }: Standing): readonly number[] {
  return newest ? [hoursLeft - lowAt, hoursLeft] : [hoursLeft];
}

/** Whether so many hours, counted already or not yet, could bring about a level. */
export function isNear(margins: readonly number[], hours: number): boolean {
  return margins.some(margin => hours >= Math.abs(margin));
}

/**
 * Ends within `days`, the first and the last day included; 0 days is never.
 *
 * Only once more than half of its usable days are over: who has bought four weeks today is not warned today.
 */
function endsSoon(open: OpenBlock, today: number, days: number): boolean {
  const { state, left, firstUsable, expires } = open;
  const isHalfOver = 2 * (today - firstUsable) > expires - firstUsable + 1;
  return days > 0 && state === 'usable' && left > 0 && expires - today <= days && isHalfOver;
}
