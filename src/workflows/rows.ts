import { foldHeader, headerPositions } from '../ledger/headers';
import type { Cell } from '../ledger/reading/cell';
import { isFilled } from '../ledger/reading/tab-cells';

/** Whether a person filled something in: blanks and unticked boxes are nothing. */
export function isFilledRow(cells: readonly unknown[]): boolean {
  return cells.some(cell => isFilled((cell ?? '') as Cell));
}

/** The last row that a person filled, 0 in an empty tab; unticked boxes may reach down to the end of the tab. */
export function lastFilledRow(cells: readonly (readonly unknown[])[]): number {
  let row = cells.length;
  while (row > 0 && !isFilledRow(cells[row - 1] ?? [])) row--;
  return row;
}

/** The column of a header, counted from 1. */
export function columnOf(headers: readonly unknown[], header: string): number | undefined {
  const position = headerPositions(headers).get(foldHeader(header));
  return position === undefined ? undefined : position + 1;
}

/** Neighbours that are the same, so that each run takes one call. */
export interface Run<T> {
  readonly value: T;
  /** Counted from 0. */
  readonly from: number;
  readonly count: number;
}

export function runsOf<T>(list: readonly T[]): readonly Run<T>[] {
  const runs: Run<T>[] = [];
  for (const [index, value] of list.entries()) {
    const last = runs[runs.length - 1];
    if (last && last.value === value) runs[runs.length - 1] = { ...last, count: last.count + 1 };
    else runs.push({ value, from: index, count: 1 });
  }
  return runs;
}
