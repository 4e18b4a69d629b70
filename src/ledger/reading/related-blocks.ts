import { type Block, blockCount } from '../block';
import type { Decimal } from '../units/decimal';
import type { MinorUnits } from '../units/money';
import { foldName } from './names';

/** A block with what its price was made of. */
export interface ReadBlock extends Block {
  readonly discount: Decimal;
}

/** Notes something about a row once all blocks are known. */
export type Note = (row: number, message: string) => void;

/** An incoming transfer without a price takes the amount typed on the other client's row of the same Reference. */
export function priceTransfers(read: readonly ReadBlock[], note: Note): Block[] {
  const outgoing = read.filter(
    block => block.kind === 'Transfer' && block.hours < 0 && block.reference !== '',
  );
  // The first of two with one Reference is the one that stays.
  const partners = new Map(outgoing.reverse().map(block => [foldName(block.reference), block]));
  return read.map(block => {
    const { kind, hours, row, currency, typedPrice } = block;
    if (kind !== 'Transfer' || hours < 0) return block;
    const partner = partners.get(foldName(block.reference));
    if (partner && partner.currency !== currency) {
      note(
        row,
        `This transfer is in ${currency} but row ${partner.row} is in ${partner.currency}. Make both one currency.`,
      );
    } else if (!typedPrice) {
      if (partner?.typedPrice) return { ...block, price: Math.abs(partner.price) as MinorUnits };
      note(
        row,
        'This transfer has no Price on either row, so its hours are worth 0. Type the amount that was moved.',
      );
    }
    return block;
  });
}

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
