import { isPurchase } from '../block';
import type { Ledger } from '../ledger';
import type { SettledClient } from '../rules/settle';
import { dateText } from '../units/calendar-date';
import { hoursText, type Seconds } from '../units/seconds';
import { type Standing, standingOf } from './standing';

/** Worst first. */
export const levels = ['used up', 'expired', 'low', 'expiring'] as const;
export type Level = (typeof levels)[number];

/** Whether the client was told of a level of a block; it outlives rows, names and sorting. */
export type Told = (block: string, level: Level) => boolean;

/** One level of which a client is to be told. */
export interface DueLevel {
  readonly level: Level;
  /** Number of the newest purchase; for `expiring` of the block that ends. */
  readonly block: string;
  /** The figures that decided, for the person who checks. */
  readonly why: string;
}

/** What a client is to be told today, worst first; nothing where it never bought. */
export function dueLevels(settled: SettledClient, ledger: Ledger, told: Told): DueLevel[] {
  const standing = standingOf(settled, ledger.settings);
  const { newest } = standing;
  if (!newest) return [];
  const due: DueLevel[] = [];
  if (standing.level && isDue(settled, standing, newest.number, told)) {
    due.push({ level: standing.level, block: newest.number, why: whyLevel(standing, newest.hours) });
  }
  for (const { block, left } of standing.expiring) {
    if (told(block.number, 'expiring') || block.expires === undefined) continue;
    const why = `${hoursText(left as Seconds)} of ${block.number} end on ${dateText(block.expires)}`;
    due.push({ level: 'expiring', block: block.number, why });
  }
  return due;
}

function isDue(settled: SettledClient, { level, newest }: Standing, block: string, told: Told): boolean {
  if (told(block, 'used up') || told(block, 'expired')) return false;
  if (level === 'low' && told(block, 'low')) return false;
  // A purchase that only pays back overage is no use of it: the first work after it is.
  return level === 'expired' || hasWorkSince(settled, newest?.date ?? 0);
}

function hasWorkSince({ entries, asOf }: SettledClient, date: number): boolean {
  for (let index = entries.length - 1; index >= 0; index--) {
    const at = entries[index]?.entry.date ?? 0;
    if (at < date) return false;
    if (at <= asOf) return true;
  }
  return false;
}

function whyLevel({ level, hoursLeft, expiredUnused }: Standing, bought: Seconds): string {
  const left = `${hoursText(hoursLeft)} left of ${hoursText(bought)}`;
  return level === 'expired' ? `${left}; ${hoursText(expiredUnused)} expired unused` : left;
}

/** How a client's notices go out: by themselves, after a person's look, or not at all. */
export type Route =
  | { readonly kind: 'send' }
  | { readonly kind: 'review'; readonly reason: string }
  | { readonly kind: 'off'; readonly reason: string };

export function routeOf({ client, entries, blocks, asOf }: SettledClient, ledger: Ledger): Route {
  if (!client.active) return { kind: 'off', reason: 'The client is not active.' };
  if (client.terms.notices === 'Off') return { kind: 'off', reason: 'Notices is Off for this client.' };
  const broken = ledger.broken.get(client.key)?.[0];
  if (broken) return review(`${broken.tab} row ${broken.row} cannot be counted: see Check workbook.`);
  if (client.terms.notices === 'Review') return review('Notices is Review for this client.');
  const { quietAfter } = ledger.settings;
  const purchases = blocks.filter(isPurchase);
  const dates = [...entries.map(({ entry }) => entry.date), ...purchases.map(block => block.date)];
  const active = dates.some(date => date <= asOf && date > asOf - quietAfter);
  if (quietAfter > 0 && !active) return review(`Neither work nor a purchase in ${quietAfter} days.`);
  return { kind: 'send' };
}

function review(reason: string): Route {
  return { kind: 'review', reason };
}
