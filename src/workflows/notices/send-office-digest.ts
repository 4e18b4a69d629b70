import { type OfficeDigest, officeDigest } from '../../ledger/needs/office-digest';
import { paperHtml } from '../../ledger/papers/paper-html';
import { paperText } from '../../ledger/papers/paper-text';
import { isoDate, parseIsoDate, toSheetSerial } from '../../ledger/units/calendar-date';
import { remember } from '../../workbook/memory';
import type { Mail } from '../../workbook/ports';
import { type Run, serialNow } from './send-batch';

/**
 * Mails the office manager what happened, once a day and only where something did.
 *
 * Memory says that it goes out before it does: one that a crash swallows is in the next, as nothing of it is lost from
 * Notices; two of one day would teach people not to read them.
 */
export function sendOfficeDigest(run: Run): void {
  const { deps, ledger, plan, tab, memory } = run;
  const { today, officeManagerEmail: to, dailyDigest } = ledger.settings;
  const day = isoDate(today);
  if (!dailyDigest || to === '' || memory.digestDay === day) return;
  const rows = [...tab.rows, ...plan.added];
  const digest = officeDigest({
    ledger,
    settled: run.settled,
    rows,
    since: memory.digestAt || firstDay(run),
  });
  if (digest.sent === 0 && digest.open === memory.digestOpen) return;
  const { store } = deps.book;
  const told = { digestDay: day, digestAt: serialNow(deps), digestOpen: digest.open };
  run.memory = remember(store, memory, told);
  try {
    if (deps.outbox.remaining() < 1) throw new Error("Google's mails for today are used up.");
    deps.outbox.send(digestMail(to, digest));
  } catch (error) {
    const { digestDay, digestAt, digestOpen } = memory;
    run.memory = remember(store, run.memory, { digestDay, digestAt, digestOpen });
    deps.log(`The daily digest waits: ${String(error)}`);
  }
}

/** The first digest tells of everything since daily notices were turned on. */
function firstDay({ memory, ledger }: Run): number {
  const since = parseIsoDate(memory.daily?.since ?? '');
  return toSheetSerial(since ?? ledger.settings.today);
}

function digestMail(to: string, { paper }: OfficeDigest): Mail {
  const subject = `Block Ledger: ${paper.headline || paper.title}`;
  return { to, subject, body: paperText(paper), htmlBody: paperHtml(paper) };
}
