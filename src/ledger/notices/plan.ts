import { issueText } from '../model/issue';
import type { Ledger } from '../model/ledger';
import { isUnpaid, toldAs } from '../model/levels';
import { type NoticeRow, noticeKey, ownerBlock } from '../model/notice-row';
import { addressText, type Recipients, recipientsOf } from '../reading/address';
import type { SettledClient } from '../rules/settle';
import { addTo } from '../units/groups';
import {
  allDue,
  beginDue,
  type Change,
  type FindRow,
  type FindSettled,
  lostRows,
  notDue,
  type PlanInput,
  refusedText,
  stateBy,
  wasSkippedByRun,
} from './begin';
import { type DueLevel, routeOf } from './due';
import { outcomeOf } from './outcome';

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
  /** Rows of the sheet of which it is known by now what came of them. */
  readonly answered: readonly NoticeRow[];
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
  const stopped = new Set(rows.filter(({ state }) => state === 'Sending'));
  for (const row of stopped) change(row, { state: 'Check', queuedAt: undefined, error: interruptedText });
  const byKey = new Map(rows.map(row => [row.key, row]));
  const rowOf: FindRow = key => byKey.get(key);
  for (const row of rows) doubt(row, clientOf(row), { ...input, rowOf }, change);
  const begun = beginDue(input, rowOf, change);
  for (const row of begun) byKey.set(row.key, row);
  rows.push(...begun);
  for (const { key, seen } of input.approved ?? []) {
    const row = rowOf(key);
    // Of one that has just turned out to be interrupted nobody has looked yet whether it went out.
    if (row && !stopped.has(row)) approve(row, seen, change);
  }
  const state = { ...input, rowOf };
  for (const row of rows) reconsider(row, clientOf(row), state, change);
  return {
    changed: rows.filter(row => row.row > 0 && changed.has(row)),
    added: rows.filter(row => row.row === 0),
    mails: mailsOf(rows, clientOf, { ...input, rowOf }),
    answered: rows.filter(row => row.row > 0 && noteOutcome(row, clientOf(row), input.ledger)),
  };
}

/** A person's OK is a Queued without the time of a run. */
function approve(row: NoticeRow, seen: string, change: Change): void {
  if (row.state === 'Sent' || (row.state === 'Check' && seen !== 'Check')) return;
  change(row, { state: 'Queued', queuedAt: undefined, error: '' });
}

/** Whether what came of a mail has changed; the row says it then. */
function noteOutcome(row: NoticeRow, settled: SettledClient | undefined, { settings }: Ledger): boolean {
  const outcome = settled ? outcomeOf(row, settled, settings.remindAfter) : row.outcome;
  if (outcome === row.outcome) return false;
  Object.assign(row, { outcome });
  return true;
}

/** What is known of a row's client, and of the other rows. */
interface NoticeGround extends Pick<PlanInput, 'ledger' | 'unpaid' | 'now' | 'told' | 'left'> {
  readonly rowOf: FindRow;
}

/** A notice belongs to the client of its block, however the client is called by now. */
function clientFinder({ ledger, settled }: PlanInput): FindSettled {
  const owners = new Map(ledger.blocks.map(block => [block.number.toUpperCase(), block.clientKey]));
  return ({ block }) => settled.get(owners.get(ownerBlock(block)) || '');
}

/**
 * A `Sent` of which memory knows nothing, with an address that is not the client's, was put there by a sort or a
 * paste: where the notice is still due it begins anew.
 */
function doubt(
  row: NoticeRow,
  settled: SettledClient | undefined,
  known: NoticeGround,
  change: Change,
): void {
  if (row.state !== 'Sent' || !settled || known.told(row.block, row.level)) return;
  const to = addressText(recipientsOf(settled.client));
  if (row.to === to || whyNotDue(row, settled, known)) return;
  const anew = stateBy(routeOf(settled, known.ledger), known.now);
  change(row, { ...anew, to, sentAt: undefined });
}

/** Why memory lets a row that waits not go out, whatever the sheet says; blank where it does. */
function knownAsTold({ block, level, queuedAt }: NoticeRow, { told, left }: NoticeGround): string {
  if (left(block, level)) return 'it was sent already.';
  // A person's OK has no Queued at: what may have left, or was skipped by hand, goes out then.
  if (queuedAt === undefined || !told(block, level)) return '';
  return 'it was told already. To send it all the same, clear Queued at and set Queued.';
}

/** Earlier versions gave up whatever Google refused, also where no address was to blame. */
function failedForGood({ error }: NoticeRow): boolean {
  return error.startsWith(refusedText) && !/invalid email|no recipient/i.test(error);
}

