import type { Block } from '../block';
import { addDays, type CalendarDate } from '../units/calendar-date';
import { type MinorUnits, noMoney, shareOf } from '../units/money';
import type { Seconds } from '../units/seconds';

/** Where the hours that leave a block go. */
export type Purpose = 'work' | 'correction' | 'removal';

/**
 * A block in the course of the replay.
 *
 * All hours that leave it share one running total, so each draw is worth the difference it makes and a used-up
 * block is worth its price to the cent.
 */
export interface OpenBlock {
  readonly block: Block;
  /** Nothing while it waits for its payment. */
  readonly firstUsable: CalendarDate | undefined;
  /** `later`: not sold yet; `sold`: not usable yet; `invoice`: covers overage and nothing else. */
  state: 'later' | 'sold' | 'usable' | 'expired' | 'invoice';
  left: number;
  readonly drawn: Record<Purpose, number>;
  readonly value: Record<Purpose, number>;
}

export function openBlock(block: Block, unpaid: 'use' | 'wait'): OpenBlock {
  return {
    block,
    firstUsable: firstUsableDay(block, unpaid),
    state: 'later',
    left: block.hours,
    drawn: { work: 0, correction: 0, removal: 0 },
    value: { work: 0, correction: 0, removal: 0 },
  };
}

/** The latest of Date, Starts and, where unpaid blocks wait, Paid on. */
export function firstUsableDay(block: Block, unpaid: 'use' | 'wait'): CalendarDate | undefined {
  const from = Math.max(block.date, block.starts ?? block.date) as CalendarDate;
  if (unpaid === 'use' || block.kind !== 'Purchase' || block.price === 0) return from;
  return block.paidOn === undefined ? undefined : (Math.max(from, block.paidOn) as CalendarDate);
}

/** The day on which it has expired: the one after its last day, but never before it was sold. */
export function expiryDay(block: Block): CalendarDate | undefined {
  if (block.expires === undefined) return undefined;
  return Math.max(addDays(block.expires, 1), block.date) as CalendarDate;
}

/** Soonest expiry first (never last), then Starts (blank: Date), then Block number. */
export function drawOrder(a: OpenBlock, b: OpenBlock): number {
  return (
    (a.block.expires ?? Number.POSITIVE_INFINITY) - (b.block.expires ?? Number.POSITIVE_INFINITY) ||
    (a.block.starts ?? a.block.date) - (b.block.starts ?? b.block.date) ||
    a.block.order - b.block.order ||
    0 // two blocks that never expire: ∞ − ∞ is no number
  );
}

/** Takes up to `wanted` seconds out of the block and gives how many it had. */
export function drawFrom(open: OpenBlock, wanted: number, purpose: Purpose): number {
  const taken = Math.min(open.left, wanted);
  if (taken <= 0) return 0;
  const before = deferredRevenue(open);
  open.left -= taken;
  open.drawn[purpose] += taken;
  open.value[purpose] += before - deferredRevenue(open);
  return taken;
}

/** What is still owed in work: price − V. */
export function deferredRevenue(open: OpenBlock): MinorUnits {
  const { price, hours } = open.block;
  if (price === 0) return noMoney;
  return (price - shareOf(price, (hours - open.left) as Seconds, hours)) as MinorUnits;
}
