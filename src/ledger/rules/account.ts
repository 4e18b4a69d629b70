import type { Block } from '../model/block';
import type { TimeEntry } from '../model/time-entry';
import type { CalendarDate } from '../units/calendar-date';
import type { MinorUnits } from '../units/money';
import { noTime, type Seconds } from '../units/seconds';
import type { ChargedEntry } from './charging';
import type { OpenBlock } from './open-block';
import { createQueue, type OverageQueue } from './overage';

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
 * that takes it. Plain arguments, as nothing may be made where nobody listens.
 */
export interface Post {
  /** The block is sold, or an overage invoice written; its price is its own. */
  sold(date: CalendarDate, open: OpenBlock): void;
  drawn(date: CalendarDate, open: OpenBlock, worth: MinorUnits, from: TimeEntry | Block): void;
  /** It has expired, with hours left or none. */
  expired(date: CalendarDate, open: OpenBlock): void;
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