/** While something is gone no row goes out or ends; a person's OK holds only where no figure of the mail is in doubt. */
function waitForPerson(row: NoticeRow, { ledger: { missing } }: NoticeGround, change: Change): void {
  const [first] = missing;
  const isDoubtful = missing.some(({ stops }) => stops === 'figures');
  if (!first || row.state !== 'Queued' || (row.queuedAt === undefined && !isDoubtful)) return;
  change(row, stateBy({ kind: 'review', reason: issueText(first.issue) }, 0));
}

/** Looks again at a row that waits, or that failed and whose address has changed. */
function reconsider(
  row: NoticeRow,
  settled: SettledClient | undefined,
  known: NoticeGround,
  change: Change,
): void {
  if (known.ledger.missing.length > 0) {
    waitForPerson(row, known, change);
    return;
  }
  const to = settled ? addressText(recipientsOf(settled.client)) : row.to;
  if (row.state === 'Failed' && (to !== row.to || failedForGood(row)))
    change(row, { state: 'Queued', to, error: '' });
  if (row.state !== 'Queued' && row.state !== 'Review') return;
  const reason = (row.state === 'Queued' && knownAsTold(row, known)) || whyNotDue(row, settled, known);
  if (reason) change(row, { state: 'Skipped', error: notDue + reason });
  // Without Queued at it was a person who set Queued: that is the OK.
  if (!settled || row.state !== 'Queued' || row.queuedAt === undefined) return;
  const route = routeOf(settled, known.ledger);
  if (route.kind === 'review') change(row, stateBy(route, 0));
}

/** Why a row that waits is not to go out any more; blank where it is. */
function whyNotDue(row: NoticeRow, settled: SettledClient | undefined, known: NoticeGround): string {
  if (!settled) return `block ${row.block} is not in Blocks any more.`;
  const route = routeOf(settled, known.ledger);
  if (route.kind === 'off') return route.reason;
  const due = allDue(settled, known);
  if (due.some(each => tellingOf(each) === tellingOf(row))) return '';
  if (isUnpaid(row.level)) return 'the block is paid, or not past its day.';
  if (row.level === 'statement') return 'its month is over, or no statement is wanted.';
  const [worst] = due;
  return worst ? `it stands as ${worst.level} now (${worst.why}).` : 'the client has enough time again.';
}

/** What a client is told of: `expired` counts as `used up`. */
function tellingOf({ block, level }: NoticeRow | DueLevel): string {
  return noticeKey(block, toldAs(level));
}

/** One mail a client a day at most; it names every level that is queued. */
function mailsOf(
  rows: readonly NoticeRow[],
  clientOf: FindSettled,
  { ledger, unpaid, now, approved, rowOf }: PlanInput & NoticeGround,
): PlannedMail[] {
  const today = Math.floor(now);
  const groups = new Map<SettledClient, NoticeRow[]>();
  const toldToday = new Set<SettledClient>();
  for (const row of rows) {
    const settled = clientOf(row);
    if (!settled) continue;
    if (row.state === 'Sent' && Math.floor(row.sentAt || 0) === today) toldToday.add(settled);
    if (row.state === 'Queued') addTo(groups, settled, row);
  }
  const keys = approved && new Set(approved.map(({ key }) => key));
  // Whatever else is due of a client goes along with what was given the OK, but not alone.
  const isWanted = (queued: readonly NoticeRow[]) => !keys || queued.some(({ key }) => keys.has(key));
  const mailed = [...groups].filter(([settled, queued]) => isWanted(queued) && !toldToday.has(settled));
  return mailed.map(([settled, queued]) => {
    const rows = ofOneSort(queued);
    const tellings = rows.map(tellingOf);
    const due = allDue(settled, { ledger, unpaid, rowOf }).filter(each => tellings.includes(tellingOf(each)));
    return { settled, rows, due, recipients: recipientsOf(settled.client) };
  });
}

/** Thanks are no part of a warning, a bill of neither, and a statement comes last: each waits for a mail of its own. */
function ofOneSort(queued: readonly NoticeRow[]): readonly NoticeRow[] {
  const sortOf = ({ level }: NoticeRow) =>
    isUnpaid(level) ? 1 : level === 'thank you' ? 2 : level === 'statement' ? 3 : 0;
  const first = Math.min(...queued.map(sortOf));
  return queued.filter(row => sortOf(row) === first);
}

/** Whether a person, or a mail that went out, has settled the row for good. */
export function isTold(row: NoticeRow): boolean {
  return row.state === 'Sent' || row.state === 'Check' || (row.state === 'Skipped' && !wasSkippedByRun(row));
}
