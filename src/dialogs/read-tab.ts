import type { FileRow } from '../ledger/importing/read-log';
import { fromSheetSerial, isoDate } from '../ledger/units/calendar-date';
import { clockText, seconds } from '../ledger/units/seconds';
import type { Answer } from './ask';

export type TabCell = Answer<'listTabRows'>[number][number];

/** The rows of a tab that are not blank, a piece a call; their lines are those of the sheet. */
export async function tabRowsOf(
  tab: string,
  listTabRows: (tab: string, from: number) => Promise<readonly (readonly TabCell[])[]>,
): Promise<readonly FileRow[]> {
  const rows: FileRow[] = [];
  for (;;) {
    const more = await listTabRows(tab, rows.length + 1);
    for (const cells of more) rows.push({ line: rows.length + 1, cells: cells.map(cellText) });
    if (more.length === 0) break;
  }
  return rows.filter(({ cells }) => cells.some(cell => cell.trim() !== ''));
}

/** A year and a day: what is longer is a date. */
const longestDuration = 366;

/** As a tracker would write it, so that the same log is the same whichever way it comes. */
function cellText(cell: TabCell): string {
  if (typeof cell !== 'object') return String(cell);
  const second = Math.round(cell.days * 86_400);
  if (cell.days <= longestDuration) return clockText(seconds(second));
  const rest = second % 86_400;
  const day = isoDate(fromSheetSerial(cell.days));
  return rest === 0 ? day : `${day} ${clockText(seconds(rest))}`;
}
