import type { Issue } from '../../ledger/model/issue';
import type { Ledger } from '../../ledger/model/ledger';
import type { NoticeRow } from '../../ledger/model/notice-row';
import { refusedText } from '../../ledger/notices/begin';
import { noticeOf, type Stationery } from '../../ledger/notices/letter';
import { isTold, type NoticePlan, type PlannedMail } from '../../ledger/notices/plan';
import { addressText } from '../../ledger/reading/address';
import type { SettledClient } from '../../ledger/rules/settle';
import { serialOf } from '../../ledger/sheet/cell';
import { createSteps } from '../../workbook/housekeeping';
import { remember } from '../../workbook/memory';
import type { Memory } from '../../workbook/memory-shapes';
import type { Book } from '../../workbook/open-book';
import type { Hash, Printer } from '../../workbook/ports';
import { beginMails, type MailDoor, type Outbox, type SentOrNot } from '../../workbook/send-once';
import type { ReadTab } from '../../workbook/tabs';
import type { Original, ToldRecord } from '../../workbook/told';
import type { StatementsOfRun } from './monthly-statements';
import { figuresOfMail, type WrittenMail, writeMail } from './notice-mail';
import type { NoticeTab } from './notice-tab';
import { keepTexts } from './notice-texts';

export interface NoticeDeps {
  readonly book: Book;
  readonly outbox: Outbox;
  /** Whether the run has time for another mail. */
  hasTime(): boolean;
  readonly printer: Printer;
  readonly hash: Hash;
  log(message: string): void;
}

/** What a run has in hand. */
export interface Run {
  readonly deps: NoticeDeps;
  readonly ledger: Ledger;
  readonly settled: ReadonlyMap<string, SettledClient>;
  readonly tab: NoticeTab;
  /** Where drafts of renewals go. */
  readonly blocks: ReadTab | undefined;
  readonly plan: NoticePlan;
  readonly stationery: Stationery;
  readonly statements: StatementsOfRun;
  memory: Memory;
  /** What the hidden tab knew when the run began. */
  readonly record: ToldRecord;
  /** The workbook of which this is a copy that sends nothing; nothing where it may send. */
  readonly original: Original | undefined;
  /** What could not be looked after. */
  readonly trouble: Issue[];
  /** Recipients left; below zero before Google was asked. */
  remaining: number;
  /** Rows that changed, to be written with the next ones. */
  pending: NoticeRow[];
  /** Rows of which it is to be written what their mails say. */
  unfigured: readonly NoticeRow[];
  /** Keys of mails of which Google did not say whether they left. */
  readonly unclear: string[];
  /** Google did not take a mail, for a reason that is none of its client's. */
  isRefused: boolean;
  /** Why the rest waits; blank while the run goes on. */
  stopped: string;
}

const noQuota = "Waits: Google's mails for today are used up.";
const changedByHand = 'Waits: another notice of the same mail was set otherwise by hand.';
const noTimeLeft = 'Waits: the run goes on within the hour.';

const mayHaveLeft = 'and the mail may have left. Look into the Sent folder: if it is not there, set Queued.';

/** The way out of a run's mails, with what keeps them from leaving twice. */
export function doorOf({ book: { store }, outbox }: Pick<NoticeDeps, 'book' | 'outbox'>): MailDoor {
  return { store, outbox };
}

/** A look, a write and a flush for each would be four calls a mail; of more a kill would leave more in doubt. */
const announcedAtOnce = 2;

/** Now, as a day number of the sheet with its time. */
export function serialNow({ book }: NoticeDeps): number {
  return serialOf(book.now());
}

/** Sends mails one after the other; memory names them all before the first goes out. */
export function sendBatch(run: Run, mails: readonly PlannedMail[]): void {
  const { store } = run.deps.book;
  for (const { rows, recipients } of mails) {
    const { problem } = recipients;
    if (problem) mark(run, rows, { state: 'Failed', error: problem, to: addressText(recipients) });
  }
  const going = withinQuota(
    run,
    mails.filter(({ recipients }) => !recipients.problem),
  );
  const sending = going.flatMap(({ rows }) => keysOf(rows));
  const begun = beginMails(doorOf(run.deps), run.memory, sending);
  run.memory = begun.memory;
  const written = writeMails(run, going);
  for (let first = 0; first < written.length; first += announcedAtOnce)
    for (const [planned, { mail }] of announce(run, written.slice(first, first + announcedAtOnce)))
      if (run.stopped) wait(run, planned.rows, run.stopped);
      else {
        const sentAt = serialNow(run.deps);
        noteFate(run, planned, { ...begun.send(keysOf(planned.rows), mail), sentAt });
      }
  writeRows(run);
  // Before memory forgets the mails: what a look reads stands in the sheet.
  run.tab.check();
  const told = mails
    .flatMap(({ rows }) => rows)
    .filter(isTold)
    .map(({ block, level, state }) => ({ block, level, hasLeft: state === 'Sent' }));
  run.memory = remember(store, run.memory, { sending: [], told });
}

