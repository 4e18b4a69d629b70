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

const waitingStates: readonly string[] = ['Review', 'Held', 'Check', 'Failed'];

/** Who would be mailed now and why, then what waits for a person. */
export function dueList(plan: NoticePlan, rows: readonly NoticeRow[], today: CalendarDate) {
  const going = plan.mails.flatMap(({ settled, due, recipients }) =>
    due.map(
      ({ level, why }): DueLine => ({
        client: settled.client.name,
        level,
        why: recipients.problem || why,
        to: addressText(recipients),
        state: recipients.problem ? 'Failed' : 'Queued',
      }),
    ),
  );
  const waiting = [...rows, ...plan.added]
    .filter(({ state }) => waitingStates.includes(state))
    .map(({ client, level, error, to, state }): DueLine => ({ client, level, why: error, to, state }));
  return { today: isoDate(today), rows: [...going, ...waiting] };
}

/** What a person is shown before mails go out. */
export function announceMails(plan: NoticePlan): string {
  const names = plan.mails
    .filter(({ recipients }) => !recipients.problem)
    .map(({ settled }) => settled.client.name);
  if (names.length === 0) return 'Nobody is due today.';
  const shown = names.slice(0, 15).join(', ') + (names.length > 15 ? ` and ${names.length - 15} more` : '');
  const clients = names.length === 1 ? 'One client' : `${names.length} clients`;
  return `${clients} would be mailed now: ${shown}.`;
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
