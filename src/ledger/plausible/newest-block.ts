import { type Block, isPurchase } from '../model/block';
import type { CalendarDate } from '../units/calendar-date';
import { groupsOf } from '../units/groups';

/** The newest purchase of a client by a day; before the first one, that one, which pays back what was worked. */
export function createNewestBefore(blocks: readonly Block[]) {
  const bought = groupsOf(blocks.filter(isPurchase), ({ clientKey }) => clientKey);
  for (const own of bought.values()) own.sort((a, b) => a.date - b.date || a.order - b.order);
  return (clientKey: string, date: CalendarDate): Block | undefined => {
    const own = bought.get(clientKey);
    if (!own) return undefined;
    let [low, high] = [0, own.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((own[middle] as Block).date <= date) low = middle + 1;
      else high = middle;
    }
    return own[Math.max(0, low - 1)];
  };
}
