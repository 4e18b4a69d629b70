import { headerPositions } from '../ledger/headers';
import type { Cell } from '../ledger/reading/cell';
import { isFilled } from '../ledger/reading/tab-cells';

/** Whether a person filled something in: blanks and unticked boxes are nothing. */
export function isFilledRow(cells: readonly unknown[]): boolean {
  return cells.some(isFilledCell);
}

export function isFilledCell(cell: unknown): boolean {
  return isFilled((cell ?? '') as Cell);
}

/** New rows go below the last filled row; boxes may reach down to the end of the tab. */
export function lastFilledRow(cells: readonly (readonly unknown[])[]): number {
  for (let row = cells.length; row > 0; row--) if (isFilledRow(cells[row - 1] ?? [])) return row;
  return 0;
}

/** The column of a header, counted from 1. */
export function columnOf(headers: readonly unknown[], folded: string): number | undefined {
  const position = headerPositions(headers).get(folded);
  return position === undefined ? undefined : position + 1;
}
