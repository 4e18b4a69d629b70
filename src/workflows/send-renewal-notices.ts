import type { Ledger } from '../ledger/ledger';
import { letterTo } from '../ledger/notices/letter';
import { htmlBody, textBody } from '../ledger/notices/mail-body';
import type { NoticeRow } from '../ledger/notices/notice-row';
import { addressText, isTold, type NoticePlan, type PlannedMail, planNotices } from '../ledger/notices/plan';
import { issueText } from '../ledger/reading/issue';
import { settleLedger } from '../ledger/rules/settle';
import { type Memory, type PropertyStore, readMemory, remember, wasTold } from './notice-memory';

export interface Mail {
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly senderName: string;
  readonly replyTo: string;
}

export interface Outbox {
  /** Recipients that Google still takes today. */
  remaining(): number;
  send(mail: Mail): void;
  /** Whether an error of `send` says that the day's quota is used up. */
  isOutOfQuota(error: unknown): boolean;
}

/** The rows of Notices; every verb writes one block where the tab's columns allow it. */
export interface NoticeTab {
  readonly rows: readonly NoticeRow[];
  write(rows: readonly NoticeRow[]): void;
  /** Below the last filled row; gives the rows with their places. */
  append(rows: readonly NoticeRow[]): readonly NoticeRow[];
  /** Makes sure that what was written stands in the sheet before a mail goes out. */
  flush(): void;
}

