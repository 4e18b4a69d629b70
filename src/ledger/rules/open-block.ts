import type { Block, BlockUse, Purpose } from '../model/block';
import { lesser, minus, plus } from '../units/amounts';
import { afterAllDates, type CalendarDate, later } from '../units/calendar-date';
import { type MinorUnits, noMoney, shareOf } from '../units/money';
import { noTime, type Seconds } from '../units/seconds';

export const never = afterAllDates;

/**
 * A block in the course of the replay.
 *
 * All hours that leave it share one running total, so each draw is worth the difference it makes and a used-up
 * block is worth its price to the cent.
 */
export interface OpenBlock {
  readonly block: Block;
  readonly starts: CalendarDate;
  /** `never` while it waits for its payment, and where it begins after its last day. */
  readonly firstUsable: CalendarDate;
  /** Its last day, or `never`. */
  readonly expires: CalendarDate;
  state: BlockUse;
  left: Seconds;
  readonly drawn: Record<Purpose, Seconds>;
  readonly value: Record<Purpose, MinorUnits>;
}

export function openBlock(block: Block, unpaid: 'use' | 'wait'): OpenBlock {
  const { date, starts = date, expires = never, paidOn = never, kind, price } = block;
  const isUnpaid = unpaid === 'wait' && kind === 'Purchase' && price !== 0;
  const begins = later(date, starts);
  return {
    block,
    starts,
    firstUsable: begins > expires ? never : later(begins, isUnpaid ? paidOn : date),
    expires,
    state: 'later',
    left: block.hours,
    drawn: { work: noTime, correction: noTime, removal: noTime },
    value: { work: noMoney, correction: noMoney, removal: noMoney },
  };
}

/** Paid, but after its last day: its hours came and went at once, and nobody has told the client yet. */
export function isPaidTooLate({ firstUsable, expires }: OpenBlock, asOf: CalendarDate): boolean {
  return firstUsable > expires && firstUsable <= asOf;
}

/** Soonest expiry first (never last), then Starts (blank: Date), then Block number. */
export function drawOrder(a: OpenBlock, b: OpenBlock): number {
  return a.expires - b.expires || a.starts - b.starts || a.block.order - b.block.order;
}

/**
 * The usable blocks of a client, of which the first in draw order is at hand.
 *
 * A heap, for a client may have tens of thousands at once; what is used up or has expired is left in it until it
 * comes up, for then it is out of the question.
 */
export function createDrawQueue() {
  const heap: OpenBlock[] = [];
  const at = (place: number) => heap[place] as OpenBlock;
  const swap = (one: number, other: number) => {
    [heap[one], heap[other]] = [at(other), at(one)];
  };
  function sink(): void {
    for (let place = 0; ; ) {
      let next = place;
      for (const child of [2 * place + 1, 2 * place + 2])
        if (child < heap.length && drawOrder(at(child), at(next)) < 0) next = child;
      if (next === place) return;
      swap(place, next);
      place = next;
    }
  }
  function dropFirst(): void {
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    heap[0] = last;
    sink();
  }
  return {
    add(open: OpenBlock): void {
      let place = heap.push(open) - 1;
      for (let above = (place - 1) >> 1; place > 0; place = above, above = (place - 1) >> 1) {
        if (drawOrder(open, at(above)) >= 0) return;
        swap(place, above);
      }
    },
    first(): OpenBlock | undefined {
      while (heap[0] && (heap[0].state !== 'usable' || heap[0].left === 0)) dropFirst();
      return heap[0];
    },
  };
}

/** Takes up to `wanted` seconds out of the block and gives how many it had. */
export function drawFrom(open: OpenBlock, wanted: Seconds, purpose: Purpose): Seconds {
  const taken = lesser(open.left, wanted);
  const before = deferredRevenue(open);
  open.left = minus(open.left, taken);
  open.drawn[purpose] = plus(open.drawn[purpose], taken);
  open.value[purpose] = plus(open.value[purpose], minus(before, deferredRevenue(open)));
  return taken;
}

/** What is still owed in work: price − V. */
export function deferredRevenue({ block: { price, hours }, left }: OpenBlock): MinorUnits {
  return minus(price, shareOf(price, minus(hours, left), hours));
}
