import type { Ledger } from '../ledger/ledger';
import type { NoticeRow } from '../ledger/notices/notice-row';
import { addressText, isTold, type NoticePlan, type PlannedMail, planNotices } from '../ledger/notices/plan';
import { issueText } from '../ledger/reading/issue';
import { settleLedger } from '../ledger/rules/settle';
import { toSheetSerial } from '../ledger/units/calendar-date';
import { interruptedMail, type Mail, mailOf } from './notice-mail';
import { type Memory, type PropertyStore, readMemory, remember, wasTold } from './notice-memory';
import { createNoticeTab, type NoticeTab } from './notice-tab';
import { type Book, openBook } from './open-book';

export interface Outbox {
  /** Recipients that Google still takes today. */
  remaining(): number;
  send(mail: Mail): void;
  /** Whether an error of `send` says that the day's quota is used up. */
  isOutOfQuota(error: unknown): boolean;
}

export interface NoticeDeps {
  readonly book: Book;
  readonly store: PropertyStore;
  readonly outbox: Outbox;
  /** Whether the run has time for another mail. */
  hasTime(): boolean;
  log(message: string): void;
}

/** What a run did, in numbers of mails; `left` waits for quota or time. */
export interface NoticeRun {
  readonly sent: number;
  readonly failed: number;
  readonly review: number;
  readonly check: number;
  readonly left: number;
}

/** What a run has in hand. */
interface Run {
  readonly deps: NoticeDeps;
  readonly ledger: Ledger;
  readonly tab: NoticeTab;
  readonly plan: NoticePlan;
  memory: Memory;
  /** Recipients left; below zero before Google was asked. */
  remaining: number;
  /** Rows that changed, to be written with the next ones. */
  pending: NoticeRow[];
  stopped: boolean;
}

/** So many keys fit into one property. */
const batchSize = 150;
const noQuota = "Waits: Google's mails for today are used up.";
const noTime = 'Waits: the run had no time left and goes on within the hour.';

/**
 * Sends every due notice at most once.
 *
 * Before a mail goes out its row says `Sending`, and memory names its key; so a run that dies at any line leaves a
 * trace, and the next run turns it to `Check` for a person instead of mailing twice.
 */
export function sendRenewalNotices(deps: NoticeDeps): NoticeRun {
  const run = prepare(deps);
  const { added, changed, mails } = run.plan;
  if (added.length > 0) run.tab.append(added);
  if (changed.length > 0) run.tab.write(changed);
  const toReport = rememberStart(run);
  for (let first = 0; first < mails.length && !run.stopped; first += batchSize) {
    sendBatch(run, mails.slice(first, first + batchSize));
  }
  reportInterrupted(run, toReport);
  return countRun(run.plan);
}

/** What a run would do now, without sending anything or writing to Notices. */
export function previewNotices(deps: NoticeDeps) {
  const { plan, tab, ledger } = prepare(deps);
  return { plan, rows: tab.rows, today: ledger.settings.today };
}

function prepare(deps: NoticeDeps): Run {
  const memory = readMemory(deps.store);
  const { ledger, tabs } = openBook(deps.book, deps.store, memory.highestBlock);
  const [fatal] = ledger.fatal;
  if (fatal) throw new Error(`No notices went out. ${issueText(fatal)}`);
  const notices = tabs.get('Notices');
  if (!notices) throw new Error('The tab "Notices" is missing. Run Block Ledger > Set up workbook.');
  const tab = createNoticeTab(notices);
  const plan = planNotices({
    ledger,
    settled: settleLedger(ledger, ledger.settings.today),
    rows: tab.rows,
    told: (block, level) => wasTold(memory, block, level),
    interrupted: memory.sending,
    now: serialNow(deps),
  });
  return { deps, ledger, tab, plan, memory, remaining: -1, pending: [], stopped: false };
}

/** Now, as a day number of the sheet with its time. */
function serialNow({ book }: NoticeDeps): number {
  const { date, second } = book.now();
  return toSheetSerial(date) + second / 86_400;
}

/**
 * Notes what the last run left behind, and rows that are settled but that memory does not know: the workbook is a
 * copy, or a person skipped them. Gives the keys that the office manager should hear of.
 */
