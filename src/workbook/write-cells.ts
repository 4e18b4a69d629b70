import type { Area, CellValue, Tab } from './workbook';

/** One cell to be written; rows and columns count from 1. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** The number format that it gets first. Of cells that are written together all have one, or none. */
  readonly format?: string | undefined;
}

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
