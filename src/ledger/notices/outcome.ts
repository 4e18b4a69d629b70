import { type Block, isPeriod, isPurchase } from '../model/block';
import { isUnpaid, isWithoutAnswer, mostReminders, reminderOf } from '../model/levels';
import type { NoticeRow, SentNotice } from '../model/notice-row';
import type { SettledClient } from '../rules/settle';
import { repeatingIn } from '../rules/standing';
import { type CalendarDate, dateText, earlier, fromSheetSerial, toSheetSerial } from '../units/calendar-date';
import { counted } from '../units/local-text';

/** Where nothing is repeated, a mail without an answer has had this long. */
const usualPatience = 7;

type AnswerableRow = Pick<NoticeRow, 'block' | 'level' | 'state' | 'sentAt' | 'outcome'>;

/** Our words begin like this; everything else was typed by a person, who knows more, and stays. */
const ourWords = /^(Renewed\b|Paid after \d|Paid the same day$|No answer$)/;

export function isAnsweredByHand({ outcome }: Pick<NoticeRow, 'outcome'>): boolean {
  return outcome !== '' && !ourWords.test(outcome);
}

/** What stands in Outcome once the client has said yes: words of a person, which end the reminders and stay. */
export function acceptedText(on: CalendarDate): string {
  return `Accepted on ${dateText(on)}`;
}

/**
 * What came of a mail: `Renewed after 6 days`, `No answer` once the reminders have had their time, or blank as yet.
 *
 * What a person typed stays.
 */
export function outcomeOf(
  row: AnswerableRow,
  { blocks, asOf }: Pick<SettledClient, 'blocks' | 'asOf'>,
  remindAfter: number,
): string {
  if (row.state !== 'Sent' || row.sentAt === undefined || isWithoutAnswer(row.level)) return row.outcome;
  if (isAnsweredByHand(row)) return row.outcome;
  const sent = fromSheetSerial(row.sentAt);
  if (isUnpaid(row.level)) return paidText(row, sent, { blocks, asOf });
  const bought = boughtAfter(row, sent, blocks, asOf);
  if (bought !== undefined) return renewedText(Math.max(bought - sent, 0));
  const about = blocks.find(({ number }) => number.toUpperCase() === row.block.toUpperCase());
  // The next period comes without an answer.
  if (about && repeatingIn(blocks)(about)) return '';
  const patience = (mostReminders + 1 - reminderOf(row.level)) * (remindAfter || usualPatience);
  return asOf - sent >= patience ? 'No answer' : '';
}

/** Of a reminder to pay: when its block was paid. */
function paidText(
  { block }: Pick<NoticeRow, 'block'>,
  sent: CalendarDate,
  { blocks, asOf }: Pick<SettledClient, 'blocks' | 'asOf'>,
): string {
  const paidOn = blocks.find(({ number }) => number.toUpperCase() === block.toUpperCase())?.paidOn;
  if (paidOn === undefined || paidOn > asOf) return '';
  return paidOn <= sent ? 'Paid the same day' : `Paid after ${counted(paidOn - sent, 'day')}`;
}

function renewedText(days: number): string {
  if (days === 0) return 'Renewed the same day';
  return `Renewed after ${counted(days, 'day')}`;
}

/** The day of the purchase that followed; one that was typed later, for a day before the mail, follows as well. */
function boughtAfter(
  { block, level }: Pick<NoticeRow, 'block' | 'level'>,
  sent: CalendarDate,
  blocks: readonly Block[],
  asOf: CalendarDate,
): CalendarDate | undefined {
  const about = blocks.find(({ number }) => number.toUpperCase() === block.toUpperCase());
  const follows = (bought: Block) =>
    bought !== about &&
    (bought.date >= sent || (level !== 'expiring' && about !== undefined && comesAfter(bought, about)));
  const dates = blocks
    .filter(bought => isPurchase(bought) && !isPeriod(bought) && bought.date <= asOf && follows(bought))
    .map(({ date }) => date);
  return dates.length > 0 ? dates.reduce(earlier) : undefined;
}

function comesAfter(a: Block, b: Block): boolean {
  return a.date > b.date || (a.date === b.date && a.order > b.order);
}

/** How many purchases of a client were asked to be renewed, and how many were. */
export interface Renewals {
  readonly asked: number;
  readonly renewed: number;
}

/** Each purchase counts once, however many mails there were; one that may still be answered does not count yet. */
export function renewalsOf(
  notices: readonly SentNotice[],
  settled: Pick<SettledClient, 'blocks' | 'asOf'>,
  remindAfter: number,
): Renewals {
  const renewed = new Map<string, boolean>();
  for (const { block, level, sentAt } of notices) {
    if (level !== 'low' && level !== 'used up' && level !== 'expired') continue;
    const row = { block, level, state: 'Sent', sentAt: toSheetSerial(sentAt), outcome: '' } as const;
    const outcome = outcomeOf(row, settled, remindAfter);
    const key = block.toUpperCase();
    if (outcome !== '') renewed.set(key, renewed.get(key) || outcome !== 'No answer');
  }
  return { asked: renewed.size, renewed: [...renewed.values()].filter(Boolean).length };
}
