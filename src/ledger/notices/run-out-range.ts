import type { NoticeRow } from '../model/notice-row';
import { runOut } from '../rules/run-out';
import { balanceOf, type SettledClient } from '../rules/settle';
import type { CalendarDate } from '../units/calendar-date';
import { orderBy } from './order-by';

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
