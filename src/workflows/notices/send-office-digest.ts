import { unpaidIn } from '../../ledger/books/unpaid';
import { type OfficeDigest, officeDigest } from '../../ledger/needs/office-digest';
import { paperHtml } from '../../ledger/papers/paper-html';
import { paperText } from '../../ledger/papers/paper-text';
import { dateText, isoDate, parseIsoDate, toSheetSerial } from '../../ledger/units/calendar-date';
import type { Memory } from '../../workbook/memory-shapes';
import { openBook } from '../../workbook/open-book';
import type { Mail } from '../../workbook/ports';
import { sendOnce } from '../../workbook/send-once';
import { doorOf, type Run, serialNow } from './send-batch';

/**
 * Mails the office manager what happened, once a day and only where something did.
 *
 * Memory says that it is begun before it goes out, and what it told only when it has: one that a crash may have
 * swallowed is repeated in that of the next day, which says so; two of one day would teach people not to read them.
 * False where it only waits for quota.
 */
export function sendOfficeDigest(run: Run): boolean {
  const { deps, ledger, plan, tab, memory } = run;
  const { today, officeManagerEmail: to, dailyDigest } = ledger.settings;
  const day = isoDate(today);
  if (!dailyDigest || to === '' || memory.digestDay === day) return true;
  const rows = [...tab.rows, ...plan.added];
  const digest = officeDigest({
    ledger,
    settled: run.settled,
    rows,
    since: memory.digestAt || firstDay(run),
    unpaid: unpaidIn(ledger, () => openBook(deps.book).ledger),
  });
  if (digest.sent === 0 && digest.open === memory.digestOpen) return true;
  const { fate, reason, ...sent } = sendOnce(doorOf(deps), memory, {
    name: `digest ${day}`,
    mail: digestMail(to, digest, inDoubt(memory)),
    begin: { digestDay: day },
    left: { digestAt: serialNow(deps), digestOpen: digest.open },
  });
  run.memory = sent.memory;
  if (fate !== 'left') deps.log(`The daily mail to the office (digest) waits: ${reason || fate}`);
  return fate !== 'no quota';
}

/** The last digest was begun, and nobody knows whether it left. */
function inDoubt({ digestDay, digestAt }: Memory): readonly string[] {
  const day = parseIsoDate(digestDay);
  if (day === undefined || toSheetSerial(day) <= Math.floor(digestAt)) return [];
  return [`The daily mail of ${dateText(day)} may not have reached you: this one repeats it.`];
}

/** The first digest tells of everything since daily notices were turned on. */
function firstDay({ memory, ledger }: Run): number {
  const since = parseIsoDate(memory.daily?.since ?? '');
  return toSheetSerial(since ?? ledger.settings.today);
}

function digestMail(to: string, digest: OfficeDigest, remarks: readonly string[]): Mail {
  const paper = { ...digest.paper, remarks: [...remarks, ...digest.paper.remarks] };
  const subject = `Block Ledger: ${paper.headline || paper.title}`;
  return { to, subject, body: paperText(paper), htmlBody: paperHtml(paper) };
}
