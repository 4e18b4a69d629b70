import type { Area, CellValue, RowSpan, Tab } from './workbook';

/** One cell to be written; rows and columns count from 1. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** The number format that it gets first. Of cells that are written together all have one, or none. */
  readonly format?: string | undefined;
}

/** A cell of a row that has no place yet. */
export type NewCell = Omit<CellWrite, 'row'>;
export type NewCells = readonly (readonly NewCell[])[];

/** Writes cells; a text stands there as it is given, whatever it looks like: see `Tab.write`. */
export function writeCells(tab: Pick<Tab, 'write'>, cells: readonly CellWrite[]): void {
  for (const block of blocksOf(cells)) tab.write(block);
}

/** As few blocks as their neighbourhood allows, with no cell between them: neighbours in a row, then equal rows. */
export function blocksOf(cells: readonly CellWrite[]): Area[] {
  const lines: CellWrite[][] = [];
  let end: CellWrite | undefined;
  for (const cell of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const isNext = end && end.row === cell.row && end.column + 1 === cell.column;
    if (isNext) (lines[lines.length - 1] as CellWrite[]).push(cell);
    else lines.push([cell]);
    end = cell;
  }
  const blocks: Area[] = [];
  for (const line of lines) {
    const { row, column, format } = line[0] as CellWrite;
    const [values, formats] = [line.map(cell => cell.value), line.map(cell => cell.format as string)];
    const above = blocks.find(
      block =>
        block.column === column &&
        block.row + block.values.length === row &&
        (block.values[0] as CellValue[]).length === line.length,
    );
    if (above) {
      above.values.push(values);
      if (above.formats) above.formats.push(formats);
    } else blocks.push({ row, column, values: [values], formats: format ? [formats] : undefined });
  }
  return blocks;
}

/** Rows of cells next to each other, in the order in which they are written. */
export function partsOf(
  { column }: { readonly column: (header: string) => number },
  rows: NewCells,
): readonly NewCells[] {
  const formats = new Map(rows.flatMap(cells => cells.map(cell => [cell.column, cell.format] as const)));
  const runs: number[][] = [];
  for (const at of [...formats.keys()].sort((a, b) => a - b)) {
    const run = runs[runs.length - 1];
    if (run && run[run.length - 1] === at - 1) run.push(at);
    else runs.push([at]);
  }
  const vital = column('Hours') || column('Client');
  const isVital = (run: number[]) => run.includes(vital);
  const inOrder = [...runs.filter(run => !isVital(run)), ...runs.filter(isVital)];
  return inOrder.map(run =>
    rows.map(cells =>
      run.map(
        at => cells.find(cell => cell.column === at) ?? { column: at, value: '', format: formats.get(at) },
      ),
    ),
  );
}

/** Rows as they stand next to each other, from the top. */
export function spansOf(rows: readonly number[]): RowSpan[] {
  const spans: { row: number; count: number }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = spans[spans.length - 1];
    if (last && last.row + last.count === row) last.count++;
    else spans.push({ row, count: 1 });
  }
  return spans;
}

/** The rows of spans, one by one. */
export function rowsOfSpans(spans: readonly RowSpan[]): number[] {
  return spans.flatMap(({ row, count }) => Array.from({ length: count }, (_, index) => row + index));
}
