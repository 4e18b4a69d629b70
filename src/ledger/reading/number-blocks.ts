import { blockCount, blockNumber } from '../model/block';
import type { BlockNumbers, RowNumber } from '../model/block-numbers';
import { type Cell, cellText, isMoment } from '../sheet/cell';
import { isFilled, type TabCells } from '../sheet/tab-cells';

/**
 * Gives every row of Blocks its stable number: what stands in the cell, else the next above the highest ever given.
 * A row gets one when client and hours are there, so that the rate written with it is that client's.
 */
export function numberBlocks(
  blocks: TabCells,
  otherNumbers: readonly Cell[],
  highestEver: number,
): BlockNumbers {
  const column = (header: string) => blocks.columns.get(header) || [];
  const [numbers, clients, hours] = [column('block'), column('client'), column('hours')] as const;
  const kinds = column('kind').map(cell => labelOf(cell).toLowerCase());
  /** An amount belongs to the block that it pays; what leaves without hours is a row of the books like others. */
  const isNumbered = (index: number) =>
    kinds[index] !== 'payment' && (isFilled(hours[index]) || hourless.includes(kinds[index] ?? ''));
  let highest = highestEver;
  for (const cell of [...numbers, ...otherNumbers])
    highest = Math.max(highest, blockCount(labelOf(cell)) || 0);
  const rows = new Map<number, RowNumber>();
  const rowOf = new Map<string, number>();
  for (let index = 0; index < blocks.rows; index++) {
    // It is no block yet.
    if (kinds[index] === 'offer') continue;
    const [row, label] = [index + 2, labelOf(numbers[index])];
    if (label === '' && !(isFilled(clients[index]) && isNumbered(index))) continue;
    const copyOf = rowOf.get(label.toUpperCase());
    const isNew = label === '' || copyOf !== undefined;
    if (isNew) highest++;
    else rowOf.set(label.toUpperCase(), row);
    const count = isNew ? highest : blockCount(label);
    // A text of the user's own stands behind all numbers, in the order of the rows.
    rows.set(row, {
      number: isNew ? blockNumber(highest) : label,
      order: count ?? 1e9 + index,
      isNew,
      copyOf,
    });
  }
  return { rows, highest };
}

const hourless = ['refund', 'write-off'];

function labelOf(cell: Cell = ''): string {
  return isMoment(cell) ? '' : cellText(cell);
}
