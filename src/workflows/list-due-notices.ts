import type { NoticeRow } from '../ledger/notices/notice-row';
import { addressText, type NoticePlan } from '../ledger/notices/plan';
import type { CalendarDate } from '../ledger/units/calendar-date';
import { isoDate } from '../ledger/units/calendar-date';
import type { NoticeRun } from './send-renewal-notices';

/** A line of *See what is due*; plain values, as a dialog can take them. */
export interface DueLine {
  readonly client: string;
  readonly level: string;
  readonly why: string;
  readonly to: string;
  readonly state: string;
}

/** Who would be mailed now and why, then what waits for a person. */
export function dueLines(plan: NoticePlan, rows: readonly NoticeRow[]): DueLine[] {
  const going = plan.mails.flatMap(({ settled, due, recipients }) =>
    due.map(({ level, why }) => ({
      client: settled.client.name,
      level,
      why: recipients.problem ?? why,
      to: addressText(recipients),
      state: recipients.problem ? 'Failed' : 'Queued',
    })),
  );
  const waiting = [...rows, ...plan.added]
    .filter(({ state }) => state === 'Review' || state === 'Held' || state === 'Check' || state === 'Failed')
    .map(({ client, level, error, to, state }) => ({ client, level, why: error, to, state }));
  return [...going, ...waiting];
}

export function dueList(plan: NoticePlan, rows: readonly NoticeRow[], today: CalendarDate) {
  return { today: isoDate(today), rows: dueLines(plan, rows) };
}

/** What a person is shown before mails go out. */
export function announceMails(plan: NoticePlan): string {
  const names = plan.mails
    .filter(({ recipients }) => !recipients.problem)
    .map(({ settled }) => settled.client.name);
  if (names.length === 0) return 'Nobody is due today.';
  const shown = names.slice(0, 15).join(', ') + (names.length > 15 ? ` and ${names.length - 15} more` : '');
  return names.length === 1
    ? `One client would be mailed now: ${shown}.`
    : `${names.length} clients would be mailed now: ${shown}.`;
}

/** What a run did, in a sentence or two. */
export function describeRun({ sent, failed, review, check, left }: NoticeRun): string {
  const parts = [
    sent === 1 ? '1 mail went out.' : `${sent} mails went out.`,
    failed > 0 ? `${failed} could not be sent: see Error in Notices.` : '',
    review > 0 ? `${review} wait for your OK in Notices.` : '',
    check > 0 ? `${check} must be checked in Notices: a run stopped while they went out.` : '',
    left > 0 ? `${left} wait for mail quota or time and go out later.` : '',
  ];
  return parts.filter(part => part !== '').join(' ');
}
