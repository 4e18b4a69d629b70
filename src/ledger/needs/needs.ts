import { careOf, type DueTask } from '../care/doing';
import { yesOnPage } from '../notices/accepted-on-page';
import { silentClient } from '../notices/due';
import { drawOrder, never, type OpenBlock } from '../rules/open-block';
import { type Pace, recentPace, runOut } from '../rules/run-out';
import { balanceOf, type SettledClient } from '../rules/settle';
import { type Standing, standingOf } from '../rules/standing';
import { unpaidWork } from '../rules/unpaid-work';
import { greater, lesser, minus, plus } from '../units/amounts';
import { type CalendarDate, dateText, fromSheetSerial } from '../units/calendar-date';
import { counted } from '../units/local-text';
import { moneyText } from '../units/money';
import { shortened } from '../units/plain-json';
import { hoursText, noTime, type Seconds, seconds } from '../units/seconds';
import { lastContact } from './contact';
import { type Need, type NeedsInput, needKinds } from './need';
import { notPaidNeeds } from './not-paid';
import { rightSize, steadyText, steadyUse } from './right-size';

/** Hours of a block that would be left on its last day. */
interface UnusedHours {
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
function unusedHours(
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

/** What the hours of a client say: hours to be paid, no answer, hours that would be lost, and the size of its next block. */
function hourNeeds(settled: SettledClient, input: NeedsInput): readonly Need[] {
  const standing = standingOf(settled, input.ledger.settings);
  return [
    ...saidYes(settled, input),
    ...toBePaid(settled),
    ...noAnswer(settled, input),
    ...lostHours(settled, input),
    ...nextBlock(settled, standing, input),
  ];
}

/** Pressed on its page: a person sells the block, and nobody else. */
function saidYes(settled: SettledClient, { notices, ledger }: NeedsInput): readonly Need[] {
  const found = yesOnPage(settled, notices, ledger.settings);
  if (!found) return [];
  const { row, size, on } = found;
  const text = `Said yes to ${size} on ${dateText(on)}, on its page. Sell the block.`;
  return [{ kind: 'said yes', text, tab: 'Notices', row: row.row, notice: row.key, weight: -on }];
}

function noAnswer(settled: SettledClient, { notices, ledger }: NeedsInput): readonly Need[] {
  const silent = silentClient(settled, notices, ledger.settings);
  if (!silent) return [];
  const { left, row, mails } = silent;
  const last = row.sentAt === undefined ? '' : `, the last on ${dateText(fromSheetSerial(row.sentAt))}`;
  const count = counted(mails, 'mail');
  const text = `No answer to ${count}${last}; ${hoursText(left)} left. A call may help.`;
  return [{ kind: 'no answer', text, tab: 'Notices', row: row.row, notice: row.key, weight: -left }];
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

/** Work for who has no block is not prepaid: somebody has to ask for the money. */
function toBePaid(settled: SettledClient): readonly Need[] {
  const unpaid = unpaidWork(settled);
  if (!unpaid) return [];
  const text = `${hoursText(unpaid.hours)} of work (${moneyText(unpaid.worth, unpaid.currency)}) and no block. Sell one, or invoice them.`;
  return [{ kind: 'to be paid', text, tab: 'Time', row: Math.max(unpaid.row, 1), weight: unpaid.hours }];
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

const longestText = 120;
const brief = (text: string) => shortened(text.replace(/\s+/g, ' '), longestText);

/** What the tabs of care say of a client: tasks that are behind, no contact, small things that press. */
function careNeeds(key: string, input: NeedsInput): readonly Need[] {
  const { care, ledger } = input;
  const { overdue, things } = careOf(key, care, ledger.settings.today);
  const pressing = things.filter(({ priority }) => priority === 'high');
  return [
    ...overdue.map(overdueNeed),
    ...contactNeed(key, input),
    ...pressing.map(({ row, what, foundOn }): Need => {
      const since = foundOn === undefined ? '' : `, found on ${dateText(foundOn)}`;
      const weight = foundOn === undefined ? 0 : ledger.settings.today - foundOn;
      return { kind: 'small thing', text: `${brief(what)}${since}.`, tab: 'Small things', row, weight };
    }),
  ];
}

function overdueNeed({ task, on, daysLate }: DueTask): Need {
  const days = `${counted(daysLate, 'day')} ago`;
  const last = task.lastDone === undefined ? 'not done yet' : `last done on ${dateText(task.lastDone)}`;
  const text = `${brief(task.task)}: due on ${dateText(on)}, ${days}; ${last}.`;
  return { kind: 'overdue', text, tab: 'Care plan', row: task.row, weight: daysLate };
}

function contactNeed(key: string, { care, asked, checkIns, settled, ledger }: NeedsInput): readonly Need[] {
  const every = checkIns.get(key);
  const client = ledger.clients.get(key);
  if (!every || !client) return [];
  const { today } = ledger.settings;
  const last = lastContact(key, care, asked, settled.get(key), today);
  const days = last === undefined ? every + 1 : today - last;
  if (days <= every) return [];
  const since =
    last === undefined ? 'No contact is noted yet' : `No contact since ${dateText(last)}, ${days} days ago`;
  const text = `${since}; check in every ${every} days.`;
  return [{ kind: 'no contact', text, tab: 'Clients', row: client.row, weight: days }];
}

/** A client with everything that there is to say of it, the worst first. */
export interface NeedyClient {
  readonly name: string;
  /** In Clients; 0 for a name that is not there. */
  readonly row: number;
  readonly needs: readonly Need[];
}

/** Everybody who needs the firm, the worst first; a client about whom there is nothing to say is not in it. */
export function whoNeedsUs(input: NeedsInput): readonly NeedyClient[] {
  const { ledger, settled, care } = input;
  const names = new Map<string, { readonly name: string; readonly row: number }>();
  // Who left still owes what it has not paid.
  const owing = new Set((input.unpaid ?? []).map(({ client }) => client.key));
  for (const { client } of settled.values())
    if (client.active || owing.has(client.key)) names.set(client.key, { name: client.name, row: client.row });
  for (const { clientKey, client } of [...care.tasks, ...care.things])
    if (!ledger.clients.has(clientKey)) names.set(clientKey, { name: client, row: 0 });
  const found = [...names].map(([key, named]) => ({ ...named, needs: needsOf(key, input) }));
  return found.filter(({ needs }) => needs.length > 0).sort(compareClients);
}

function needsOf(key: string, input: NeedsInput): readonly Need[] {
  const settled = input.settled.get(key);
  // Hours of a client with a row that cannot be counted are not known.
  const isKnown = settled && !input.ledger.broken.has(key) && input.ledger.fatal.length === 0;
  if (!isKnown) return [...careNeeds(key, input)].sort(compareNeeds);
  const unpaid = notPaidNeeds(key, input.unpaid ?? []);
  if (!settled.client.active) return [...unpaid];
  return [...unpaid, ...careNeeds(key, input), ...hourNeeds(settled, input)].sort(compareNeeds);
}

function compareNeeds(a: Need, b: Need): number {
  return needKinds.indexOf(a.kind) - needKinds.indexOf(b.kind) || b.weight - a.weight || a.row - b.row;
}

function compareClients(a: NeedyClient, b: NeedyClient): number {
  return compareNeeds(a.needs[0] as Need, b.needs[0] as Need) || (a.name < b.name ? -1 : 1);
}

/** More names would be a list of its own. */
const mostNamed = 5;

/**
 * The one-shot trap, said once for all: a block was sold, and nothing makes the client come back. Blank without any.
 *
 * Who bought long ago and has nothing left is no such client any more, but one that has gone.
 */
export function withoutPlanText({ settled, care: { tasks }, ledger }: NeedsInput): string {
  const planned = new Set(tasks.map(({ clientKey }) => clientKey));
  const names = [...settled.values()].flatMap(each => {
    const { client, account, asOf } = each;
    const { newest } = standingOf(each, ledger.settings);
    const isHere = newest !== undefined && (account.usable > 0 || asOf - newest.date <= recentDays);
    return client.active && isHere && !planned.has(client.key) ? [client.name] : [];
  });
  if (names.length === 0) return '';
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  const who = `${names.slice(0, mostNamed).join(', ')}${more}`;
  const have = counted(
    names.length,
    'client has a block and no care plan',
    'clients have a block and no care plan',
  );
  return `${have}: ${who}. Choose More > Care > Start a care plan.`;
}
