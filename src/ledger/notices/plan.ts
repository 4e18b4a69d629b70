import type { Ledger } from '../ledger';
import type { SettledClient } from '../rules/settle';
import { type Recipients, recipientsOf } from './address';
import { type DueLevel, dueLevels, type Level, levels, type Route, routeOf, type Told } from './due';
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

export interface PlanInput {
  readonly ledger: Ledger;
  readonly settled: ReadonlyMap<string, SettledClient>;
  readonly rows: readonly NoticeRow[];
  /** What was told according to memory outside the sheet. */
  readonly told: Told;
  /** Keys whose mail may have gone out in a run that did not end. */
  readonly interrupted: readonly string[];
  /** Now, as a day number of the sheet with its time. */
  readonly now: number;
}

/** Begins the reason of a row that a run skipped; what a person skipped stays skipped, this comes back when due. */
const notDue = 'Not due: ';
const interruptedText =
  'A run stopped while this mail was going out. Look into the Sent folder: if it is not there, set Queued.';

type FindSettled = (row: NoticeRow) => SettledClient | undefined;
type Change = (row: NoticeRow, to: Partial<NoticeRow>) => void;

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

/** Mails that a run was sending when it stopped, and whose rows are gone. */
function lostRows({ rows, interrupted }: PlanInput, clientOf: FindSettled): NoticeRow[] {
  const present = new Set(rows.map(({ key }) => key));
  const lost = interrupted.filter(key => !present.has(key));
  return lost.map(key => {
    const level = levels.find(each => key.endsWith(` ${each}`)) || 'low';
    const row = newRow(key.slice(0, -level.length - 1), level, '');
    const settled = clientOf(row);
    return settled ? { ...row, client: settled.client.name } : row;
  });
}

function newRow(block: string, level: Level, client: string): NoticeRow {
  const key = noticeKey(block, level);
  const blank = { to: '', queuedAt: undefined, sentAt: undefined, error: '' };
  return { row: 0, key, client, block, level, state: 'Sending', ...blank };
}

/** Begins a notice for every level that is due and was not told; gives the new rows, worst first. */
function beginDue(input: PlanInput, rows: readonly NoticeRow[], change: Change): NoticeRow[] {
  const { ledger, settled, now } = input;
  const byKey = new Map(rows.map(row => [row.key, row]));
  const told: Told = (block, level) => {
    const row = byKey.get(noticeKey(block, level));
    return input.told(block, level) || (row !== undefined && !wasSkippedByRun(row));
  };
  const begun: NoticeRow[][] = [];
  for (const each of settled.values()) {
    const route = routeOf(each, ledger);
    if (route.kind === 'off') continue;
    const own = dueLevels(each, ledger, told).map(({ block, level }) => {
      const row = byKey.get(noticeKey(block, level)) || newRow(block, level, each.client.name);
      change(row, { ...stateBy(route, now), to: addressText(recipientsOf(each.client)) });
      return row;
    });
    begun.push(own.filter(({ row }) => row === 0));
  }
  return levels.flatMap(worst => begun.filter(([first]) => first && first.level === worst).flat());
}

function stateBy({ kind, reason }: Route, now: number): Partial<NoticeRow> {
  if (kind === 'send') return { state: 'Queued', queuedAt: now, error: '' };
  return { state: 'Review', queuedAt: undefined, error: reason };
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
  const due = dueLevels(settled, ledger, () => false);
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
    const all = dueLevels(settled, ledger, () => false);
    const due = all.filter(each => tellings.includes(tellingOf(each)));
    return { settled, rows: queued, due, recipients: recipientsOf(settled.client) };
  });
}

/** Whether a person, or a mail that went out, has settled the row for good. */
export function isTold(row: NoticeRow): boolean {
  return row.state === 'Sent' || row.state === 'Check' || (row.state === 'Skipped' && !wasSkippedByRun(row));
}

function wasSkippedByRun({ state, error }: NoticeRow): boolean {
  return state === 'Skipped' && error.startsWith(notDue);
}

export function addressText({ to, cc }: Recipients): string {
  return [...to, ...cc].join(', ');
}
