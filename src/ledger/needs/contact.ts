import { isFailed } from '../care/doing';
import { type Block, isPurchase } from '../model/block';
import type { Care } from '../model/care';
import { readDate } from '../reading/values';
import type { SettledClient } from '../rules/settle';
import { cellText, isBlank, isProblem } from '../sheet/cell';
import type { TabCells } from '../sheet/tab-cells';
import type { CalendarDate } from '../units/calendar-date';
import { later } from '../units/calendar-date';
import { foldName } from '../units/names';

/**
 * The last day up to `today` on which each client asked for work, by folded name: rows of Time with `Asked by`.
 *
 * No figure in a cell depends on that column, so it is read only where somebody asks for it.
 */
export function lastAsked({ columns, rows }: TabCells, today: CalendarDate): Map<string, CalendarDate> {
  const asked = new Map<string, CalendarDate>();
  const [dates, clients, names] = ['date', 'client', 'asked by'].map(header => columns.get(header) ?? []);
  for (let index = 0; index < rows; index++) {
    if (isBlank(names?.[index] ?? '')) continue;
    const date = readDate('Date', dates?.[index] ?? '');
    if (date === undefined || isProblem(date) || date > today) continue;
    const key = foldName(cellText(clients?.[index] ?? ''));
    if (date > (asked.get(key) ?? Number.NEGATIVE_INFINITY)) asked.set(key, date);
  }
  return asked;
}

/** The newest of a task marked Contact that was done, an entry that somebody asked for, and a sale; nothing without any. */
export function lastContact(
  clientKey: string,
  care: Pick<Care, 'tasks' | 'log'>,
  asked: ReadonlyMap<string, CalendarDate>,
  settled: Pick<SettledClient, 'blocks' | 'asOf'> | undefined,
  today: CalendarDate,
): CalendarDate | undefined {
  const sales = (settled?.blocks ?? []).filter(isSale).map(({ date }) => date);
  const dates = [...careContacts(clientKey, care), ...sales, asked.get(clientKey)];
  const past = dates.filter(date => date !== undefined).filter(date => date <= today);
  return past.length > 0 ? past.reduce(later) : undefined;
}

/** A call that failed was none; the log knows of those before it. */
function careContacts(clientKey: string, { tasks, log }: Pick<Care, 'tasks' | 'log'>): CalendarDate[] {
  const own = tasks.filter(task => task.isContact && task.clientKey === clientKey);
  const names = new Set(own.map(({ task }) => foldName(task)));
  const logged = log.filter(
    done => done.clientKey === clientKey && names.has(foldName(done.task)) && !isFailed(done.resultText),
  );
  const last = own.filter(({ resultText }) => !isFailed(resultText)).map(({ lastDone }) => lastDone);
  return [...logged.map(({ date }) => date), ...last.filter(date => date !== undefined)];
}

/** What was brought forward or moved over was not sold. */
function isSale(block: Block): boolean {
  return block.kind === 'Purchase' && isPurchase(block);
}
