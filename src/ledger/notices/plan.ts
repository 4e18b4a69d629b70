import type { Ledger } from '../ledger';
import type { SettledClient } from '../rules/settle';
import { fromSheetSerial } from '../units/calendar-date';
import { type Recipients, recipientsOf } from './address';
import { type DueLevel, dueLevels, type Level, levels, routeOf, type Told } from './due';
import { type NoticeRow, noticeKey, sentDay } from './notice-row';

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

/** Decides about every notice: which rows begin, wait, end, and which mails go out now. */
export function planNotices(input: PlanInput): NoticePlan {
  const changed = new Set<NoticeRow>();
  const clients = clientFinder(input);
  const orphans = checkInterrupted(input, clients, changed);
  const added = [...orphans, ...addDue(input, orphans, changed)];
  for (const row of input.rows) if (reconsider(row, clients(row), input)) changed.add(row);
  return { changed: [...changed], added, mails: mailsOf([...input.rows, ...added], clients, input) };
}

type FindSettled = (row: NoticeRow) => SettledClient | undefined;

/** A notice belongs to the client of its block, however the client is called by now. */
function clientFinder({ ledger, settled }: PlanInput): FindSettled {
  const keys = new Map(ledger.blocks.map(block => [block.number.toUpperCase(), block.clientKey]));
  return ({ block }) => settled.get(keys.get(block.toUpperCase()) ?? '');
}

/** Mails that may have gone out before a run stopped are never sent again by themselves. */
function checkInterrupted(
  { rows, interrupted }: PlanInput,
  clients: FindSettled,
  changed: Set<NoticeRow>,
): NoticeRow[] {
  for (const row of rows) {
    if (row.state !== 'Sending') continue;
    Object.assign(row, { state: 'Check', error: interruptedText });
    changed.add(row);
  }
  const present = new Set(rows.map(({ key }) => key));
  const missing = interrupted.filter(key => !present.has(key));
  return missing.map(key => {
    const level = levels.find(each => key.endsWith(` ${each}`)) ?? 'low';
    const row = newRow(key.slice(0, -level.length - 1), level, '');
    const client = clients(row)?.client.name ?? '';
    return { ...row, client, state: 'Check', error: interruptedText };
  });
}

/** Makes a row for every level that is due and was not told; worst first, then by name. */
function addDue(input: PlanInput, orphans: readonly NoticeRow[], changed: Set<NoticeRow>): NoticeRow[] {
  const { ledger, settled, rows, now } = input;
  const byKey = new Map([...rows, ...orphans].map(row => [row.key, row]));
  const told: Told = (block, level) => {
    const row = byKey.get(noticeKey(block, level));
    return input.told(block, level) || (row !== undefined && !wasSkippedByRun(row));
  };
  const added: NoticeRow[][] = [];
  for (const each of inOrder([...settled.values()])) {
    const route = routeOf(each, ledger);
    if (route.kind === 'off') continue;
    const own: NoticeRow[] = [];
    for (const due of dueLevels(each, ledger, told)) {
      const old = byKey.get(noticeKey(due.block, due.level));
      const row = old ?? newRow(due.block, due.level, each.client.name);
      if (route.kind === 'send') Object.assign(row, { state: 'Queued', queuedAt: now, error: '' });
      else Object.assign(row, { state: 'Review', queuedAt: undefined, error: route.reason });
      row.to = addressText(recipientsOf(each.client));
      if (old) changed.add(old);
      else own.push(row);
    }
    if (own.length > 0) added.push(own);
  }
  const worst = ([first]: readonly NoticeRow[]) => levels.indexOf(first?.level ?? 'expiring');
  return added.sort((a, b) => worst(a) - worst(b)).flat();
}

function inOrder(settled: SettledClient[]): SettledClient[] {
  return settled.sort((a, b) => (a.client.key < b.client.key ? -1 : 1));
}

/** Looks again at a row that waits; gives whether it changed. */
function reconsider(row: NoticeRow, settled: SettledClient | undefined, { ledger }: PlanInput): boolean {
  if (row.state === 'Failed') return settled !== undefined && retry(row, settled);
  if (row.state !== 'Queued' && row.state !== 'Review') return false;
  const reason = whyNotDue(row, settled, ledger);
  if (reason !== undefined) return update(row, { state: 'Skipped', error: notDue + reason });
  if (!settled || row.state === 'Review') return false;
  const route = routeOf(settled, ledger);
  // Without Queued at it was a person who set Queued: that is the OK.
  if (route.kind !== 'review' || row.queuedAt === undefined) return false;
  return update(row, { state: 'Review', queuedAt: undefined, error: route.reason });
}

function update(row: NoticeRow, change: Partial<NoticeRow>): true {
  Object.assign(row, change);
  return true;
}

/** A failed notice is tried again when its address has changed. */
function retry(row: NoticeRow, { client }: SettledClient): boolean {
  const to = addressText(recipientsOf(client));
  return to !== row.to && update(row, { state: 'Queued', to, error: '' });
}

function whyNotDue(row: NoticeRow, settled: SettledClient | undefined, ledger: Ledger): string | undefined {
  if (!settled) return `block ${row.block} is not in Blocks any more.`;
  const route = routeOf(settled, ledger);
  if (route.kind === 'off') return route.reason;
  const now = dueLevels(settled, ledger, () => false);
  if (now.some(due => due.block === row.block && sameTelling(due.level, row.level))) return undefined;
  return now[0] ? `it stands as ${now[0].level} now (${now[0].why}).` : 'the client has enough time again.';
}

/** `expired` counts as `used up`. */
function sameTelling(a: Level, b: Level): boolean {
  return a === b || (a !== 'low' && a !== 'expiring' && b !== 'low' && b !== 'expiring');
}

/** One mail a client a day at most; it names every level that is queued. */
function mailsOf(
  rows: readonly NoticeRow[],
  clients: FindSettled,
  { ledger, now }: PlanInput,
): PlannedMail[] {
  const today = fromSheetSerial(now);
  const groups = new Map<SettledClient, NoticeRow[]>();
  const toldToday = new Set<SettledClient | undefined>();
  for (const row of rows) {
    if (row.state === 'Sent' && sentDay(row) === today) toldToday.add(clients(row));
    const settled = row.state === 'Queued' ? clients(row) : undefined;
    if (settled) groups.set(settled, [...(groups.get(settled) ?? []), row]);
  }
  const mails: PlannedMail[] = [];
  for (const [settled, queued] of groups) {
    if (toldToday.has(settled)) continue;
    const wanted = (due: DueLevel) =>
      queued.some(row => row.block === due.block && sameTelling(row.level, due.level));
    const due = dueLevels(settled, ledger, () => false).filter(wanted);
    mails.push({ settled, rows: queued, due, recipients: recipientsOf(settled.client) });
  }
  return mails;
}

/** Whether a person, or a mail that went out, has settled the row for good. */
export function isTold(row: NoticeRow): boolean {
  return row.state === 'Sent' || row.state === 'Check' || (row.state === 'Skipped' && !wasSkippedByRun(row));
}

function wasSkippedByRun(row: NoticeRow): boolean {
  return row.state === 'Skipped' && row.error.startsWith(notDue);
}

export function addressText({ to, cc }: Recipients): string {
  return [...to, ...cc].join(', ');
}

function newRow(block: string, level: Level, client: string): NoticeRow {
  return {
    row: 0,
    key: noticeKey(block, level),
    client,
    block,
    level,
    to: '',
    state: 'Queued',
    queuedAt: undefined,
    sentAt: undefined,
    error: '',
  };
}
