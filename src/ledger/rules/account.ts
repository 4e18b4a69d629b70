import type { Block, Purpose } from '../model/block';
import type { TimeEntry } from '../model/time-entry';
import { minus } from '../units/amounts';
import type { CalendarDate } from '../units/calendar-date';
import type { MinorUnits } from '../units/money';
import { noTime, type Seconds } from '../units/seconds';
import type { ChargedEntry } from './charging';
import { drawFrom, type OpenBlock } from './open-block';

/** One step of the replay as a person would tell it; times in seconds, `left` is the balance after it. */
export interface Step {
  readonly kind: 'usable' | 'work' | 'uncovered' | 'gives back' | 'takes out' | 'expires' | 'invoices';
  readonly date: CalendarDate;
  readonly entry: ChargedEntry | undefined;
  /** The block that gives or takes; of uncovered hours the minus row they come from. */
  readonly block: Block | undefined;
  /** The minus row or entry whose hours are given back, by its row. */
  readonly row: number | undefined;
  readonly drawn: Seconds;
  readonly left: Seconds;
}

/**
 * Hears every movement of money in the order of the replay: what it is, and when it happens to which block.
 *
 * `worth` is the difference that the movement makes to the block's running total; `from` is the entry or minus row
 * that takes it, `taken` its hours. Plain arguments, as nothing may be made where nobody listens.
 */
export interface Post {
  /** The block is sold, or an overage invoice written; its price is its own. */
  sold(date: CalendarDate, open: OpenBlock): void;
  drawn(
    date: CalendarDate,
    open: OpenBlock,
    worth: MinorUnits,
    from: TimeEntry | Block,
    taken: Seconds,
  ): void;
  /** It has expired, with hours left or none. */
  expired(date: CalendarDate, open: OpenBlock): void;
  /** So many more hours are to be invoiced, or fewer. */
  overage(date: CalendarDate, change: Seconds): void;
  /** A minus row has drawn what it could on its date. */
  tookOut(date: CalendarDate, row: Block): void;
}

/** What a minus row has taken out of blocks so far. */
export interface Taking {
  drawn: Seconds;
  /** Of the drawn hours, by the prices of their blocks. */
  value: MinorUnits;
  /** What no block covered on the row's own day. */
  short: Seconds;
  readonly from: Set<OpenBlock>;
}

/** One client's account after the replay up to a date, with all that it needs to go on from there. */
export interface Account {
  readonly opened: readonly OpenBlock[];
  /** Hours left in usable blocks. */
  usable: Seconds;
  /** Hours of sold blocks that are not usable yet. */
  notYetUsable: Seconds;
  readonly waiting: OverageQueue;
  readonly toInvoice: OverageQueue;
  /** Charged by time entries. */
  charged: Seconds;
  /** Of minus rows, what no block covered when they came. */
  uncoveredRemoval: Seconds;
  /** By minus row. */
  readonly takings: Map<Block, Taking>;
  /** What last brought balance and hours not yet usable from above zero to zero or below. */
  ranOut: { readonly by: 'use' | 'expiry'; readonly expired: Seconds };
  /** How many hours have come to wait so far, over both queues. */
  arrivals: number;
  /** The hours that ended unused on one day, for a notice names them together. */
  readonly ended: { on: number; unused: Seconds };
}

/** Before anything has happened. */
export function emptyAccount(opened: readonly OpenBlock[]): Account {
  return {
    opened,
    usable: noTime,
    notYetUsable: noTime,
    waiting: createQueue(),
    toInvoice: createQueue(),
    charged: noTime,
    uncoveredRemoval: noTime,
    takings: new Map(),
    ranOut: { by: 'use', expired: noTime },
    arrivals: 0,
    ended: { on: 0, unused: noTime },
  };
}

/** The order within a day; time entries come between 2 and 4. */
export const phases = { sold: 0, expires: 1, usable: 2, entries: 3, minus: 4, invoice: 5, end: 6 };

export interface BlockEvent {
  readonly date: CalendarDate;
  readonly phase: number;
  readonly open: OpenBlock;
}

/** Hours that no block covered, with the work or minus row they came from. */
export interface UncoveredHours {
  readonly from: TimeEntry | Block;
  readonly purpose: Purpose;
  /** Order of arrival over both queues. */
  readonly arrival: number;
  left: Seconds;
}

/** First in, first out; `first` moves instead of shifting the list, so that giving back stays linear. */
export interface OverageQueue {
  readonly items: UncoveredHours[];
  first: number;
  total: Seconds;
}

function createQueue(): OverageQueue {
  return { items: [], first: 0, total: noTime };
}

/** Covers waiting hours from `open`, oldest first; calls `covered` for each piece and what it is worth. */
export function coverFrom(
  open: OpenBlock,
  queues: readonly OverageQueue[],
  covered: (item: UncoveredHours, taken: Seconds, worth: MinorUnits) => void,
): void {
  while (open.left > 0) {
    let queue: OverageQueue | undefined;
    let item: UncoveredHours | undefined;
    for (const each of queues) {
      const next = each.items[each.first];
      if (next && (!item || next.arrival < item.arrival)) [queue, item] = [each, next];
    }
    if (!queue || !item) return;
    const before = open.value[item.purpose];
    const taken = drawFrom(open, item.left, item.purpose);
    item.left = minus(item.left, taken);
    queue.total = minus(queue.total, taken);
    if (item.left === 0) queue.first++;
    covered(item, taken, minus(open.value[item.purpose], before));
  }
}
