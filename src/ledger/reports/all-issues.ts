import { lateText, workOf } from '../books/closed-month';
import type { ClosedMonth } from '../model/closed-month';
import { compareIssues, type Issue } from '../model/issue';
import type { Ledger } from '../model/ledger';
import type { SettledClient } from '../rules/settle';
import { unpaidText, unpaidWork } from '../rules/unpaid-work';
import { firstDay, lastDay, monthText } from '../units/month';
import { hoursText } from '../units/seconds';

/** More rows would be no help in finding them. */
const mostRows = 10;

/** What came late into closed months, or was changed there: each month once, with the rows that say so. */
export function lateIssues(closed: readonly ClosedMonth[], settled: readonly SettledClient[]): Issue[] {
  return closed.flatMap(each => {
    const text = lateText(each.work, workOf(settled, each.month));
    if (text === '') return [];
    const message = `${monthText(each.month)} is closed. ${text}${placesOf(each, settled)}. It stands in the journal of the first open month; to book it in its own, reopen the month (More > Books > Close month).`;
    return [{ tab: 'Closed months', row: each.row, message }];
  });
}

/** Closing filled Charged, so an entry of that month without it came later. */
function placesOf({ month }: ClosedMonth, settled: readonly SettledClient[]): string {
  const [from, to] = [firstDay(month), lastDay(month)];
  const late = settled
    .flatMap(({ entries }) => entries)
    .filter(({ entry }) => entry.archived === undefined && entry.typedCharge === undefined)
    .filter(({ entry }) => entry.date >= from && entry.date <= to)
    .map(({ entry }) => entry.row)
    .sort((a, b) => a - b);
  if (late.length === 0) return '';
  const shown = late.slice(0, mostRows).join(', ');
  const more = late.length > mostRows ? ` and ${late.length - mostRows} more` : '';
  return ` (Time ${late.length === 1 ? 'row' : 'rows'} ${shown}${more})`;
}

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

function unpaidIssue(settled: SettledClient): Issue[] {
  const unpaid = settled.client.active ? unpaidWork(settled) : undefined;
  if (!unpaid) return [];
  const message = `${unpaidText(settled.client.name, unpaid)} Sell a block, or invoice them: Blocks > Settle the overage.`;
  return [{ tab: 'Time', row: Math.max(unpaid.row, 1), message }];
}

/** What only the replay shows: rows that take out more than there is, or invoice more than is open. */
function issuesOf(settled: SettledClient): Issue[] {
  const { account } = settled;
  const issues: Issue[] = unpaidIssue(settled);
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