export interface NoticeDeps {
  readLedger(highestBlock: number): { readonly ledger: Ledger; readonly tab: NoticeTab };
  readonly store: PropertyStore;
  readonly outbox: Outbox;
  /** Now, as a day number of the sheet with its time. */
  now(): number;
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

/** So many keys fit into one property. */
const batchSize = 150;

/**
 * Sends every due notice at most once.
 *
 * Before a mail goes out its row says `Sending`, and memory names its key; so a run that dies at any line leaves a
 * trace, and the next run turns it to `Check` for a person instead of mailing twice.
 */
export function sendRenewalNotices(deps: NoticeDeps): NoticeRun {
  const { ledger, tab, memory, plan } = prepare(deps);
  const added = plan.added.length > 0 ? tab.append(plan.added) : [];
  const placed = new Map(plan.added.map((row, index) => [row, added[index] ?? row]));
  if (plan.changed.length > 0) tab.write(plan.changed);
  const mails = plan.mails.map(mail => ({ ...mail, rows: mail.rows.map(row => placed.get(row) ?? row) }));
  const all = [...tab.rows, ...added];
  const checked = [...plan.changed, ...added].filter(({ state }) => state === 'Check');
  const toReport = [...new Set([...memory.toReport, ...checked.map(({ key }) => key)])];
  const run = { deps, ledger, tab, memory, remaining: -1, pending: [] as NoticeRow[], stopped: false };
  const settledRows = all.filter(isTold);
  run.memory = remember(deps.store, memory, {
    told: unheard(memory, settledRows),
    ...changedLists(memory, toReport),
  });
  for (let first = 0; first < mails.length && !run.stopped; first += batchSize) {
    sendBatch(run, mails.slice(first, first + batchSize));
  }
  reportInterrupted(run, toReport);
  return countRun(all, plan, mails);
}

/** What a run would do now, without sending anything or writing to Notices. */
export function previewNotices(deps: NoticeDeps) {
  const { plan, tab, ledger } = prepare(deps);
  return { plan, rows: tab.rows, today: ledger.settings.today };
}

function prepare(deps: NoticeDeps) {
  const memory = readMemory(deps.store);
  const { ledger, tab } = deps.readLedger(memory.highestBlock);
  const [fatal] = ledger.fatal;
  if (fatal) throw new Error(`No notices went out. ${issueText(fatal)}`);
  const plan = planNotices({
    ledger,
    settled: settleLedger(ledger, ledger.settings.today),
    rows: tab.rows,
    told: (block, level) => wasTold(memory, block, level),
    interrupted: memory.sending,
    now: deps.now(),
  });
  return { ledger, tab, memory, plan };
}

/** Rows that are settled but that memory does not know: the workbook is a copy, or a person skipped them. */
function unheard(memory: Memory, rows: readonly NoticeRow[]): NoticeRow[] {
  return rows.filter(({ block, level }) => !wasTold(memory, block, level));
}

/** Only what differs is written: a quiet day costs no call. */
function changedLists(memory: Memory, toReport: readonly string[]) {
  return {
    ...(memory.sending.length > 0 && { sending: [] }),
    ...(toReport.length > memory.toReport.length && { toReport }),
  };
}

interface Run {
  readonly deps: NoticeDeps;
  readonly ledger: Ledger;
  readonly tab: NoticeTab;
  memory: Memory;
  /** Recipients left; below zero before Google was asked. */
  remaining: number;
  /** Rows whose mail went out, to be written with the next ones. */
  pending: NoticeRow[];
  stopped: boolean;
}

function sendBatch(run: Run, mails: readonly PlannedMail[]): void {
  const { deps, tab } = run;
  const sendable = mails.filter(mail => !failWithoutAddress(run, mail));
  if (sendable.length > 0) {
    const keys = sendable.flatMap(({ rows }) => rows.map(({ key }) => key));
    run.memory = remember(deps.store, run.memory, { sending: keys });
    for (const mail of sendable) {
      if (run.stopped) break;
      sendOne(run, mail);
    }
  }
  writePending(run);
  tab.flush();
  const told = mails.flatMap(({ rows }) => rows).filter(isTold);
  run.memory = remember(deps.store, run.memory, { sending: [], told });
}

function failWithoutAddress(run: Run, { recipients, rows }: PlannedMail): boolean {
  if (recipients.problem === undefined) return false;
  for (const row of rows)
    Object.assign(row, { state: 'Failed', error: recipients.problem, to: addressText(recipients) });
  run.pending.push(...rows);
  return true;
}

function sendOne(run: Run, mail: PlannedMail): void {
  const { deps, tab } = run;
  const { rows, recipients } = mail;
  const count = recipients.to.length + recipients.cc.length;
  if (run.remaining < 0) run.remaining = deps.outbox.remaining();
  if (!deps.hasTime()) return stop(run, rows, 'Waits: the run had no time left and goes on within the hour.');
  if (run.remaining < count) return wait(run, rows, "Waits: Google's mails for today are used up.");
  const letter = mailOf(run.ledger, mail);
  for (const row of rows) Object.assign(row, { state: 'Sending', to: addressText(recipients), error: '' });
  run.pending.push(...rows);
  writePending(run);
  tab.flush();
  try {
    deps.outbox.send(letter);
  } catch (error) {
    if (deps.outbox.isOutOfQuota(error))
      return stop(run, rows, "Waits: Google's mails for today are used up.");
    const reason = error instanceof Error ? error.message : String(error);
    for (const row of rows) Object.assign(row, { state: 'Failed', error: `The mail was refused: ${reason}` });
    run.pending.push(...rows);
    return;
  }
  run.remaining -= count;
  const sentAt = deps.now();
  for (const row of rows) Object.assign(row, { state: 'Sent', sentAt });
  run.pending.push(...rows);
}

function wait(run: Run, rows: readonly NoticeRow[], reason: string): void {
  if (rows.every(row => row.state === 'Queued' && row.error === reason)) return;
  for (const row of rows) Object.assign(row, { state: 'Queued', error: reason });
  run.pending.push(...rows);
}

function stop(run: Run, rows: readonly NoticeRow[], reason: string): void {
  wait(run, rows, reason);
  run.stopped = true;
}

/** One write for the mail that went out and the one that goes out next: they mostly stand below each other. */
function writePending(run: Run): void {
  if (run.pending.length > 0) run.tab.write([...new Set(run.pending)]);
  run.pending = [];
}

function mailOf(ledger: Ledger, { settled, due, recipients }: PlannedMail): Mail {
  const letter = letterTo(settled, ledger, due);
  const { senderName, firmName, replyTo } = ledger.settings;
  return {
    to: recipients.to.join(','),
    cc: recipients.cc.join(','),
    subject: letter.subject,
    text: textBody(letter),
    html: htmlBody(letter),
    senderName: (senderName || firmName).replace(/\s+/g, ' '),
    replyTo,
  };
}

/** Tells the office manager of mails that may or may not have gone out. */
function reportInterrupted(run: Run, keys: readonly string[]): void {
  const { deps, ledger } = run;
  const to = ledger.settings.officeManagerEmail;
  if (keys.length === 0 || to === '') return;
  const lines = keys.map(key => `  ${key}`);
  const text = [
    'A run of Block Ledger stopped while renewal notices were going out. Nothing is sent twice by itself.',
    'Please look into the Sent folder for these, and in Notices set Queued where the mail is missing:',
    ...lines,
  ].join('\n');
  const mail = {
    to,
    cc: '',
    subject: `Block Ledger: ${keys.length} notices to check`,
    text,
    html: '',
    senderName: '',
    replyTo: '',
  };
  try {
    deps.outbox.send(mail);
    run.memory = remember(deps.store, run.memory, { toReport: [] });
  } catch (error) {
    // It stays on the list, so the next run tries again.
    deps.log(`The office manager could not be told: ${String(error)}`);
  }
}

function countRun(all: readonly NoticeRow[], plan: NoticePlan, mails: readonly PlannedMail[]): NoticeRun {
  const mailsIn = (state: NoticeRow['state']) => mails.filter(({ rows }) => rows[0]?.state === state).length;
  const changed = new Set([...plan.changed, ...plan.added].map(({ key }) => key));
  const rowsIn = (state: NoticeRow['state']) =>
    all.filter(row => row.state === state && changed.has(row.key)).length;
  return {
    sent: mailsIn('Sent'),
    failed: mailsIn('Failed'),
    review: rowsIn('Review'),
    check: rowsIn('Check'),
    left: mailsIn('Queued'),
  };
}
