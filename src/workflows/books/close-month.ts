import { totalsText } from '../../ledger/books/closed-month';
import type { SettledClient } from '../../ledger/rules/settle';
import { dateText, toSheetSerial } from '../../ledger/units/calendar-date';
import { firstDay, lastDay, type Month, monthText } from '../../ledger/units/month';
import { hoursOf } from '../../ledger/units/seconds';
import type { Desk } from '../../workbook/open-book';
import type { CellWrite } from '../../workbook/write-cells';
import { writeIntoRows } from '../../workbook/write-into-rows';
import { bringBack } from '../archive/bring-back';
import { digestOf, readBooksTabs, writeClosedMonths } from './books-tabs';
import { monthArgument, type OpenBooks, openBooks, refuseUnread, writeOpenMonths } from './month-end';

/** More at once are more often a slip in a year than meant. */
const mostMonths = 24;

/**
 * Freezes a month, and every open one before it: their lines, what their entries are charged, and a digest.
 *
 * More months than usual only where `seen` is how many the person was told of.
 */
export function closeMonth(deps: Desk, given: unknown, seen?: unknown, by?: unknown): string {
  const month = monthArgument(given);
  const books = openBooks(deps, month);
  const { tabs, opened, journals, workIn } = books;
  const { today } = opened.ledger.settings;
  if (tabs.isClosed(month)) return `${monthText(month)} is closed already.`;
  if (lastDay(month) >= today)
    throw new Error(
      `${monthText(month)} has not ended yet: today is ${dateText(today)}. Close it afterwards.`,
    );
  refuseUnread(books);
  const months = openMonths(books);
  if (months.length > mostMonths && seen !== months.length) throw new Error(manyMonths(months));
  writeOpenMonths(deps.book, books);
  fillCharged(books, months);
  writeClosedMonths(
    tabs,
    months.map(each => {
      const [lines, work] = [journals.get(each) || [], workIn(each)];
      return {
        values: {
          Month: each,
          'Closed on': toSheetSerial(today),
          Entries: work.entries,
          'Charged (h)': hoursOf(work.charged),
          Totals: totalsText(lines),
          Digest: digestOf(lines, work, deps.hash),
          'Closed by': nameOf(by),
          'Hours by client': shortJson(Object.fromEntries(work.byClient)),
        },
      };
    }),
  );
  return `${months.map(monthText).join(', ')}: closed.`;
}

/** As typed in the dialog: a script may not ask Google who somebody is. */
function nameOf(typed: unknown): string {
  return typeof typed === 'string' ? typed.trim().slice(0, 100) : '';
}

const longestCell = 45_000;

/** A cell holds no more; without it only sums are compared. */
function shortJson(value: object): string {
  const text = JSON.stringify(value);
  return text.length > longestCell ? '' : text;
}

function manyMonths(months: readonly Month[]): string {
  const [first, last] = [months[0], months[months.length - 1]] as [Month, Month];
  return (
    `This would freeze ${months.length} months at once, from ${monthText(first)} to ${monthText(last)}. ` +
    'If the year of a date is a slip, correct it: see Check workbook. ' +
    'If all of them are meant, close them in More > Books > Close month, which asks first.'
  );
}

/** The months that closing one freezes: an open month cannot stand before a closed one. */
export function openMonths({ journals, tabs, month }: OpenBooks): Month[] {
  const open = [...journals.keys()].filter(each => !tabs.isClosed(each));
  return open.length > 0 ? open : [month];
}

/** Writes into the entries of the months what they are charged, so that a later change of rules moves nothing there. */
function fillCharged({ opened, settled }: OpenBooks, months: readonly Month[]): void {
  const time = opened.tabs.get('Time');
  const column = time?.column('Charged') || 0;
  if (!time || column === 0) return;
  writeIntoRows(time, chargedCells([...settled.values()], months, column));
}

function chargedCells(
  settled: readonly SettledClient[],
  months: readonly Month[],
  column: number,
): CellWrite[] {
  const spans = months.map(month => [firstDay(month), lastDay(month)] as const);
  return settled.flatMap(({ entries }) =>
    entries.flatMap(({ entry, charged }) => {
      const isClosed = spans.some(([from, to]) => entry.date >= from && entry.date <= to);
      const isBlank = entry.typedCharge === undefined && entry.archived === undefined;
      return isClosed && isBlank ? [{ row: entry.row, column, value: hoursOf(charged) }] : [];
    }),
  );
}

/** Opens a closed month again; the reason is kept, and so is the row that closed it. */
export function reopenMonth({ book }: Desk, given: unknown, reason: unknown, by?: unknown): string {
  const month = monthArgument(given);
  const why = typeof reason === 'string' ? reason.trim().slice(0, 500) : '';
  if (why === '') throw new Error('Say why the month is reopened: the reason is kept.');
  const tabs = readBooksTabs(book);
  const closed = tabs.closed.get(month);
  if (!closed && tabs.isClosed(month))
    throw new Error(`${monthText(month)} has no row in Closed months: it is closed for a later month is.`);
  if (!closed) throw new Error(`${monthText(month)} is not closed.`);
  // First its entries: a run that dies after it leaves the month closed, and no figure changed.
  const back = bringBack(book, month);
  const on = toSheetSerial(book.now().date);
  writeClosedMonths(tabs, [
    { row: closed.row, values: { 'Reopened on': on, Reason: why, 'Reopened by': nameOf(by) } },
  ]);
  const moved = back === 1 ? '1 entry was' : `${back} entries were`;
  const words = back > 0 ? ` ${moved} moved back from Time archive to the end of Time.` : '';
  return `${monthText(month)}: reopened.${words} What its entries were charged stays in Charged until you clear it.`;
}
