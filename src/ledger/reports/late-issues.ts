import { lateText, workOf } from '../books/closed-month';
import type { ClosedMonth } from '../model/closed-month';
import type { Issue } from '../model/issue';
import type { SettledClient } from '../rules/settle';
import { firstDay, lastDay, monthText } from '../units/month';

/** More rows would be no help in finding them. */
const mostRows = 10;

/** What came late into closed months, or was changed there: each month once, with the rows that say so. */
export function lateIssues(closed: readonly ClosedMonth[], settled: readonly SettledClient[]): Issue[] {
  return closed.flatMap(each => {
    const text = lateText(each.work, workOf(settled, each.month));
    if (text === '') return [];
    const message = `${monthText(each.month)} is closed. ${text}${placesOf(each, settled)}. It stands in the journal of the first open month; to book it in its own, reopen the month (Books > Close month).`;
    return [{ tab: 'Closed months', row: each.row, message }];
  });
}

/** Closing filled Charged, so an entry of that month without it came later. */
function placesOf({ month }: ClosedMonth, settled: readonly SettledClient[]): string {
  const [from, to] = [firstDay(month), lastDay(month)];
  const late = settled
    .flatMap(({ entries }) => entries)
    .filter(({ entry }) => entry.archived === undefined && entry.typedCharge === undefined)
    .filter(({ entry }) => entry.date >= from && entry.date <= to)
    .map(({ entry }) => entry.row)
    .sort((a, b) => a - b);
  if (late.length === 0) return '';
  const shown = late.slice(0, mostRows).join(', ');
  const more = late.length > mostRows ? ` and ${late.length - mostRows} more` : '';
  return ` (Time ${late.length === 1 ? 'row' : 'rows'} ${shown}${more})`;
}
