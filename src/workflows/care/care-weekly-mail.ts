import type { Ledger } from '../../ledger/model/ledger';
import type { Settings } from '../../ledger/model/settings';
import type { NeedyClient } from '../../ledger/needs/needs';
import { isWeeklyMailDue, weeklyDay, weeklyPaper } from '../../ledger/needs/weekly-mail';
import { paperHtml } from '../../ledger/papers/paper-html';
import { paperText } from '../../ledger/papers/paper-text';
import { isoDate } from '../../ledger/units/calendar-date';
import { readMemory, remember } from '../../workbook/memory';
import type { Mail } from '../../workbook/ports';
import type { NoticeDeps } from '../notices/send-batch';
import { needsOf } from './care-needs';

/**
 * Mails the office manager once a week who needs the firm, and only where somebody does.
 *
 * Memory says that it goes out before it does, so that a run that dies sends no second one; where the mail is refused
 * memory is put back, and the next run tries again. A week in which there is nothing to say is over all the same.
 */
export function sendWeeklyMail(
  deps: Pick<NoticeDeps, 'book' | 'outbox' | 'log'>,
  { settings, fatal }: Pick<Ledger, 'settings' | 'fatal'>,
): void {
  const { store, now } = deps.book;
  const memory = readMemory(store);
  const { date, second } = now();
  const [last, since] = [memory.weeklyDay, memory.daily?.since ?? ''];
  if (!isWeeklyMailDue(settings, { date, second, last, since })) return;
  // Nothing is known of anybody until that is mended, and the notices have said so already.
  if (fatal.length > 0) return;
  const { clients } = needsOf(deps.book);
  const told = remember(store, memory, { weeklyDay: isoDate(weeklyDay(date, settings.weeklyMailOn)) });
  if (clients.length === 0) return;
  try {
    if (deps.outbox.remaining() < 1) throw new Error("Google's mails for today are used up.");
    deps.outbox.send(weeklyMail(clients, settings));
  } catch (error) {
    remember(store, told, { weeklyDay: last });
    deps.log(`The weekly mail waits: ${String(error)}`);
  }
}

function weeklyMail(clients: readonly NeedyClient[], settings: Settings): Mail {
  const paper = weeklyPaper(clients, settings);
  return {
    to: settings.officeManagerEmail,
    subject: `Block Ledger: ${paper.headline}`,
    body: paperText(paper),
    htmlBody: paperHtml(paper),
  };
}
