import { addressText } from '../ledger/notices/address';
import type { NoticePlan } from '../ledger/notices/plan';
import { isoDate } from '../ledger/units/calendar-date';
import type { Run } from './send-batch';
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
export function dueList({ plan, tab, ledger }: Run) {
  const going = plan.mails.flatMap(({ settled, due, recipients }) => {
    const { problem } = recipients;
    const all = {
      client: settled.client.name,
      to: addressText(recipients),
      state: problem ? 'Failed' : 'Queued',
    };
    return due.map(({ level, why }): DueLine => ({ ...all, level, why: problem || why }));
  });
  const waiting = [...tab.rows, ...plan.added]
    .filter(({ state }) => waitingStates.includes(state))
    .map(({ client, level, error, to, state }): DueLine => ({ client, level, why: error, to, state }));
  return { today: isoDate(ledger.settings.today), rows: [...going, ...waiting] };
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
    failed && `${failed} could not be sent: see Error in Notices.`,
    review && `${review} wait for your OK in Notices.`,
    check && `${check} must be checked in Notices: a run stopped while they went out.`,
    left && `${left} wait for mail quota or time.`,
  ];
  return parts.filter(Boolean).join(' ');
}
