import type { Block, Purpose } from '../model/block';
import type { TimeEntry } from '../model/time-entry';
import { minus } from '../units/amounts';
import type { MinorUnits } from '../units/money';
import { noTime, type Seconds } from '../units/seconds';
import { drawFrom, type OpenBlock } from './open-block';

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

export function createQueue(): OverageQueue {
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
