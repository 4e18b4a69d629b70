import type { Block, BlockUse, Purpose } from '../model/block';
import { type CalendarDate, lastDate } from '../units/calendar-date';
import { type MinorUnits, shareOf } from '../units/money';
import type { Seconds } from '../units/seconds';
/** After every date that a sheet knows. */
export const never = (lastDate + 1) as CalendarDate;

/**
 * A block in the course of the replay.
 *
 * All hours that leave it share one running total, so each draw is worth the difference it makes and a used-up
 * block is worth its price to the cent.
 */
export interface OpenBlock {
  readonly block: Block;
  readonly starts: CalendarDate;
  /** `never` while it waits for its payment. */
  readonly firstUsable: CalendarDate;
  /** Its last day, or `never`. */
  readonly expires: CalendarDate;
  state: BlockUse;
  left: number;
  readonly drawn: Record<Purpose, number>;
  readonly value: Record<Purpose, number>;
}

export function openBlock(block: Block, unpaid: 'use' | 'wait'): OpenBlock {
  const { date, starts = date, expires = never, paidOn = never, kind, price } = block;
  const isUnpaid = unpaid === 'wait' && kind === 'Purchase' && price !== 0;
  return {
    block,
    starts,
    firstUsable: Math.max(date, starts, isUnpaid ? paidOn : date) as CalendarDate,
    expires,
    state: 'later',
    left: block.hours,
    drawn: { work: 0, correction: 0, removal: 0 },
    value: { work: 0, correction: 0, removal: 0 },
  };
}

/** Soonest expiry first (never last), then Starts (blank: Date), then Block number. */
export function drawOrder(a: OpenBlock, b: OpenBlock): number {
  return a.expires - b.expires || a.starts - b.starts || a.block.order - b.block.order;
}

/** Takes up to `wanted` seconds out of the block and gives how many it had. */
export function drawFrom(open: OpenBlock, wanted: number, purpose: Purpose): number {
  const taken = Math.min(open.left, wanted);
  const before = deferredRevenue(open);
  open.left -= taken;
  open.drawn[purpose] += taken;
  open.value[purpose] += before - deferredRevenue(open);
  return taken;
}

/** What is still owed in work: price − V. */
export function deferredRevenue({ block: { price, hours }, left }: OpenBlock): MinorUnits {
  return (price - shareOf(price, (hours - left) as Seconds, hours)) as MinorUnits;
}
