import { tabNames } from '../../ledger/model/tab-names';
import { longestDuration } from '../../ledger/reading/hours';
import { type Cell, cellSerial, isMoment } from '../../ledger/sheet/cell';
import { isoDate } from '../../ledger/units/calendar-date';
import { foldName } from '../../ledger/units/names';
import { clockText, seconds } from '../../ledger/units/seconds';
import type { Book } from '../../workbook/open-book';

/** Rows of a tab that is none of ours, as texts that read the same in every country. */
export interface TabRows {
  readonly rows: readonly (readonly string[])[];
  readonly isEnd: boolean;
}

const rowsAtOnce = 5_000;

/** Reads a piece of the tab: days as `2026-01-05`, durations as `1:30:00`, numbers with a point. */
export function tabRows({ workbook, toCell }: Book, name: unknown, from: unknown): TabRows {
  const wanted = String(name);
  const isOurs = tabNames.some(each => foldName(each) === foldName(wanted));
  const tab = isOurs ? undefined : workbook.page(wanted);
  if (!tab) throw new Error(`There is no tab "${wanted}" to read a table from. Stand in the tab that holds it.`);
  const first = Math.max(1, Number(from) || 1);
  const count = Math.min(rowsAtOnce, tab.lastRow() - first + 1);
  const rows = count > 0 ? tab.rows(first, count) : [];
  return { rows: rows.map(row => row.map(cell => plainText(toCell(cell)))), isEnd: first + rowsAtOnce > tab.lastRow() };
}

function plainText(cell: Cell): string {
  if (!isMoment(cell)) return String(cell);
  const serial = cellSerial(cell) ?? 0;
  // A year and a day of hours: beyond it a cell holds a date, not a duration.
  if (serial <= longestDuration) return serial < 0 ? String(serial * 24) : clockOf(Math.round(serial * 86_400));
  return cell.second === 0 ? isoDate(cell.date) : `${isoDate(cell.date)} ${clockOf(cell.second)}`;
}

function clockOf(size: number): string {
  return clockText(seconds(size));
}