/** The mails for which Google still takes recipients today; the others wait. */
function withinQuota(run: Run, mails: readonly PlannedMail[]): readonly PlannedMail[] {
  if (run.remaining < 0 && mails.length > 0) run.remaining = run.deps.outbox.remaining();
  return mails.filter(({ rows, recipients: { to, cc } }) => {
    const count = to.length + cc.length;
    const fits = count <= run.remaining;
    if (fits) run.remaining -= count;
    else wait(run, rows, noQuota);
    return fits;
  });
}

/** The mail with the paper that it brings; one that cannot be made now is tried again, and keeps no other mail back. */
function withFile(run: Run, planned: PlannedMail, written: WrittenMail): WrittenMail | undefined {
  try {
    return { ...written, mail: { ...written.mail, ...run.statements.fileOf(planned) } };
  } catch (error) {
    const { message } = error as Error;
    wait(run, planned.rows, `Waits: the statement could not be made (${message}).`);
    return undefined;
  }
}

/** Writes the mails, and keeps what they say before the first goes out. */
function writeMails(run: Run, mails: readonly PlannedMail[]): readonly MailToSend[] {
  const written = mails.flatMap((planned): MailToSend[] => {
    const mail = withFile(run, planned, writeMail(run.stationery, planned, noticeOf(planned.due)));
    if (!mail) return [];
    const figures = figuresOfMail(mail.letter);
    for (const row of planned.rows) row.figures = figures;
    return [[planned, mail]];
  });
  if (written.length === 0) return [];
  const texts = written.map(([{ rows }, { letter }]) => ({
    keys: rows.map(({ key }) => key),
    digest: rows[0]?.figures?.digest ?? '',
    letter,
  }));
  keepTexts(run.deps.book, texts);
  run.unfigured = written.flatMap(([{ rows }]) => rows);
  return written;
}

type MailToSend = readonly [PlannedMail, WrittenMail];

/** Says in the sheet that mails are leaving; gives those for which there is time, and that nobody has just set otherwise. */
function announce(run: Run, mails: readonly MailToSend[]): readonly MailToSend[] {
  if (!run.stopped && !run.deps.hasTime()) run.stopped = noTimeLeft;
  for (const [{ rows, recipients }] of mails)
    if (run.stopped) wait(run, rows, run.stopped);
    else mark(run, rows, { state: 'Sending', to: addressText(recipients), error: '' });
  if (run.stopped) return [];
  const overruled = writePending(run);
  return mails.filter(([{ rows }]) => {
    const others = rows.filter(row => !overruled.includes(row));
    if (others.length < rows.length) wait(run, others, changedByHand);
    return others.length === rows.length;
  });
}

function noteFate(run: Run, planned: PlannedMail, { fate, reason, sentAt }: Dated): void {
  const { rows, recipients } = planned;
  switch (fate) {
    case 'left':
      mark(run, rows, { state: 'Sent', sentAt });
      createSteps(run.trouble)('Statements', 'Noting to whom a statement went', () =>
        run.statements.noteSent(planned),
      );
      break;
    case 'no quota':
      run.stopped = noQuota;
      wait(run, rows, noQuota);
      break;
    case 'refused':
      if (isAboutAddress(reason, recipients))
        mark(run, rows, { state: 'Failed', error: `${refusedText}${reason}` });
      else {
        run.isRefused = true;
        // Whatever Google takes too often now it takes in an hour.
        if (/too many times/i.test(reason)) run.stopped = `Waits: ${reason}`;
        wait(run, rows, `Waits: Google did not take it (${reason}).`);
      }
      break;
    case 'unclear':
      run.unclear.push(...keysOf(rows));
      mark(run, rows, {
        state: 'Check',
        queuedAt: undefined,
        error: `Google has failed (${reason}), ${mayHaveLeft}`,
      });
  }
}

/** Only what a client's address is to blame for is for that client to mend; anything else passes. */
function isAboutAddress(reason: string, { to, cc }: PlannedMail['recipients']): boolean {
  const said = reason.toLowerCase();
  return /no recipient/.test(said) || [...to, ...cc].some(address => said.includes(address.toLowerCase()));
}

interface Dated extends SentOrNot {
  readonly sentAt: number;
}

function keysOf(rows: readonly NoticeRow[]): readonly string[] {
  return rows.map(({ key }) => key);
}

/** Changes rows in memory; the next write takes them along. */
function mark(run: Run, rows: readonly NoticeRow[], change: Partial<NoticeRow>): void {
  for (const row of rows) Object.assign(row, change);
  run.pending.push(...rows);
}

export function wait(run: Run, rows: readonly NoticeRow[], reason: string): void {
  const isSaid = rows.every(({ state, error }) => state === 'Queued' && error === reason);
  if (!isSaid) mark(run, rows, { state: 'Queued', error: reason });
}

/** One write for the mails that went out and those that go out next: they mostly stand below each other. */
export function writePending(run: Run): readonly NoticeRow[] {
  const overruled = writeRows(run);
  run.deps.book.workbook.flush();
  return overruled;
}

function writeRows(run: Run): readonly NoticeRow[] {
  const overruled = run.tab.write([...new Set(run.pending)], run.unfigured);
  run.pending = [];
  run.unfigured = [];
  return overruled;
}
