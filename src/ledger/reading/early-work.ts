import type { Block } from '../model/block';
import type { IssueList } from '../model/issue';
import type { TimeEntry } from '../model/time-entry';
import { addDays, type CalendarDate, dateText, earlier } from '../units/calendar-date';
import { groupsOf } from '../units/groups';

const year = 366;

/**
 * Notes work dated long before its client's first block: a slip such as 2016 for 2026 moves money into an old month.
 *
 * One issue a client, at its earliest row, for a firm that brought its old time sheet along has many.
 */
export function noteEarlyWork(
  entries: readonly TimeEntry[],
  blocks: readonly Block[],
  issues: IssueList,
): void {
  const begins = new Map<string, CalendarDate>();
  for (const { clientKey, date } of blocks)
    begins.set(clientKey, earlier(date, begins.get(clientKey) ?? date));
  const limits = new Map([...begins].map(([key, begin]) => [key, addDays(begin, -year)]));
  const isEarly = ({ clientKey, date }: TimeEntry) => date < (limits.get(clientKey) ?? -Infinity);
  for (const [key, early] of groupsOf(entries.filter(isEarly), ({ clientKey }) => clientKey)) {
    const begin = begins.get(key) as CalendarDate;
    const earliest = early.reduce((found, entry) => (entry.date < found.date ? entry : found));
    const others = early.length > 1 ? `, and ${early.length - 1} more of this client` : '';
    const message = `Dated ${dateText(earliest.date)}${others}: more than a year before the client's first block (${dateText(begin)}). It counts; correct the year if it is a slip.`;
    issues.all.push({ tab: 'Time', row: earliest.row, message });
  }
}
