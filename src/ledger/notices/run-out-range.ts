import { type Block, isPurchase } from '../model/block';
import type { NoticeRow } from '../model/notice-row';
import { runOut } from '../rules/run-out';
import { balanceOf, type SettledClient } from '../rules/settle';
import { addDays, type CalendarDate, fromSheetSerial, later } from '../units/calendar-date';

/** Where a client has not paid often enough after a notice to know better. */
const usualDays = 14;
const paymentsToKnow = 2;

type SentNotice = Pick<NoticeRow, 'block' | 'state' | 'sentAt'>;

/** The last day on which an order comes in time, going by how long this client takes; never before today. */
export function orderBy(
  settled: SettledClient,
  runsOut: CalendarDate,
  notices: readonly SentNotice[],
): CalendarDate {
  const days = daysToPay(settled, notices);
  return later(addDays(runsOut, -days), settled.asOf);
}

/** The median of the days from the first notice about a purchase to the payment of the next. */
export function daysToPay(
  { blocks, asOf }: Pick<SettledClient, 'blocks' | 'asOf'>,
  notices: readonly SentNotice[],
): number {
  const own = new Set(blocks.map(({ number }) => number.toUpperCase()));
  const sent = notices.flatMap(({ block, state, sentAt }) =>
    state === 'Sent' && sentAt !== undefined && own.has(block.toUpperCase()) ? [fromSheetSerial(sentAt)] : [],
  );
  const purchases = blocks
    .filter(block => isPurchase(block) && block.date <= asOf)
    .sort((a, b) => a.date - b.date || a.order - b.order);
  const days = purchases.flatMap((purchase, index) => {
    const before = purchases[index - 1];
    const paid = paymentOf(purchase);
    if (!before || paid === undefined || paid > asOf) return [];
    const asked = Math.min(...sent.filter(date => date >= before.date && date <= purchase.date));
    return Number.isFinite(asked) && paid >= asked ? [paid - asked] : [];
  });
  return days.length < paymentsToKnow ? usualDays : median(days);
}

/** Every kind but a purchase, and one that costs nothing, counts as paid on its date. */
function paymentOf({ kind, price, date, paidOn }: Block): CalendarDate | undefined {
  return kind !== 'Purchase' || price === 0 ? date : paidOn;
}

/** Of an even number the later day of the middle, so that nobody orders too late. */
function median(days: readonly number[]): number {
  const sorted = [...days].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]] as [number, number];
  return Math.ceil((low + high) / 2);
}

/** When the time runs out at the recent pace, between which days, and by when an order comes in time. */
export interface RunOutRange {
  readonly date: CalendarDate;
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly orderBy: CalendarDate;
}

/** The paces of these weeks give the range. */
const rangeWeeks = [4, 12];

/** Nothing where there is nothing left, or not enough history. */
export function runOutOf(
  settled: SettledClient,
  paceWeeks: number,
  notices: readonly Pick<NoticeRow, 'block' | 'state' | 'sentAt'>[],
): RunOutRange | undefined {
  const balance = balanceOf(settled);
  const dates = [paceWeeks, ...rangeWeeks].map(weeks => {
    const end = runOut(settled.account, settled.entries, balance, settled.asOf, weeks);
    return end.kind === 'date' ? end.date : undefined;
  });
  const [date] = dates;
  if (date === undefined) return undefined;
  const range = dates.filter(each => each !== undefined);
  const [first, last] = [Math.min(...range), Math.max(...range)] as [CalendarDate, CalendarDate];
  return { date, first, last, orderBy: orderBy(settled, date, notices) };
}
