import { type Block, blockCount } from '../model/block';
import type { Decimal } from '../units/decimal';

/** A block with what its price was made of. */
export interface ReadBlock extends Block {
  readonly discount: Decimal;
}

/** Notes something about a row once all blocks are known. */
export type Note = (row: number, message: string) => void;

/** Hours are taken from the block that Reference names; one that the client did not have by then is a slip. */
export function noteReferences(blocks: readonly Block[], note: Note): void {
  const key = (number: string, { clientKey }: Block) => `${number.toUpperCase()} ${clientKey}`;
  const sold = new Map(blocks.map(block => [key(block.number, block), block.date]));
  for (const block of blocks) {
    const { hours, reference, date, row } = block;
    if (hours > 0 || blockCount(reference) === undefined) continue;
    const from = sold.get(key(reference, block));
    if (from === undefined || from > date)
      note(
        row,
        `Reference "${reference}" is no block that this client had by then, so the hours are taken in draw order. Correct or clear it.`,
      );
  }
}
