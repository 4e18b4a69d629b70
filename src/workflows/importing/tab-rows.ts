import { tabNames } from '../../ledger/model/tab-names';
import { isMoment, serialOf } from '../../ledger/sheet/cell';
import { foldName } from '../../ledger/units/names';
import type { Book } from '../../workbook/open-book';

/** A cell of a tab that is none of ours; a day or a duration as the number of days that Sheets keeps. */
export type TabCell = string | number | boolean | { readonly days: number };

const rowsAtOnce = 5_000;

/** Reads a piece of the tab from a row on; none are left where it gives fewer than there may be. */
export function tabRows(
  { workbook, toCell }: Book,
  name: string,
  from: number,
): readonly (readonly TabCell[])[] {
  const isOurs = tabNames.some(each => foldName(each) === foldName(name));
  const tab = isOurs ? undefined : workbook.page(name);
  if (!tab)
    throw new Error(`There is no tab "${name}" to read a table from. Stand in the tab that holds it.`);
  const count = Math.min(rowsAtOnce, tab.lastRow() - from + 1);
  const rows = count > 0 ? tab.rows(from, count) : [];
  return rows.map(row =>
    row.map(value => {
      const cell = toCell(value);
      return isMoment(cell) ? { days: serialOf(cell) } : cell;
    }),
  );
}
