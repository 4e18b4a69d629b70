import type { Ledger } from '../../ledger/model/ledger';
import type { Settings } from '../../ledger/model/settings';
import type { NeedyClient } from '../../ledger/needs/needs';
import { isWeeklyMailDue, weeklyDay, weeklyPaper } from '../../ledger/needs/weekly-mail';
import { paperHtml } from '../../ledger/papers/paper-html';
import { paperText } from '../../ledger/papers/paper-text';

import { dateText, isoDate } from '../../ledger/units/calendar-date';
import { readMemory, remember } from '../../workbook/memory';
import type { Mail } from '../../workbook/ports';
import { sendOnce } from '../../workbook/send-once';
import { doorOf, type NoticeDeps } from '../notices/send-batch';
import { needsOf, needsRemarks } from './care-needs';

/**
 * Mails the office manager once a week who needs the firm, and only where somebody does.
 *
 * One that may have left is not sent again: the office manager hears of it with the next notices. One that is refused
 * is tried again by the next run. A week in which there is nothing to say is over all the same.
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
  const { clients, input } = needsOf(deps.book);
  const day = weeklyDay(date, settings.weeklyMailOn);
  const over = { weeklyDay: isoDate(day) };
  if (clients.length === 0) {
    remember(store, memory, over);
    return;
  }
  const [name, mail] = [`weekly ${isoDate(day)}`, weeklyMail(clients, settings, needsRemarks(input))];
  const { fate, reason, memory: known } = sendOnce(doorOf(deps), memory, { name, mail, left: over });
  if (fate !== 'left') deps.log(`The weekly mail waits: ${reason || fate}`);
  if (fate !== 'begun before' && fate !== 'unclear') return;
  const inDoubt = `Weekly mail of ${dateText(day)}: More > Care > Who needs us has the same list.`;
  remember(store, known, { ...over, toReport: [...known.toReport, inDoubt] });
}

function weeklyMail(clients: readonly NeedyClient[], settings: Settings, remarks: readonly string[]): Mail {
  const paper = weeklyPaper(clients, settings, remarks);
  return {
    to: settings.officeManagerEmail,
    subject: `Block Ledger: ${paper.headline}`,
    body: paperText(paper),
    htmlBody: paperHtml(paper),
  };
}
