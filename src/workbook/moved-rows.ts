import { isBlank, isMoment, serialOf } from '../ledger/sheet/cell';
import { foldHeader } from '../ledger/sheet/headers';
import { toSheetSerial } from '../ledger/units/calendar-date';
import { appendRows } from './append-rows';
import { columnLetters } from './formulas';
import { columnFinder, openedTab, type ReadTab, type ToCell } from './tabs';
import type { CellValue, RowSpan } from './workbook';

/** Rows of one tab as they are to stand in another, every column of the first, a user's own too. */
export interface MovedRows {
  /** Columns that the other tab lacks; they come to stand at its right end. */
  readonly added: readonly string[];
  /** Cells from its first column on. */
  readonly values: CellValue[][];
  readonly formats: string[][];
}

export interface Move {
  readonly from: ReadTab;
  readonly to: ReadTab;
  /** As the sheet counts them. */
  readonly rows: readonly number[];
  readonly toCell: ToCell;
  /** Columns of the first tab, counted from 1, that are not taken along. */
  readonly leave: readonly number[];
}

/**
 * Takes rows along with all that a person sees in them: values, their number formats, and what formulas show.
 *
 * A column is found by its header; one without a header of its own is named by the letter of its column in Time.
 */
export function movedRows({ from, to, rows, toCell, leave }: Move): MovedRows {
  const first = Math.min(...rows);
  const formats = from.tab.numberFormats(first, Math.max(...rows) - first + 1);
  const [headers = [], wanted = []] = [from.rows[0], to.rows[0]];
  const isUsed = (at: number) => rows.some(row => !isBlank(toCell(from.rows[row - 1]?.[at])));
  const added: string[] = [];
  const targets = headers.map((_, at) => {
    if (leave.includes(at + 1) || !isUsed(at)) return 0;
    const name = nameOf(headers, at);
    const found = columnNamed([...wanted, ...added], name);
    return found > 0 ? found : wanted.length + added.push(name);
  });
  const width = wanted.length + added.length;
  const [values, shown]: [CellValue[][], string[][]] = [[], []];
  for (const row of rows) {
    const line = { values: Array<CellValue>(width).fill(''), formats: Array<string>(width).fill('General') };
    for (const [at, target] of targets.entries()) {
      if (target === 0) continue;
      const format = formats[row - first]?.[at] || 'General';
      const cell = written(toCell(from.rows[row - 1]?.[at]), format);
      line.values[target - 1] = cell.value;
      line.formats[target - 1] = cell.format;
    }
    values.push(line.values);
    shown.push(line.formats);
  }
  return { added, values, formats: shown };
}

function written(cell: ReturnType<ToCell>, format: string): { value: CellValue; format: string } {
  if (isMoment(cell)) {
    const serial = serialOf(cell);
    // Without a format of its own a date would be read as a number, and a duration as hours.
    const usual = toSheetSerial(cell.date) < 366 ? '[h]:mm:ss' : 'yyyy-mm-dd';
    return { value: serial, format: /^(general|@)$/i.test(format) ? usual : format };
  }
  return { value: cell, format };
}

const unnamed = /^Column ([A-Z]+) of Time$/i;

function nameOf(headers: readonly unknown[], at: number): string {
  const header = String(headers[at] ?? '').trim();
  const isFirst = header !== '' && columnFinder(headers)(header) === at + 1;
  return isFirst ? header : `Column ${columnLetters(at + 1)} of Time`;
}

/** The column of a header, or of the letter in its place where the column there still has no header of its own. */
function columnNamed(headers: readonly unknown[], name: string): number {
  const found = columnFinder(headers)(name);
  const [, letters] = unnamed.exec(name) || [];
  if (found > 0 || !letters) return found;
  const at = headers.findIndex((_, index) => columnLetters(index + 1) === letters.toUpperCase());
  return at >= 0 && foldHeader(nameOf(headers, at)) === foldHeader(name) ? at + 1 : 0;
}

/** Writes rows below the last filled one, with the columns that they bring, so many at once; gives where they stand. */
export function appendMoved(
  to: ReadTab,
  { added, values, formats }: MovedRows,
  rowsAWrite = values.length,
): readonly RowSpan[] {
  const { tab, headerRow, rows } = to;
  const [headers = []] = rows;
  tab.grow(1, headers.length + added.length);
  for (const [index, header] of added.entries()) {
    const column = headers.length + index + 1;
    tab.write({ row: headerRow, column, values: [[header]], formats: undefined });
  }
  const cells = values.map((line, row) =>
    line.map((value, at) => ({ column: at + 1, value, format: formats[row]?.[at] || 'General' })),
  );
  const spans: RowSpan[] = [];
  for (let from = 0; from < cells.length; from += rowsAWrite) {
    const now = from === 0 ? to : openedTab(to.name, tab);
    const part = cells.slice(from, from + rowsAWrite);
    spans.push({ row: appendRows(now, part), count: part.length });
  }
  return spans;
}