function rememberStart(run: Run): readonly string[] {
  const { memory, plan, tab } = run;
  const checked = [...plan.changed, ...plan.added].filter(({ state }) => state === 'Check');
  const toReport = [...new Set([...memory.toReport, ...checked.map(({ key }) => key)])];
  const told = [...tab.rows, ...plan.added].filter(isTold);
  run.memory = remember(run.deps.store, memory, { told, sending: [], toReport });
  return toReport;
}

function sendBatch(run: Run, mails: readonly PlannedMail[]): void {
  const { deps } = run;
  const sendable = mails.filter(({ recipients }) => recipients.problem === undefined);
  for (const { rows, recipients } of mails) {
    const { problem } = recipients;
    if (problem) mark(run, rows, { state: 'Failed', error: problem, to: addressText(recipients) });
  }
  const sending = sendable.flatMap(({ rows }) => rows.map(({ key }) => key));
  run.memory = remember(deps.store, run.memory, { sending });
  for (const mail of sendable) if (!run.stopped) sendOne(run, mail);
  writePending(run);
  const told = mails.flatMap(({ rows }) => rows).filter(isTold);
  run.memory = remember(deps.store, run.memory, { sending: [], told });
}

function sendOne(run: Run, planned: PlannedMail): void {
  const { rows, recipients } = planned;
  const { outbox, hasTime } = run.deps;
  const count = recipients.to.length + recipients.cc.length;
  if (run.remaining < 0) run.remaining = outbox.remaining();
  run.stopped = !hasTime();
  if (run.stopped || run.remaining < count) {
    wait(run, rows, run.stopped ? noTime : noQuota);
    return;
  }
  const mail = mailOf(run.ledger, planned);
  mark(run, rows, { state: 'Sending', to: addressText(recipients), error: '' });
  writePending(run);
  const sentAt = serialNow(run.deps);
  try {
    outbox.send(mail);
    run.remaining -= count;
    mark(run, rows, { state: 'Sent', sentAt });
  } catch (error) {
    run.stopped = outbox.isOutOfQuota(error);
    if (run.stopped) wait(run, rows, noQuota);
    else mark(run, rows, { state: 'Failed', error: `The mail was refused: ${(error as Error).message}` });
  }
}

/** Changes rows in memory; the next write takes them along. */
function mark(run: Run, rows: readonly NoticeRow[], change: Partial<NoticeRow>): void {
  for (const row of rows) Object.assign(row, change);
  run.pending.push(...rows);
}

function wait(run: Run, rows: readonly NoticeRow[], reason: string): void {
  const isSaid = rows.every(({ state, error }) => state === 'Queued' && error === reason);
  if (!isSaid) mark(run, rows, { state: 'Queued', error: reason });
}

/** One write for the mail that went out and the one that goes out next: they mostly stand below each other. */
function writePending(run: Run): void {
  run.tab.write([...new Set(run.pending)]);
  run.pending = [];
  run.deps.book.workbook.flush();
}

/** Tells the office manager of mails that may or may not have gone out. */
function reportInterrupted(run: Run, keys: readonly string[]): void {
  const { deps, ledger, memory } = run;
  const to = ledger.settings.officeManagerEmail;
  if (keys.length === 0 || to === '') return;
  try {
    deps.outbox.send(interruptedMail(to, keys));
    run.memory = remember(deps.store, memory, { toReport: [] });
  } catch (error) {
    // It stays on the list, so the next run tries again.
    deps.log(`The office manager could not be told: ${String(error)}`);
  }
}

function countRun({ added, changed, mails }: NoticePlan): NoticeRun {
  const mailsIn = (state: NoticeRow['state']) => mails.filter(({ rows }) => rows[0]?.state === state).length;
  const rowsIn = (wanted: NoticeRow['state']) =>
    [...changed, ...added].filter(({ state }) => state === wanted).length;
  return {
    sent: mailsIn('Sent'),
    failed: mailsIn('Failed'),
    review: rowsIn('Review'),
    check: rowsIn('Check'),
    left: mailsIn('Queued'),
  };
}
