import type { UnpaidBlock } from '../books/unpaid';
import { type Block, isPurchase } from '../model/block';
import { issueText } from '../model/issue';
import type { Ledger } from '../model/ledger';
import type { Level, NoticeLevel } from '../model/levels';
import type { NoticeRow } from '../model/notice-row';
import { isPaidTooLate } from '../rules/open-block';
import { isBilled } from '../rules/receivables';
import type { SettledClient } from '../rules/settle';
import { type StandingSettings, standingOf } from '../rules/standing';
import { type CalendarDate, dateText } from '../units/calendar-date';
import type { Currency } from '../units/money';
import { hoursText, type Seconds } from '../units/seconds';
import { monthlyBlock } from './monthly-block';

/** Whether the client was told of a level of a block; it outlives rows, names and sorting. */
export type NoticeLookup = (block: string, level: NoticeLevel) => boolean;

type Owed = Pick<UnpaidBlock, 'open' | 'due'> & { readonly currency: Currency };

/** One level of which a client is to be told. */
export interface DueLevel {
  readonly level: NoticeLevel;
  /** Number of the newest purchase; for `expiring` of the block that ends. */
  readonly block: string;
  /** The figures that decided, for the person who checks. */
  readonly why: string;
  /** For a reminder: the day of the mail that it repeats. */
  readonly firstNotice?: CalendarDate;
  /** For a reminder to pay: what is open of the block, and since when it should not be. */
  readonly owed?: Owed;
}

/** What a client is to be told today (without `told`: whatever it was told), worst first; nothing where it never bought. */
export function dueLevels(
  settled: SettledClient,
  ledger: Ledger,
  told: NoticeLookup = () => false,
): DueLevel[] {
  const standing = standingOf(settled, ledger.settings);
  const { newest, level, hoursLeft, expiredUnused, expiring } = standing;
  if (!newest) return [];
  const due: DueLevel[] = [];
  if (level && isDue(settled, level, newest, told)) {
    const left = `${hoursText(hoursLeft)} left of ${hoursText(newest.hours)}`;
    const ways = [
      left,
      level === 'expired' ? `${hoursText(expiredUnused)} expired unused` : '',
      standing.lowByPace ? `at the recent pace that lasts until about ${dateText(standing.lowByPace)}` : '',
    ];
    due.push({ level, block: newest.number, why: ways.filter(way => way !== '').join('; ') });
  }
  for (const { block, left, expires } of expiring) {
    if (told(block.number, 'expiring')) continue;
    const why = `${hoursText(left)} of ${block.number} end on ${dateText(expires)}`;
    due.push({ level: 'expiring', block: block.number, why });
  }
  return due;
}

/** The blocks of which a client may still be told something: its newest purchase, those that may end, and unpaid ones. */
export function tellableBlocks(settled: SettledClient, settings: StandingSettings): string[] {
  const { newest } = standingOf(settled, settings);
  const open = settled.account.opened.filter(({ left }) => left > 0).map(({ block }) => block.number);
  const unpaid = settled.blocks.filter(block => isBilled(block) && !(Number(block.paidOn) <= settled.asOf));
  const monthly = monthlyBlock(settled);
  return [
    ...(newest ? [newest.number] : []),
    ...open,
    ...unpaid.map(({ number }) => number),
    ...(monthly === undefined ? [] : [monthly]),
  ];
}

function isDue({ entries, asOf }: SettledClient, level: Level, newest: Block, told: NoticeLookup): boolean {
  // After `used up` no `low` of the same purchase is told, and `expired` counts as `used up`.
  if ((['used up', 'expired', level] as const).some(each => told(newest.number, each))) return false;
  // A purchase that only pays back overage is no use of it: the first work after it is.
  return level === 'expired' || entries.some(({ entry: { date } }) => date >= newest.date && date <= asOf);
}

/** How a client's notices go out: by themselves, after a person's look, or not at all, and why so. */
export interface Route {
  readonly kind: 'send' | 'review' | 'off';
  readonly reason: string;
}

export function routeOf(settled: SettledClient, ledger: Ledger): Route {
  const { client, entries, blocks, asOf, account } = settled;
  const { quietAfter } = ledger.settings;
  const { notices } = client.terms;
  const [broken] = ledger.broken.get(client.key) || [];
  const [gone] = ledger.missing;
  const isRecent = ({ date }: { date: number }) => date <= asOf && date > asOf - quietAfter;
  if (gone) return review(issueText(gone.issue));
  if (!client.active) return { kind: 'off', reason: 'The client is not active.' };
  if (notices === 'Off') return { kind: 'off', reason: 'Notices is Off for this client.' };
  if (broken) return review(`${broken.tab} row ${broken.row} cannot be counted: see Check workbook.`);
  const [doubt] = ledger.doubtful.get(client.key) || [];
  if (doubt) return review(`${issueText(doubt)} Then set Queued, or see Check workbook.`);
  if (notices === 'Review') return review('Notices is Review for this client.');
  const late = account.opened.find(open => isPaidTooLate(open, asOf));
  if (late) return review(`${late.block.number} was paid after its last day: see Check workbook.`);
  const isBusy = entries.some(({ entry }) => isRecent(entry)) || blocks.filter(isPurchase).some(isRecent);
  if (quietAfter > 0 && !isBusy) return review(`Neither work nor a purchase in ${quietAfter} days.`);
  return { kind: 'send', reason: '' };
}

function review(reason: string): Route {
  return { kind: 'review', reason };
}

/** A client who stands as it was told, and had its reminders. */
export interface SilentClient {
  readonly left: Seconds;
  /** The newest mail that had no answer. */
  readonly row: NoticeRow;
  /** How many mails about this purchase had none. */
  readonly mails: number;
}

/** Nothing for a client who has answered, or who is not low any more. */
export function silentClient(
  settled: SettledClient,
  rows: readonly NoticeRow[],
  settings: StandingSettings,
): SilentClient | undefined {
  const { newest, level, hoursLeft, repeats } = standingOf(settled, settings);
  if (!newest || !level || repeats || !settled.client.active) return undefined;
  const unanswered = rows.filter(
    row =>
      row.block.toUpperCase() === newest.number.toUpperCase() &&
      row.outcome === 'No answer' &&
      row.level !== 'expiring',
  );
  const [row] = unanswered.sort((a, b) => (b.sentAt ?? 0) - (a.sentAt ?? 0));
  return row && { left: hoursLeft, row, mails: unanswered.length };
}
