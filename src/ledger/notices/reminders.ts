import { isAsked, type UnpaidBlock } from '../books/unpaid';
import type { Ledger } from '../model/ledger';
import { mostReminders, type NoticeLevel, type RepeatedLevel, reminderLevel } from '../model/levels';
import { type NoticeRow, noticeKey } from '../model/notice-row';
import type { SettledClient } from '../rules/settle';
import { standingOf } from '../rules/standing';
import { dateText, fromSheetSerial } from '../units/calendar-date';
import { counted } from '../units/local-text';
import { moneyText } from '../units/money';
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
  const { newest, level, hoursLeft, repeats } = standingOf(settled, settings);
  // Who gets the next period by itself is told once in each.
  if (!newest || !level || repeats || settings.remindAfter === 0) return [];
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

/** A repeat of a reminder to pay where nothing else is repeated. */
const usualDays = 7;

/**
 * A block that is past its day is reminded of once, and once more after `Remind after (days)`.
 *
 * Only where the firm wants it, and not again where somebody has typed an outcome.
 */
export function dueUnpaid(
  { client }: SettledClient,
  { settings }: Pick<Ledger, 'settings'>,
  { unpaid = [], rowOf }: { readonly unpaid?: readonly UnpaidBlock[] | undefined; readonly rowOf: FindRow },
  told: NoticeLookup = () => false,
): DueLevel[] {
  if (!settings.paymentReminders) return [];
  const { today, remindAfter } = settings;
  const own = unpaid.filter(each => each.client.key === client.key && each.late > 0 && isAsked(each));
  return own.flatMap(({ block: { number, currency }, open, due, late }): DueLevel[] => {
    const why = `${moneyText(open, currency)} of ${number} were due on ${dateText(due)}, ${counted(late, 'day')} ago`;
    const each = { block: number, why, owed: { open, due, currency } };
    const first = sentOn(rowOf(noticeKey(number, 'unpaid')));
    const isRepeated = first !== undefined && today - first >= (remindAfter || usualDays);
    return [
      ...(told(number, 'unpaid') ? [] : [{ ...each, level: 'unpaid' as const }]),
      ...(isRepeated && !told(number, 'unpaid reminder 1')
        ? [{ ...each, level: 'unpaid reminder 1' as const, firstNotice: first }]
        : []),
    ];
  });
}

/** The day on which a mail went out that nobody has answered yet. */
function sentOn(row: SentRow | undefined) {
  if (row?.state !== 'Sent' || row.sentAt === undefined || isAnsweredByHand(row)) return undefined;
  return fromSheetSerial(row.sentAt);
}
