import type { LateNews } from '../books/late-changes';
import type { Block } from '../model/block';
import { compareIssues, type Issue } from '../model/issue';
import type { Ledger } from '../model/ledger';
import { isPaidTooLate } from '../rules/open-block';
import { isBilled } from '../rules/receivables';
import type { SettledClient } from '../rules/settle';
import { unpaidText, unpaidWork } from '../rules/unpaid-work';
import { type CalendarDate, dateText } from '../units/calendar-date';
import { monthText } from '../units/month';
import { hoursText } from '../units/seconds';

/** More rows would be no help in finding them. */
const mostRows = 10;

/** What came late into closed months, or was changed there: each month once, with the rows that say so. */
export function lateIssues(news: readonly LateNews[]): Issue[] {
  return news.flatMap(({ month, row, text, rows }) => {
    if (text === '') return [];
    const message = `${monthText(month)} is closed. ${text}${placesOf(rows)}. It stands in the journal of the first open month; to book it in its own, reopen the month (More > Books > Close month).`;
    return [{ tab: 'Closed months', row, message }];
  });
}

function placesOf(rows: readonly number[]): string {
  if (rows.length === 0) return '';
  const shown = rows.slice(0, mostRows).join(', ');
  const more = rows.length > mostRows ? ` and ${rows.length - mostRows} more` : '';
  return ` (Time ${rows.length === 1 ? 'row' : 'rows'} ${shown}${more})`;
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
  const message = `${unpaidText(settled.client.name, unpaid)} Sell a block, or invoice them: Blocks > Settle hours beyond the blocks.`;
  return [{ tab: 'Time', row: Math.max(unpaid.row, 1), message }];
}

/** What only the replay shows: rows that take out more than there is, or invoice more than is open. */
function issuesOf(settled: SettledClient): Issue[] {
  const { account, blocks, asOf } = settled;
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
  for (const open of account.opened) {
    const { block, state, left } = open;
    if (state === 'invoice' && left > 0)
      add(block.row, `${hoursText(left)} more are invoiced than were open on that date`);
    if (isPaidTooLate(open, asOf))
      issues.push({
        tab: 'Blocks',
        row: block.row,
        message: `${block.number} was paid on ${dateText(open.firstUsable)}, after its last day (${dateText(open.expires)}), so its hours could never be used. Agree on a new end with the client and correct Expires.`,
      });
  }
  return [...issues, ...paidWriteOffs(blocks, account, asOf)];
}

/** Only what is unpaid can be written off. */
function paidWriteOffs(
  blocks: readonly Block[],
  { takings }: SettledClient['account'],
  asOf: CalendarDate,
): Issue[] {
  return blocks.flatMap(row => {
    if (row.kind !== 'Write-off' || row.date > asOf) return [];
    const from = [...(takings.get(row)?.from ?? [])].map(({ block }) => block);
    const named = blocks.filter(({ number }) => number.toUpperCase() === row.reference.toUpperCase());
    const paid = [...from, ...named].find(
      block => block !== row && (!isBilled(block) || (block.paidOn ?? asOf + 1) <= row.date),
    );
    if (!paid) return [];
    const message = `This Write-off is of ${paid.number}, of which nothing was left to be paid. Choose the Kind Refund or Correction.`;
    return [{ tab: 'Blocks', row: row.row, message }];
  });
}
