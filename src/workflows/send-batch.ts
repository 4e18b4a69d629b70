import type { Ledger } from '../ledger/ledger';
import { addressText } from '../ledger/notices/address';
import { noticeOf, type Stationery } from '../ledger/notices/letter';
import type { NoticeRow } from '../ledger/notices/notice-row';
import { isTold, type NoticePlan, type PlannedMail } from '../ledger/notices/plan';
import { toSheetSerial } from '../ledger/units/calendar-date';
import { type Mail, mailOf } from './notice-mail';
import { type Memory, remember } from './notice-memory';
import type { NoticeTab } from './notice-tab';
import type { Book } from './open-book';

export interface Outbox {
  /** Recipients that Google still takes today. */
  remaining(): number;
  send(mail: Mail): void;
  /** Whether an error of `send` says that the day's quota is used up. */
  isOutOfQuota(error: unknown): boolean;
}

export interface NoticeDeps {
  readonly book: Book;
  readonly outbox: Outbox;
  /** Whether the run has time for another mail. */
  hasTime(): boolean;
  log(message: string): void;
}

/** What a run has in hand. */
export interface Run {
  readonly deps: NoticeDeps;
  readonly ledger: Ledger;
  readonly tab: NoticeTab;
  readonly plan: NoticePlan;
  readonly stationery: Stationery;
  memory: Memory;
  /** Recipients left; below zero before Google was asked. */
  remaining: number;
  /** Rows that changed, to be written with the next ones. */
  pending: NoticeRow[];
  stopped: boolean;
}

const noQuota = "Waits: Google's mails for today are used up.";
const noTimeLeft = 'Waits: the run goes on within the hour.';

/** Now, as a day number of the sheet with its time. */
export function serialNow({ book }: NoticeDeps): number {
  const { date, second } = book.now();
  return toSheetSerial(date) + second / 86_400;
}

/** Sends mails one after the other; memory names them all before the first goes out. */
export function sendBatch(run: Run, mails: readonly PlannedMail[]): void {
  const { store } = run.deps.book;
  const sendable = mails.filter(({ recipients }) => !recipients.problem);
  for (const { rows, recipients } of mails) {
    const { problem } = recipients;
    if (problem) mark(run, rows, { state: 'Failed', error: problem, to: addressText(recipients) });
  }
  const sending = sendable.flatMap(({ rows }) => rows.map(({ key }) => key));
  run.memory = remember(store, run.memory, { sending });
  for (const mail of sendable) if (!run.stopped) sendOne(run, mail);
  writePending(run);
  const told = mails.flatMap(({ rows }) => rows).filter(isTold);
  run.memory = remember(store, run.memory, { sending: [], told });
}

function sendOne(run: Run, planned: PlannedMail): void {
  const { rows, recipients } = planned;
  const { outbox, hasTime } = run.deps;
  const count = recipients.to.length + recipients.cc.length;
  if (run.remaining < 0) run.remaining = outbox.remaining();
  run.stopped = !hasTime();
  if (run.stopped || run.remaining < count) {
    wait(run, rows, run.stopped ? noTimeLeft : noQuota);
    return;
  }
  const mail = mailOf(run.stationery, planned, noticeOf(planned.due));
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
export function writePending(run: Run): void {
  run.tab.write([...new Set(run.pending)]);
  run.pending = [];
  run.deps.book.workbook.flush();
}
