type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** One cell to be written; rows and columns count from 1. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | boolean;
}

interface Block {
  readonly row: number;
  readonly column: number;
  readonly values: (string | number | boolean)[][];
}

/**
 * Writes cells with as few calls as their neighbourhood allows, and touches no cell between them.
 *
 * Words are guarded: what begins like a formula stays a word, whatever the cell's format says.
 */
export function writeCells(sheet: Sheet, cells: readonly CellWrite[]): void {
  for (const { row, column, values } of blocksOf(cells)) {
    sheet.getRange(row, column, values.length, values[0]?.length ?? 1).setValues(values);
  }
}

/** Text that begins like a formula gets an apostrophe before it, which Sheets takes for "this is text". */
export function guarded(value: string | number | boolean): string | number | boolean {
  return typeof value === 'string' && /^[=+\-@\t]/.test(value) ? `'${value}` : value;
}

/** Neighbours in a row first, then equal runs below each other. */
function blocksOf(cells: readonly CellWrite[]): Block[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: Block[] = [];
  for (const { row, column, value } of sorted) {
    const last = runs[runs.length - 1];
    const line = last?.values[0];
    if (last && line && last.row === row && last.column + line.length === column) line.push(guarded(value));
    else runs.push({ row, column, values: [[guarded(value)]] });
  }
  const blocks: Block[] = [];
  for (const run of runs) {
    const above = blocks.find(
      each =>
        each.column === run.column &&
        each.values[0]?.length === run.values[0]?.length &&
        each.row + each.values.length === run.row,
    );
    if (above) above.values.push(...run.values);
    else blocks.push(run);
  }
  return blocks;
}
