import type { Issue } from '../reading/issue';
import type { SettledClient } from '../rules/settle';
import { hoursText, type Seconds } from '../units/seconds';

/** What only the replay finds: hours taken out that no block had, and overage invoiced that there is not. */
export function replayIssues({ account, blocks }: SettledClient): Issue[] {
  const issue = (row: number, message: string): Issue => ({ tab: 'Blocks', row, message });
  const issues: Issue[] = [];
  const kinds = new Map(blocks.map(({ row, kind }) => [row, kind]));
  for (const { from, purpose, left } of account.waiting.items) {
    // An overdraft brought forward waits for the next block: that is its meaning.
    if (purpose === 'work' || left === 0 || kinds.get(from.row) === 'Opening') continue;
    const found = `Takes out ${hoursText(left as Seconds)} that no block has left, so they wait as overage.`;
    issues.push(issue(from.row, `${found} Correct Hours or Reference.`));
  }
  for (const { block, state, left } of account.opened) {
    if (state !== 'invoice' || left === 0) continue;
    const found = `Invoices ${hoursText(left as Seconds)} more than the overage up to its Date, so they cover nothing.`;
    issues.push(issue(block.row, `${found} Correct Hours or Date.`));
  }
  return issues;
}
