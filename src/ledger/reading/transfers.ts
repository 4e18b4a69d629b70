import type { Block } from '../model/block';
import { negative, sizeOf, sumOf } from '../units/amounts';
import { groupsOf } from '../units/groups';
import { moneyText } from '../units/money';
import { foldName } from '../units/names';
import { hoursText } from '../units/seconds';
import type { Note, ReadBlock } from './related-blocks';

/** A transfer with the rows of the same Reference; its partner is the first of them that moves the other way. */
interface Move {
  readonly rows: readonly ReadBlock[];
  readonly partner: ReadBlock | undefined;
}

/**
 * Prices the transfers: a blank amount is the one typed on the other row of the same Reference.
 *
 * Where neither has one, the hours are worth 0 until a run writes in what they draw.
 */
export function priceTransfers(read: readonly ReadBlock[], note: Note): Block[] {
  const groups = groupsOf(read, ({ kind, reference }) =>
    kind === 'Transfer' ? foldName(reference) || undefined : undefined,
  );
  const priced = read.map(block => {
    if (block.kind !== 'Transfer') return block;
    const rows = groups.get(foldName(block.reference)) || [block];
    return priceTransfer(
      block,
      { rows, partner: rows.find(other => other.hours > 0 !== block.hours > 0) },
      note,
    );
  });
  const byRow = new Map(priced.map(block => [block.row, block]));
  for (const rows of groups.values()) {
    const [first] = rows as [ReadBlock];
    const problem = sumProblem(rows.map(({ row }) => byRow.get(row) as ReadBlock));
    if (problem && (rows.length > 1 || first.typedPrice)) note(first.row, problem);
  }
  return priced;
}

function priceTransfer(block: ReadBlock, { partner, rows }: Move, note: Note): ReadBlock {
  const { row, currency, hours, typedPrice } = block;
  if (partner && partner.currency !== currency) {
    if (hours > 0)
      note(
        row,
        `This transfer is in ${currency} but row ${partner.row} is in ${partner.currency}. Make both one currency.`,
      );
    return block;
  }
  if (typedPrice) return block;
  if (partner?.typedPrice) {
    const size = sizeOf(partner.price);
    return { ...block, price: hours > 0 ? size : negative(size) };
  }
  if (hours > 0 || !rows.some(other => other.hours > 0))
    note(
      row,
      'This transfer has no Price on either row, so its hours are worth 0. Type the amount that was moved.',
    );
  return partner ? { ...block, pricedByDraw: true } : block;
}

/** What leaves one client must arrive at another; every row counts all the same. */
function sumProblem(rows: readonly ReadBlock[]): string | undefined {
  const [first] = rows as [ReadBlock];
  if (rows.some(({ currency }) => currency !== first.currency)) return undefined; // noted already
  if (rows.every(({ hours }) => hours > 0 === first.hours > 0))
    return 'This transfer has no other row. Give the row of the other client the same Reference.';
  const where = `The rows of transfer "${first.reference}"`;
  if (rows.every(({ clientKey }) => clientKey === first.clientKey))
    return `${where} are all of one client, so nothing moves to another. Correct Client.`;
  const hours = sumOf(rows.map(row => row.hours));
  if (hours !== 0) return `${where} differ by ${hoursText(sizeOf(hours))}. Make their Hours the same.`;
  const money = sizeOf(sumOf(rows.map(({ price }) => price)));
  if (money === 0) return undefined;
  return `${where} differ by ${moneyText(money, first.currency)}. Make their Price the same.`;
}
