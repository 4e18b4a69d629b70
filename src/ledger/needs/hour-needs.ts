import { silentClient } from '../notices/due';
import { drawOrder, never, type OpenBlock } from '../rules/open-block';
import { type Pace, recentPace, runOut } from '../rules/run-out';
import { balanceOf, type SettledClient } from '../rules/settle';
import { type Standing, standingOf } from '../rules/standing';
import { greater, lesser, minus, plus } from '../units/amounts';
import { type CalendarDate, dateText, fromSheetSerial } from '../units/calendar-date';
import { counted } from '../units/local-text';
import { hoursText, noTime, type Seconds, seconds } from '../units/seconds';
import type { Need, NeedsInput } from './need';
import { rightSize, steadyText, steadyUse } from './right-size';

/** Hours of a block that would be left on its last day. */
export interface UnusedHours {
  readonly block: OpenBlock['block'];
  readonly left: Seconds;
  readonly unused: Seconds;
  readonly expires: CalendarDate;
}

/** Less than this is no reason to call. */
const least = 1800;

/**
 * What would expire unused within `days` if work goes on at the recent pace; without a pace, all of it.
 *
 * Blocks are drawn soonest expiry first, so what an earlier one takes of the time is gone for a later one.
 */
export function unusedHours(
  opened: readonly OpenBlock[],
  pace: Pace | undefined,
  today: CalendarDate,
  days: number,
): readonly UnusedHours[] {
  const ending = opened.filter(
    ({ state, left, expires }) =>
      state === 'usable' && left > 0 && expires < never && expires - today <= days,
  );
  let used = noTime;
  return ending.sort(drawOrder).flatMap(({ block, left, expires }) => {
    // Today is still to come, and the last day counts.
    const until = pace ? seconds(Math.round((pace.used * (expires - today + 1)) / pace.days)) : noTime;
    const drawn = lesser(left, greater(minus(until, used), noTime));
    used = plus(used, drawn);
    const unused = minus(left, drawn);
    return unused >= least ? [{ block, left, unused, expires }] : [];
  });
}

/** Hours that end later, and clients whose hours last longer, can wait. */
const daysAhead = 60;
/** Who bought longer ago and has nothing left is no client without a plan any more, but one that has gone. */
const recentDays = 365;

/** What the hours of a client say: no answer, hours that would be lost, no plan, and the size of its next block. */
export function hourNeeds(settled: SettledClient, input: NeedsInput): readonly Need[] {
  const standing = standingOf(settled, input.ledger.settings);
  return [
    ...noAnswer(settled, input),
    ...lostHours(settled, input),
    ...noPlan(settled, standing, input),
    ...nextBlock(settled, standing, input),
  ];
}

function noAnswer(settled: SettledClient, { notices, ledger }: NeedsInput): readonly Need[] {
  const silent = silentClient(settled, notices, ledger.settings);
  if (!silent) return [];
  const { left, row, mails } = silent;
  const last = row.sentAt === undefined ? '' : `, the last on ${dateText(fromSheetSerial(row.sentAt))}`;
  const count = counted(mails, 'mail');
  const text = `No answer to ${count}${last}; ${hoursText(left)} left. A call may help.`;
  return [{ kind: 'no answer', text, tab: 'Notices', row: row.row, weight: -left }];
}

function lostHours(
  { account, entries, asOf }: SettledClient,
  { ledger: { settings } }: NeedsInput,
): readonly Need[] {
  const pace = recentPace(entries, asOf, settings.paceWeeks);
  const days = Math.max(daysAhead, settings.warnBeforeExpiry);
  const textOf = ({ block, left, unused, expires }: UnusedHours) => {
    const end = `${hoursText(left)} of ${block.number} end on ${dateText(expires)}`;
    if (!pace) return `${end}; nothing was used lately, so all of them would be lost.`;
    return `${end}; at the recent pace ${hoursText(unused)} of them would be lost.`;
  };
  return unusedHours(account.opened, pace, asOf, days).map((lost): Need => {
    return { kind: 'expires', text: textOf(lost), tab: 'Blocks', row: lost.block.row, weight: lost.unused };
  });
}

/** The one-shot trap: a block was sold, and nothing makes the client come back; only where the firm works with plans. */
function noPlan(
  { client, account, asOf }: SettledClient,
  { newest }: Standing,
  { care: { tasks } }: NeedsInput,
): readonly Need[] {
  if (tasks.length === 0 || !newest || tasks.some(({ clientKey }) => clientKey === client.key)) return [];
  if (account.usable <= 0 && asOf - newest.date > recentDays) return [];
  const text = `Bought ${hoursText(newest.hours)} on ${dateText(newest.date)} and has no care plan.`;
  return [{ kind: 'no plan', text, tab: 'Blocks', row: newest.row, weight: account.usable }];
}

/** The right size of the next block, once it comes near; a monthly agreement where that would suit both better. */
function nextBlock(
  settled: SettledClient,
  { newest, level }: Standing,
  { ledger: { settings } }: NeedsInput,
): readonly Need[] {
  const { entries, asOf, client, account } = settled;
  const pace = recentPace(entries, asOf, settings.paceWeeks);
  if (!newest || !pace) return [];
  const about = { tab: 'Blocks', row: newest.row, weight: pace.used / pace.days } as const;
  const steady = steadyUse(settled, newest.hours, asOf);
  const agreement: Need[] = steady
    ? [{ kind: 'agreement', text: steadyText(steady, newest.hours), ...about }]
    : [];
  const end = runOut(account, entries, balanceOf(settled), asOf, settings.paceWeeks);
  const isNear = level !== undefined || (end.kind === 'date' && end.date - asOf <= daysAhead);
  if (!isNear || account.notYetUsable > 0) return agreement;
  const tiers = settings.rateCards.get(client.terms.currency) ?? [];
  return [{ kind: 'size', text: rightSize(pace, newest.hours, tiers), ...about }, ...agreement];
}
