import type { Ledger } from '../ledger';
import type { SettledClient } from '../rules/settle';
import { addressText, type Recipients, recipientsOf } from './address';
import {
  beginDue,
  type Change,
  type FindSettled,
  lostRows,
  notDue,
  type PlanInput,
  stateBy,
  wasSkippedByRun,
} from './begin';
import { type DueLevel, dueLevels, routeOf } from './due';
import { type NoticeRow, noticeKey } from './notice-row';

export interface PlannedMail {
  readonly settled: SettledClient;
  readonly rows: readonly NoticeRow[];
  /** What the mail names, worst first. */
  readonly due: readonly DueLevel[];
  readonly recipients: Recipients;
}

/** What a run would do; the rows are changed already, in memory only. */
export interface NoticePlan {
  /** Rows of the sheet whose state changed. */
  readonly changed: readonly NoticeRow[];
  readonly added: readonly NoticeRow[];
  readonly mails: readonly PlannedMail[];
}

const interruptedText =
  'A run stopped while this mail was going out. Look into the Sent folder: if it is not there, set Queued.';

/** Decides about every notice: which rows begin, wait, end, and which mails go out now. */
export function planNotices(input: PlanInput): NoticePlan {
  const changed = new Set<NoticeRow>();
  const change: Change = (row, to) => void changed.add(Object.assign(row, to));
  const clientOf = clientFinder(input);
  const rows = [...input.rows, ...lostRows(input, clientOf)];
  // A mail that may have gone out before a run stopped is never sent again by itself.
  for (const row of rows)
    if (row.state === 'Sending') change(row, { state: 'Check', error: interruptedText });
  rows.push(...beginDue(input, rows, change));
  for (const row of rows) reconsider(row, clientOf(row), input.ledger, change);
  return {
    changed: rows.filter(row => row.row > 0 && changed.has(row)),
    added: rows.filter(row => row.row === 0),
    mails: mailsOf(rows, clientOf, input),
  };
}

/** A notice belongs to the client of its block, however the client is called by now. */
function clientFinder({ ledger, settled }: PlanInput): FindSettled {
  const owners = new Map(ledger.blocks.map(block => [block.number.toUpperCase(), block.clientKey]));
  return ({ block }) => settled.get(owners.get(block.toUpperCase()) || '');
}

/** Looks again at a row that waits, or that failed and whose address has changed. */
function reconsider(
  row: NoticeRow,
  settled: SettledClient | undefined,
  ledger: Ledger,
  change: Change,
): void {
  const to = settled ? addressText(recipientsOf(settled.client)) : row.to;
  if (row.state === 'Failed' && to !== row.to) change(row, { state: 'Queued', to, error: '' });
  if (row.state !== 'Queued' && row.state !== 'Review') return;
  const reason = whyNotDue(row, settled, ledger);
  if (reason) change(row, { state: 'Skipped', error: notDue + reason });
  // Without Queued at it was a person who set Queued: that is the OK.
  if (!settled || row.state !== 'Queued' || row.queuedAt === undefined) return;
  const route = routeOf(settled, ledger);
  if (route.kind === 'review') change(row, stateBy(route, 0));
}

/** Why a row that waits is not to go out any more; blank where it is. */
function whyNotDue(row: NoticeRow, settled: SettledClient | undefined, ledger: Ledger): string {
  if (!settled) return `block ${row.block} is not in Blocks any more.`;
  const route = routeOf(settled, ledger);
  if (route.kind === 'off') return route.reason;
  const due = dueLevels(settled, ledger);
  if (due.some(each => tellingOf(each) === tellingOf(row))) return '';
  const [worst] = due;
  return worst ? `it stands as ${worst.level} now (${worst.why}).` : 'the client has enough time again.';
}

/** What a client is told of: `expired` counts as `used up`. */
function tellingOf({ block, level }: NoticeRow | DueLevel): string {
  return noticeKey(block, level === 'expired' ? 'used up' : level);
}

/** One mail a client a day at most; it names every level that is queued. */
function mailsOf(
  rows: readonly NoticeRow[],
  clientOf: FindSettled,
  { ledger, now }: PlanInput,
): PlannedMail[] {
  const today = Math.floor(now);
  const groups = new Map<SettledClient, NoticeRow[]>();
  const toldToday = new Set<SettledClient>();
  for (const row of rows) {
    const settled = clientOf(row);
    if (!settled) continue;
    if (row.state === 'Sent' && Math.floor(row.sentAt || 0) === today) toldToday.add(settled);
    if (row.state === 'Queued') groups.set(settled, [...(groups.get(settled) || []), row]);
  }
  const mailed = [...groups].filter(([settled]) => !toldToday.has(settled));
  return mailed.map(([settled, queued]) => {
    const tellings = queued.map(tellingOf);
    const all = dueLevels(settled, ledger);
    const due = all.filter(each => tellings.includes(tellingOf(each)));
    return { settled, rows: queued, due, recipients: recipientsOf(settled.client) };
  });
}

/** Whether a person, or a mail that went out, has settled the row for good. */
export function isTold(row: NoticeRow): boolean {
  return row.state === 'Sent' || row.state === 'Check' || (row.state === 'Skipped' && !wasSkippedByRun(row));
}
