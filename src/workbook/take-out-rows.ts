import { tabs } from '../ledger/sheet/tabs';
import { appendRows } from './append-rows';
import { isFilledRow, type OpenTab, openedTab } from './tabs';
import type { CellValue, RowSpan } from './workbook';
import { guarded, type NewCell, spansOf } from './write-cells';

type Row = readonly unknown[];

/** Somebody would have to move rows right before each call. */
const mostRounds = 3;

/**
 * Empties rows as they were read, wherever people have brought them by now; gives where the blank rows stand.
 *
 * Rows inserted in the very moment bring others to where these were: what was lost so is put back.
 */
export function emptyRows(read: OpenTab, rows: readonly number[]): readonly RowSpan[] {
  let wanted = rows.map(row => textOf(read.rows[row - 1] ?? []));
  let spans: readonly RowSpan[] = [];
  for (let round = 0; round < mostRounds && wanted.length > 0; round++) {
    const before = openedTab(read.name, read.tab);
    spans = spansOf(placesOf(before, wanted));
    if (spans.length === 0) break;
    read.tab.empty(spans);
    const after = openedTab(read.name, read.tab);
    const left = countsOf(after.rows);
    putBack(after, missingIn(before, after, wanted));
    wanted = wanted.filter(text => takeOne(left, text));
  }
  return spans;
}

/** Puts back which of these rows are nowhere any more; tells whether there were any. */
export function restoreRows(now: OpenTab, rows: readonly Row[]): boolean {
  const missing = missingIn({ ...now, rows }, now, []);
  putBack(now, missing);
  return missing.length > 0;
}

/** Takes blank rows out, from below, so that those above keep their places; what goes with them is put back. */
export function removeBlankRows(read: Pick<OpenTab, 'name' | 'tab'>, spans: readonly RowSpan[]): void {
  const before = openedTab(read.name, read.tab);
  const isBlank = ({ row, count }: RowSpan) =>
    before.rows.slice(row - 1, row - 1 + count).every(cells => !isFilledRow(cells));
  // A tab must keep a row below its headers.
  read.tab.grow(before.rows.length + 1, 1);
  const blank = spans.filter(isBlank);
  for (const span of [...blank].reverse()) read.tab.remove(span);
  if (blank.length === 0) return;
  const after = openedTab(read.name, read.tab);
  putBack(after, missingIn(before, after, []));
}

function placesOf({ rows }: OpenTab, wanted: readonly string[]): number[] {
  const left = new Map<string, number>();
  for (const text of wanted) left.set(text, (left.get(text) ?? 0) + 1);
  return rows.flatMap((cells, at) => (at > 0 && takeOne(left, textOf(cells)) ? [at + 1] : []));
}

/** Rows that stood there before and are nowhere now, but for those that were to go. */
function missingIn(before: OpenTab, after: OpenTab, gone: readonly string[]): readonly Row[] {
  const left = countsOf(after.rows);
  for (const text of gone) left.set(text, (left.get(text) ?? 0) + 1);
  return before.rows.filter((cells, at) => at > 0 && isFilledRow(cells) && !takeOne(left, textOf(cells)));
}

function putBack(open: OpenTab, missing: readonly Row[]): void {
  if (missing.length === 0) return;
  const formats = new Map(tabs[open.name].map(({ header, format }) => [open.column(header), format]));
  const cellOf = (cell: unknown, at: number): NewCell => {
    const format = formats.get(at + 1) || (typeof cell === 'object' ? 'yyyy-mm-dd' : 'General');
    const isText = typeof cell === 'string' && cell !== '';
    // In a cell that is no text cell the apostrophe keeps a text such as 1-2 from becoming a date.
    const value = isText ? (format === '@' ? guarded(cell) : `'${cell}`) : (cell as CellValue);
    return { column: at + 1, value, format };
  };
  appendRows(
    open,
    missing.map(cells => cells.map(cellOf)),
  );
}

function countsOf(rows: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const cells of rows) {
    const text = textOf(cells);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/** Whether there is one left; it is taken. */
function takeOne(counts: Map<string, number>, text: string): boolean {
  const count = counts.get(text) ?? 0;
  if (count > 0) counts.set(text, count - 1);
  return count > 0;
}

function textOf(row: Row): string {
  return JSON.stringify(row);
}
