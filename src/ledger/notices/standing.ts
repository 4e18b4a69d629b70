import { type Block, isPurchase } from '../block';
import type { OpenBlock } from '../rules/open-block';
import { balanceOf, type SettledClient } from '../rules/settle';
import type { ClientTerms, Settings } from '../settings';
import { timesDecimal } from '../units/decimal';
import type { Seconds } from '../units/seconds';

/** How a client stands: what a notice would be about, told or not. */
export interface Standing {
  /** Balance + hours of sold blocks not yet usable, so that who has renewed is not nagged. */
  readonly hoursLeft: Seconds;
  /** The purchase that armed the notices; nothing for a client that never bought. */
  readonly newest: Block | undefined;
  readonly level: 'used up' | 'expired' | 'low' | undefined;
  /** Hours that ended unused, where the level is `expired`. */
  readonly expiredUnused: Seconds;
  /** Blocks with hours left that end soon. */
  readonly expiring: readonly OpenBlock[];
}

type WarnTerms = Pick<ClientTerms, 'warnAt' | 'warnAtShare'>;

export function standingOf(settled: SettledClient, settings: Pick<Settings, 'warnBeforeExpiry'>): Standing {
  const { account, asOf } = settled;
  const hoursLeft = (balanceOf(settled) + account.notYetUsable) as Seconds;
  const newest = newestPurchase(settled.blocks, asOf);
  const expiring = account.opened.filter(open => endsSoon(open, asOf, settings.warnBeforeExpiry));
  const expiredUnused = account.ranOut.expired as Seconds;
  return { hoursLeft, newest, level: levelOf(settled, hoursLeft, newest), expiredUnused, expiring };
}

/** The last Purchase, Opening or incoming Transfer up to a date, by Date, then Block number. */
export function newestPurchase(blocks: readonly Block[], upTo: number): Block | undefined {
  const bought = blocks.filter(block => isPurchase(block) && block.date <= upTo);
  return bought.sort((a, b) => b.date - a.date || b.order - a.order)[0];
}

function levelOf(
  { account, client }: SettledClient,
  hoursLeft: Seconds,
  newest: Block | undefined,
): Standing['level'] {
  const ever = account.opened.some(open => open.state !== 'later');
  if (hoursLeft < 0 || (hoursLeft === 0 && ever))
    return account.ranOut.by === 'expiry' ? 'expired' : 'used up';
  return newest && hoursLeft <= lowAt(client.terms, newest) ? 'low' : undefined;
}

function lowAt({ warnAt, warnAtShare }: WarnTerms, newest: Block): number {
  // Half of a small block: five hours' warning on a five-hour block would be due at once.
  const byHours = Math.min(warnAt, newest.hours / 2);
  return Math.max(byHours, timesDecimal(newest.hours, warnAtShare));
}

/** Hours from here down to each level; 0 or below where it is reached. */
export function marginsOf({ hoursLeft, newest }: Standing, terms: WarnTerms): readonly number[] {
  return newest ? [hoursLeft - lowAt(terms, newest), hoursLeft] : [hoursLeft];
}

/** Whether so many hours, counted already or not yet, could bring about a level. */
export function isNear(margins: readonly number[], hours: number): boolean {
  return margins.some(margin => hours >= Math.abs(margin));
}

/** Ends within `days`, the first and the last day included; 0 days is never. */
function endsSoon({ state, left, expires }: OpenBlock, today: number, days: number): boolean {
  return days > 0 && state === 'usable' && left > 0 && expires - today <= days;
}
