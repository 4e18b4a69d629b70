import { unpaidIn } from '../../ledger/books/unpaid';
import { issueText } from '../../ledger/model/issue';
import { isUnpaid } from '../../ledger/model/levels';
import type { NoticeRow } from '../../ledger/model/notice-row';
import type { Settings } from '../../ledger/model/settings';
import type { PlanInput } from '../../ledger/notices/begin';
import { tellableBlocks } from '../../ledger/notices/due';
import { isTold, type NoticePlan, planNotices } from '../../ledger/notices/plan';
import { warnAhead } from '../../ledger/notices/working-days';
import { settleLedger } from '../../ledger/rules/settle';
import { senderLacksText } from '../../ledger/start/first-steps';
import { dateText } from '../../ledger/units/calendar-date';
import { noTemplates } from '../../ledger/words/templates';
import { createSteps } from '../../workbook/housekeeping';
import { hasLeft, readMemory, remember, wasTold } from '../../workbook/memory';
import { type OpenBook, openBook } from '../../workbook/open-book';
import { sendOnce } from '../../workbook/send-once';
import { readToldTab } from '../../workbook/told';
import { forgetOld, keepTold, originalOf } from '../../workbook/told-tab';
import { openWithPeriods } from '../blocks/write-periods';
import { readCareWork } from '../care/care-tabs';
import { pageAddresses } from '../client-page/page-links';
import { copyRefusal } from './daily-notices';
import { draftRenewals } from './draft-renewals';
import { statementsOfRun } from './monthly-statements';
import { interruptedMail } from './notice-mail';
import { createNoticeTab } from './notice-tab';
import { doorOf, type NoticeDeps, type Run, sendBatch, serialNow, wait, writePending } from './send-batch';
import { readTemplatesTab } from './templates-tab';

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
export function sendRenewalNotices(deps: NoticeDeps, choice: Choice = {}): NoticeRun {
  return sendPrepared(prepareRun(deps, choice));
}

/** What a person has chosen; a run by itself has chosen nothing. */
export type Choice = Pick<PlanInput, 'approved'>;

export function sendPrepared(run: Run): NoticeRun {
  if (run.original) throw new Error(copyRefusal(run.original));
  const { added, changed, mails } = run.plan;
  draftRenewals(run);
  if (added.length > 0) run.tab.append(added);
  run.pending.push(...changed);
  // What became Check must stand in the sheet before memory forgets that it was Sending.
  if (changed.length > 0 || run.memory.sending.length > 0) writePending(run);
  if (run.plan.answered.length > 0) run.tab.writeOutcomes(run.plan.answered);
  rememberStart(run);
  if (run.stopped) waitAll(run, mails);
  for (let first = 0; first < mails.length && !run.stopped; first += batchSize) {
    sendBatch(run, mails.slice(first, first + batchSize));
  }
  run.tab.check();
  reportInterrupted(run);
  keepWhatWasTold(run);
  return countRun(run.plan);
}

/** Before the first mail it is known already that none can leave. */
function waitAll(run: Run, mails: NoticePlan['mails']): void {
  for (const { rows } of mails) wait(run, rows, run.stopped);
  writePending(run);
}

/** What a run would do now, without sending anything or writing to Notices; `opened` is the book as it was just read. */
export function prepareRun(deps: NoticeDeps, choice: Choice = {}, opened?: OpenBook): Run {
  const record = readToldTab(deps.book);
  const memory = readMemory(deps.book.store, record.told);
  const { ledger: read, tabs } =
    opened ?? openWithPeriods(deps.book, openBook(deps.book, memory, undefined, {}), {});
  const issues = [...memory.housekeeping, ...read.issues];
  const ledger = { ...read, issues, settings: warningAhead(read.settings) };
  // What is merely gone lets mails wait for a person.
  const fatal = ledger.fatal.find(issue => !ledger.missing.some(gone => gone.issue === issue));
  if (fatal) throw new Error(`No notices went out. ${issueText(fatal)}`);
  const notices = tabs.get('Notices');
  if (!notices) throw new Error('The tab "Notices" is missing. Run Set up workbook.');
  const tab = createNoticeTab(notices);
  const lacks = senderLacksText(ledger.settings);
  const settled = settleLedger(ledger, ledger.settings.today);
  const plan = planNotices({
    ledger,
    unpaid: ledger.settings.paymentReminders ? unpaidIn(ledger, () => openBook(deps.book).ledger) : [],
    settled,
    rows: tab.rows,
    told: (block, level) => wasTold(memory, block, level),
    left: (block, level) => hasLeft(memory, block, level),
    interrupted: memory.sending,
    now: serialNow(deps),
    ...choice,
  });
  // A run that mails nobody needs no texts.
  const hasMails = plan.mails.length > 0;
  const templates = hasMails ? readTemplatesTab(deps.book).templates : noTemplates;
  const stationery = {
    ledger,
    templates,
    // How long a client takes to renew, no reminder to pay tells.
    notices: tab.rows.filter(({ level }) => !isUnpaid(level)),
    ...(hasMails && { care: readCareWork(deps.book), pages: pageAddresses(ledger, tabs.get('Clients')) }),
  };
  return {
    deps,
    ledger,
    settled,
    tab,
    blocks: tabs.get('Blocks'),
    plan,
    stationery,
    statements: statementsOfRun(deps, ledger, deps.printer),
    memory,
    record,
    original: originalOf(deps.book, memory, record),
    trouble: lacks ? [{ tab: 'Settings', row: 1, message: lacks }] : [],
    remaining: -1,
    pending: [],
    unfigured: [],
    unclear: [],
    isRefused: false,
    stopped: lacks && `Waits: ${lacks}`,
  };
}

