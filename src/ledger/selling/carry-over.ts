import { readHours } from '../reading/hours';
import { type Cell, cellText, isProblem } from '../sheet/cell';
import { foldName } from '../units/names';
import type { Seconds } from '../units/seconds';

/** How many of the hours that a period leaves move into the next; blank: none. */
export type CarryOver = Seconds | 'all' | undefined;

export function readCarryOver(_: string, cell: Cell): CarryOver | { readonly problem: string } {
  if (foldName(cellText(cell)) === 'all') return 'all';
  const hours = readHours('Carry over (h)', cell);
  if (!isProblem(hours) && !(Number(hours) < 0)) return hours;
  const found = cellText(cell).slice(0, 40);
  return { problem: `Carry over (h) “${found}” cannot be read. Type hours such as 5, or all; blank: none.` };
}
