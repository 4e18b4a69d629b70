import type { OpenBlock, Purpose } from './open-block';
import { drawFrom } from './open-block';

/** Hours that no block covered, with the work or minus row they came from. */
export interface Uncovered {
  readonly from: { readonly row: number };
  readonly purpose: Purpose;
  /** Order of arrival over both queues. */
  readonly arrival: number;
  left: number;
}

/** First in, first out; `first` moves instead of shifting the list, so that giving back stays linear. */
export interface OverageQueue {
  readonly items: Uncovered[];
  first: number;
  total: number;
}

export function createQueue(): OverageQueue {
  return { items: [], first: 0, total: 0 };
}

export function addUncovered(queue: OverageQueue, item: Uncovered): void {
  queue.items.push(item);
  queue.total += item.left;
}

/** Covers waiting hours from `open`, oldest first; calls `covered` for each piece. */
export function coverFrom(
  open: OpenBlock,
  queues: readonly OverageQueue[],
  covered: (item: Uncovered, taken: number) => void,
): void {
  while (open.left > 0) {
    const queue = oldest(queues);
    const item = queue?.items[queue.first];
    if (!queue || !item) return;
    const taken = drawFrom(open, item.left, item.purpose);
    item.left -= taken;
    queue.total -= taken;
    if (item.left === 0) queue.first++;
    covered(item, taken);
  }
}

function oldest(queues: readonly OverageQueue[]): OverageQueue | undefined {
  let found: OverageQueue | undefined;
  for (const queue of queues) {
    const arrival = queue.items[queue.first]?.arrival ?? Number.POSITIVE_INFINITY;
    if (arrival < (found?.items[found.first]?.arrival ?? Number.POSITIVE_INFINITY)) found = queue;
  }
  return found;
}