/**
 * Keeps what was told in the hidden tab too, which goes where the cells go; a kill before it is made good by the next
 * run, for memory knows it already.
 */
export function keepWhatWasTold(run: Run): void {
  const { deps, memory, record, trouble } = run;
  createSteps(trouble)('Notices', 'The list of what was told', () => {
    run.memory = keepTold(deps.book, memory, record, liveBlocks(run));
  });
}

/** After the day's mails: what nobody needs any more would fill the properties in some years. */
export function forgetWhatIsPast(run: Run): void {
  createSteps(run.trouble)('Notices', 'Forgetting what is long past', () => {
    forgetOld(run.deps.book, run.record, liveBlocks(run));
  });
}

/** Of these blocks something may still be told. */
function liveBlocks({ settled, ledger: { settings } }: Run): (block: string) => boolean {
  const live = [...settled.values()].flatMap(each => tellableBlocks(each, settings));
  const numbers = new Set(live.map(number => number.toUpperCase()));
  return block => numbers.has(block.toUpperCase());
}

/** Before days off hours are told of that will have ended on the next working day. */
function warningAhead(settings: Settings): Settings {
  return { ...settings, warnBeforeExpiry: warnAhead(settings.today, settings) };
}

/**
 * Notes what the last run left behind, and rows that are settled but that memory does not know: the workbook is a
 * copy, or a person skipped them.
 */
function rememberStart(run: Run): void {
  const { memory, plan, tab } = run;
  const checked = [...plan.changed, ...plan.added].filter(({ state }) => state === 'Check');
  const keys = checked.map(({ key }) => key);
  const toReport = withNewest(memory.toReport, namesOf(run, keys));
  const told = [...tab.rows, ...plan.added].filter(isTold);
  run.memory = remember(run.deps.book.store, memory, { told, sending: [], toReport });
}

/** Without an address to report to the list only grows, and a property has an end: the newest stay. */
function withNewest(toReport: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...toReport, ...more])].slice(-batchSize);
}

/**
 * Tells the office manager, once, of mails that may or may not have gone out.
 *
 * Where this mail is in doubt itself it is not sent again: their rows say `Check`, and so does the digest.
 */
function reportInterrupted(run: Run): void {
  const { deps, ledger, memory } = run;
  const toReport = withNewest(memory.toReport, namesOf(run, run.unclear));
  run.memory = remember(deps.book.store, memory, { toReport });
  const to = ledger.settings.officeManagerEmail;
  if (toReport.length === 0 || to === '') return;
  const [name, mail] = [`report ${toReport.join('\n')}`, interruptedMail(to, toReport)];
  const { fate, reason, memory: known } = sendOnce(doorOf(deps), run.memory, { name, mail, left: nothing });
  // Refused, it stays on the list, so the next run tries again.
  const isRefused = fate === 'refused' || fate === 'no quota';
  run.memory = remember(deps.book.store, known, isRefused ? {} : nothing);
  if (fate !== 'left') deps.log(`The office manager may not have been told: ${reason || fate}`);
}

const nothing = { toReport: [] };

/** With the day: the same notice may be in doubt again on another. */
function namesOf({ ledger }: Run, keys: readonly string[]): readonly string[] {
  return keys.map(key => `${key} (${dateText(ledger.settings.today)})`);
}

function countRun({ added, changed, mails }: NoticePlan): NoticeRun {
  // The rows of one mail share its fate.
  const mailed = mails.flatMap(({ rows }) => rows.slice(0, 1));
  const written = [...new Set([...changed, ...added, ...mailed])];
  const count = (rows: readonly NoticeRow[], wanted: NoticeRow['state']) =>
    rows.filter(({ state }) => state === wanted).length;
  const [sent, failed, left] = [count(mailed, 'Sent'), count(mailed, 'Failed'), count(mailed, 'Queued')];
  return { sent, failed, left, review: count(written, 'Review'), check: count(written, 'Check') };
}
