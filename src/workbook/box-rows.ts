import { tabs } from '../ledger/sheet/tabs';
import type { OpenTab } from './tabs';
import type { RowSpan } from './workbook';

/** Gives rows their boxes: blank rows have none, so that a tab does not show a thousand of them. */
export function boxRows(
  { name, tab, column }: Pick<OpenTab, 'name' | 'tab' | 'column'>,
  rows: readonly RowSpan[],
): void {
  const boxes = tabs[name].filter(({ box }) => box).map(({ header }) => column(header));
  for (const at of boxes.filter(each => each > 0)) for (const { row, count } of rows) tab.box(row, at, count);
}

/** Rows next to each other, of rows in their order. */
export function spansOf(rows: readonly number[]): readonly RowSpan[] {
  const spans: { row: number; count: number }[] = [];
  for (const row of rows) {
    const last = spans[spans.length - 1];
    if (last && last.row + last.count === row) last.count++;
    else spans.push({ row, count: 1 });
  }
  return spans;
}
