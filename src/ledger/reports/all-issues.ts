import type { Ledger } from '../ledger';
import type { Issue } from '../reading/issue';
import type { SettledClient } from '../rules/settle';
import { tabNames } from '../tabs';
import { hoursText, type Seconds } from '../units/seconds';

/** Everything that a person should mend or know, in the order of tabs and rows. */
export function allIssues(ledger: Ledger, settled: Iterable<SettledClient>): Issue[] {
  const all = [...ledger.issues];
  for (const each of settled) all.push(...issuesOf(each));
  return all.sort((a, b) => tabNames.indexOf(a.tab) - tabNames.indexOf(b.tab) || a.row - b.row);
}

/** What only the replay shows: rows that take out more than there is, or invoice more than is open. */
function issuesOf({ account, blocks }: SettledClient): Issue[] {
  const issues: Issue[] = [];
  for (const { from, purpose, left } of account.waiting.items) {
    const block = purpose === 'work' ? undefined : blocks.find(({ row }) => row === from.row);
    if (!block || block.kind === 'Opening') continue;
    const waits = left > 0 ? `; ${hoursText(left as Seconds)} of it wait for the next block` : '';
    const message = `This ${block.kind} takes out more hours than were left on its date${waits}. Check the hours.`;
    issues.push({ tab: 'Blocks', row: block.row, message });
  }
  for (const { block, state, left } of account.opened) {
    if (state !== 'invoice' || left === 0) continue;
    const message = `${hoursText(left as Seconds)} more are invoiced than were open on that date. Check the hours.`;
    issues.push({ tab: 'Blocks', row: block.row, message });
  }
  return issues;
}
