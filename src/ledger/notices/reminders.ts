import type { Ledger } from '../model/ledger';
import { mostReminders, type NoticeLevel, type RepeatedLevel, reminderLevel } from '../model/levels';
import { type NoticeRow, noticeKey } from '../model/notice-row';
import type { SettledClient } from '../rules/settle';
import { standingOf } from '../rules/standing';
import { dateText, fromSheetSerial } from '../units/calendar-date';
import { hoursText } from '../units/seconds';
import type { DueLevel, NoticeLookup } from './due';
import { isAnsweredByHand } from './outcome';

type SentRow = Pick<NoticeRow, 'state' | 'sentAt' | 'outcome'>;
export type FindRow = (key: string) => SentRow | undefined;

/**
 * A `low` or `used up` without a purchase after `Remind after (days)` is repeated, at most twice.
 *
 * Only while the client stands as it was told, and not where somebody has typed an outcome. Without the row of the
 * mail before nobody knows when it went out: a row that was deleted is not repeated.
 */
export function dueReminders(
  settled: SettledClient,
  { settings }: Pick<Ledger, 'settings'>,
  rowOf: FindRow,
  told: NoticeLookup = () => false,
): DueLevel[] {
  const { newest, level, hoursLeft } = standingOf(settled, settings);
  if (!newest || !level || settings.remindAfter === 0) return [];
  const of: RepeatedLevel = level === 'low' ? 'low' : 'used up';
  const sent = (name: NoticeLevel) => sentOn(rowOf(noticeKey(newest.number, name)));
  const first = sent(of) ?? (of === 'used up' ? sent('expired') : undefined);
  if (first === undefined) return [];
  const reminders = Array.from({ length: mostReminders }, (_, index) => index + 1);
  return reminders.flatMap((number): DueLevel[] => {
    const name = reminderLevel(of, number);
    const before = number === 1 ? first : sent(reminderLevel(of, number - 1));
    if (before === undefined || settled.asOf - before < settings.remindAfter) return [];
    if (told(newest.number, name)) return [];
    const why = `${hoursText(hoursLeft)} left; no answer since ${dateText(first)}`;
    return [{ level: name, block: newest.number, why, firstNotice: first }];
  });
}

/** The day on which a mail went out that nobody has answered yet. */
function sentOn(row: SentRow | undefined) {
  if (row?.state !== 'Sent' || row.sentAt === undefined || isAnsweredByHand(row)) return undefined;
  return fromSheetSerial(row.sentAt);
}
