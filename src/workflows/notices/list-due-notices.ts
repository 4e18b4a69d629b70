import type { NoticeRow } from '../../ledger/model/notice-row';
import type { NoticePlan } from '../../ledger/notices/plan';
import { addressText } from '../../ledger/reading/address';
import { dateText, fromSheetSerial } from '../../ledger/units/calendar-date';
import { counted } from '../../ledger/units/local-text';
import type { DailyState } from './daily-notices';
import type { Run } from './send-batch';
import type { NoticeRun } from './send-renewal-notices';

/** Why a notice stands in the list; in the order in which they are shown. */
const noticeGroups = ['going', 'waiting', 'failed', 'check', 'sent'] as const;
type NoticeGroup = (typeof noticeGroups)[number];

/** A card of *See what is due*; plain values, as a page can take them. */
interface NoticeCard {
  readonly group: NoticeGroup;
  /** Of the rows of Notices that one mail is about. */
  readonly keys: readonly string[];
  readonly client: string;
  readonly levels: readonly string[];
  readonly why: string;
  readonly to: string;
  readonly state: string;
}

export interface NoticeList {
  readonly today: string;
  readonly daily: DailyState;
  readonly cards: readonly NoticeCard[];
}

const groups: Partial<Record<NoticeRow['state'], NoticeGroup>> = {
  Review: 'waiting',
  Held: 'waiting',
  Queued: 'waiting',
  Failed: 'failed',
  Check: 'check',
};
const shownSent = 15;

/** Who would be mailed now and why, what waits for a person, and what went out lately. */
export function listNotices({ plan, tab, ledger }: Run, daily: DailyState): NoticeList {
  const mailed = new Set(plan.mails.flatMap(({ rows }) => rows));
  const rows = [...tab.rows, ...plan.added];
  const waiting = rows.flatMap(row => {
    const group = mailed.has(row) ? undefined : groups[row.state];
    const why = row.state === 'Queued' && row.error === '' ? laterText : row.error;
    return group ? [cardOf(group, row, why)] : [];
  });
  const sent = rows.filter(({ state, sentAt }) => state === 'Sent' && sentAt !== undefined);
  sent.sort((a, b) => (b.sentAt ?? 0) - (a.sentAt ?? 0));
  const lately = sent.slice(0, shownSent).map(row => cardOf('sent', row, sentText(row)));
  const cards = [...goingCards(plan), ...waiting, ...lately];
  cards.sort((a, b) => noticeGroups.indexOf(a.group) - noticeGroups.indexOf(b.group));
  return { today: dateText(ledger.settings.today), daily, cards };
}

const laterText = 'The client was mailed today: this goes out tomorrow.';

function goingCards({ mails }: NoticePlan): NoticeCard[] {
  return mails.map(({ settled: { client }, due, rows, recipients }) => ({
    group: recipients.problem ? 'failed' : 'going',
    keys: rows.map(({ key }) => key),
    client: client.name,
    levels: due.map(({ level }) => level),
    why: recipients.problem ?? due.map(({ why }) => why).join('; '),
    to: addressText(recipients),
    state: recipients.problem ? 'Failed' : 'Queued',
  }));
}

function cardOf(group: NoticeGroup, { key, client, level, to, state }: NoticeRow, why: string): NoticeCard {
  return { group, keys: [key], client, levels: [level], why, to, state };
}

function sentText({ sentAt, outcome }: NoticeRow): string {
  const day = dateText(fromSheetSerial(sentAt ?? 0));
  return outcome ? `${day}; ${outcome}` : day;
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
    `${counted(sent, 'mail')} went out.`,
    failed && `${failed} could not be sent: see Error in Notices.`,
    review && `${counted(review, 'mail waits', 'mails wait')} for your OK in Notices.`,
    check && `${counted(check, 'mail')} must be checked in Notices: a run stopped meanwhile.`,
    left && `${counted(left, 'mail waits', 'mails wait')}: see Error in Notices.`,
  ];
  return parts.filter(Boolean).join(' ');
}
