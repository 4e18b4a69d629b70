import { tabs } from '../ledger/sheet/tabs';
import { appendRows } from './append-rows';
import { isFilledRow, type OpenTab, openedTab } from './tabs';
import type { CellValue, RowSpan } from './workbook';
import { type NewCell, spansOf } from './write-cells';

type Row = readonly unknown[];

/** Somebody would have to move rows right before each call. */
const mostRounds = 3;

/**
 * Empties rows as they were read, wherever people have brought them by now; gives where the blank rows stand.
 *
 * Where some of them stand there still, others were emptied in their place, which rows moved in the very moment do:
 * these are put back.
 */
export function emptyRows(read: OpenTab, rows: readonly number[]): readonly RowSpan[] {
  let wanted = rows.map(row => ({ row, text: textIn(read)(read.rows[row - 1] ?? []) }));
  let spans: readonly RowSpan[] = [];
  for (let round = 0; round < mostRounds && wanted.length > 0; round++) {
    const before = openedTab(read.name, read.tab);
    spans = spansOf(placesOf(before, wanted));
    if (spans.length === 0) break;
    read.tab.empty(spans);
    const after = openedTab(read.name, read.tab);
    const more = surplusIn(after, before, wanted);
    if (more.length > 0) putBack(after, missingIn(before, after, wanted).slice(0, more.length));
    wanted = more;
  }
  return spans;
}

/** Puts back which of these rows are nowhere any more; tells whether there were any. */
export function restoreRows(now: OpenTab, rows: readonly Row[]): boolean {
  const missing = missingIn({ ...now, rows }, now, []);
  putBack(now, missing);
  return missing.length > 0;
}

/** Takes blank rows out, from below, so that those above keep their places; filled ones that went with them are put back. */
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
  // What a formula shows may be another now, so a row that differs is not yet missing.
  const gone = sumOf(countsOf(before)) - sumOf(countsOf(after));
  if (gone > 0) putBack(after, missingIn(before, after, []).slice(0, gone));
}

interface Wanted {
  readonly row: number;
  readonly text: string;
}

/** Where rows stand now: where they stood, if they do still; of rows alike the lowest. */
function placesOf(open: OpenTab, wanted: readonly Wanted[]): number[] {
  const textOf = textIn(open);
  const isIt = (row: number, text: string) => textOf(open.rows[row - 1] ?? []) === text;
  const stay = wanted.filter(({ row, text }) => isIt(row, text)).map(({ row }) => row);
  const taken = new Set(stay);
  const moved = new Map<string, number>();
  for (const { row, text } of wanted) if (!isIt(row, text)) moved.set(text, (moved.get(text) ?? 0) + 1);
  for (let row = moved.size > 0 ? open.rows.length : 1; row > 1; row--)
    if (!taken.has(row) && takeOne(moved, textOf(open.rows[row - 1] ?? []))) taken.add(row);
  return [...taken];
}

/** Rows that were to go, and of which as many stand there as before. */
function surplusIn(after: OpenTab, before: OpenTab, wanted: readonly Wanted[]): Wanted[] {
  const [now, then] = [countsOf(after), countsOf(before)];
  for (const { text } of wanted) then.set(text, (then.get(text) ?? 0) - 1);
  const more = new Map([...now].map(([text, count]) => [text, count - (then.get(text) ?? 0)]));
  return wanted.filter(({ text }) => takeOne(more, text));
}

/** Rows that stood there before and are nowhere now, but for those that were to go. */
function missingIn(before: OpenTab, after: OpenTab, gone: readonly Wanted[]): readonly Row[] {
  const left = countsOf(after);
  for (const { text } of gone) left.set(text, (left.get(text) ?? 0) + 1);
  const textOf = textIn(before);
  return before.rows.filter((cells, at) => at > 0 && isFilledRow(cells) && !takeOne(left, textOf(cells)));
}

function putBack(open: OpenTab, missing: readonly Row[]): void {
  if (missing.length === 0) return;
  const formats = new Map(tabs[open.name].map(({ header, format }) => [open.column(header), format]));
  const cellOf = (cell: unknown, at: number): NewCell => {
    const format = formats.get(at + 1) || (typeof cell === 'object' ? 'yyyy-mm-dd' : 'General');
    return { column: at + 1, value: cell as CellValue, format };
  };
  appendRows(
    open,
    missing.map(cells => cells.map(cellOf)),
  );
}

/** How often each row stands there. */
function countsOf(open: OpenTab): Map<string, number> {
  const counts = new Map<string, number>();
  const textOf = textIn(open);
  for (const cells of open.rows.slice(1)) {
    const text = textOf(cells);
    if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** Whether there is one left; it is taken. */
function takeOne(counts: Map<string, number>, text: string): boolean {
  const count = counts.get(text) ?? 0;
  if (count > 0) counts.set(text, count - 1);
  return count > 0;
}

/** What a row says in the columns of ours, for in others formulas may follow the rows around them; blank where nothing. */
function textIn({ name, column }: OpenTab): (row: Row) => string {
  const columns = tabs[name].map(({ header }) => column(header)).filter(at => at > 0);
  return row => {
    const own = columns.map(at => row[at - 1] ?? '');
    return isFilledRow(own) ? JSON.stringify(own) : '';
  };
}
