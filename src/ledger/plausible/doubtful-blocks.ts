import type { Block } from '../model/block';
import type { Settings } from '../model/settings';
import { type Doubt, mendCell } from './doubt';

/** A purchase for nothing: a price that was forgotten, or free hours, which are no purchase. */
export function freePurchases(blocks: readonly Block[]): Doubt[] {
  const free = blocks.filter(({ kind, price, hours }) => kind === 'Purchase' && price === 0 && hours > 0);
  return free.map(({ row, clientKey }) => {
    const message =
      'A Purchase for 0. Type its Price; for free hours choose the Kind Goodwill, with the reason in Note.';
    const mends = [mendCell('Make it Goodwill', { tab: 'Blocks', row, header: 'Kind', value: 'Goodwill' })];
    return { clientKey, issue: { tab: 'Blocks', row, header: 'Price', message, mends } };
  });
}

/** What stands in Paid on and is no day; only where unpaid hours wait it spoils a figure. */
export function unreadPayments(blocks: readonly Block[], unpaid: Settings['unpaidBlocks']): UnreadPayment[] {
  return blocks.flatMap(({ row, clientKey, paidUnread }) => {
    if (paidUnread === undefined) return [];
    const message = `Paid on ${paidUnread} is no day, so the block counts as unpaid. Type the day on which the money came, such as 2026-11-23; clear it if it has not come.`;
    const issue = { tab: 'Blocks' as const, row, header: 'Paid on', message };
    return [{ clientKey, issue, spoils: unpaid === 'wait' }];
  });
}

interface UnreadPayment extends Doubt {
  readonly spoils: boolean;
}
