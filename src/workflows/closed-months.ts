import { type Cell, isMoment } from '../ledger/reading/cell';
import { isoDate } from '../ledger/units/calendar-date';
import type { Book } from './open-book';
import { columnFinder } from './open-tabs';

/** The months that are closed, as `2026-10`; none in a workbook that has closed none yet. */
export function closedMonths({ workbook, toCell }: Pick<Book, 'workbook' | 'toCell'>): ReadonlySet<string> {
  const tab = workbook.page('Closed months');
  const [headers = [], ...rows] = tab ? tab.cells() : [];
  const [month, reopened] = ['Month', 'Reopened on'].map(header => columnFinder(headers)(header) - 1);
  // A row of a month that was opened again is kept; closing it once more adds another.
  const closed = rows.filter(row => String(row[reopened as number] ?? '').trim() === '');
  const months = closed.map(row => monthText(toCell(row[month as number])));
  return new Set(months.filter(text => /^\d{4}-\d\d$/.test(text)));
}

/** A month that Sheets took for a date is the month of that day. */
function monthText(cell: Cell): string {
  return isMoment(cell) ? isoDate(cell.date).slice(0, 7) : String(cell).trim();
}
