import { compareIssues, type Issue } from '../model/issue';
import type { Ledger } from '../model/ledger';
import type { SettledClient } from '../rules/settle';
import { hoursText } from '../units/seconds';

/** Everything that a person should mend or know, in the order of tabs and rows. */
export function allIssues(
  ledger: Ledger,
  settled: Iterable<SettledClient>,
  templates: readonly Issue[] = [],
): Issue[] {
  const all = [...ledger.issues, ...templates];
  for (const each of settled) all.push(...issuesOf(each));
  return all.sort(compareIssues);
}

/** What only the replay shows: rows that take out more than there is, or invoice more than is open. */
function issuesOf({ account }: SettledClient): Issue[] {
  const issues: Issue[] = [];
  const add = (row: number, found: string) =>
    issues.push({ tab: 'Blocks', row, message: `${found}. Check the hours.` });
  for (const { from, left } of account.waiting.items) {
    if (!('kind' in from) || from.kind === 'Opening') continue;
    const waits = left > 0 ? `; ${hoursText(left)} of it wait for the next block` : '';
    add(from.row, `This ${from.kind} takes out more hours than were left on its date${waits}`);
  }
  for (const [block, { from }] of account.takings) {
    const other = [...from].find(open => open.block.currency !== block.currency)?.block;
    if (other && block.kind !== 'Opening')
      issues.push({
        tab: 'Blocks',
        row: block.row,
        message: `This ${block.kind} is in ${block.currency} but takes hours of ${other.number}, which is in ${other.currency}. Type the number of a block in ${block.currency} into Reference.`,
      });
  }
  for (const { block, state, left } of account.opened) {
    if (state !== 'invoice' || left === 0) continue;
    add(block.row, `${hoursText(left)} more are invoiced than were open on that date`);
  }
  return issues;
}
