import { type Block, isCarriedOver } from '../model/block';
import type { Client } from '../model/client';
import { negative, plus, sizeOf, sumOf } from '../units/amounts';
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
export function priceTransfers(
  read: readonly ReadBlock[],
  note: Note,
  clientOf: (key: string) => Client | undefined,
): Block[] {
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
  const byRow = new Map<number, Block>(priced.map(block => [block.row, block]));
  for (const rows of groups.values()) {
    const [first] = rows as [ReadBlock];
    const problem = sumProblem(rows.map(({ row }) => byRow.get(row) as Block));
    if (problem && (rows.length > 1 || first.typedPrice)) note(first.row, problem);
    for (const [row, moved] of evenPair(
      rows.map(({ row }) => byRow.get(row) as Block),
      clientOf,
    ))
      byRow.set(row, moved);
  }
  return priced.map(({ row }) => byRow.get(row) as Block);
}

/** Two rows of one amount, each with the other: what leaves here arrives there. */
function evenPair(
  rows: readonly Block[],
  clientOf: (key: string) => Client | undefined,
): readonly (readonly [number, Block])[] {
  const [one, other] = rows;
  if (!one || !other || rows.length > 2 || one.hours > 0 === other.hours > 0) return [];
  if (one.currency !== other.currency || one.price === 0 || plus(one.price, other.price) !== 0) return [];
  return (
    [
      [one, other],
      [other, one],
    ] as const
  ).map(([row, { number, date, currency, clientKey }]) => {
    const client = clientOf(clientKey)?.name ?? '';
    return [row.row, { ...row, movedWith: { number, date, currency, client } }] as const;
  });
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
function sumProblem(rows: readonly Block[]): string | undefined {
  const [first] = rows as [Block];
  if (rows.some(({ currency }) => currency !== first.currency)) return undefined; // noted already
  if (rows.every(({ hours }) => hours > 0 === first.hours > 0))
    return 'This transfer has no other row. Give the row of the other client the same Reference.';
  const where = `The rows of transfer "${first.reference}"`;
  if (rows.every(({ clientKey }) => clientKey === first.clientKey) && !isCarriedOver(first))
    return `${where} are all of one client, so nothing moves to another. Correct Client.`;
  const hours = sumOf(rows.map(row => row.hours));
  if (hours !== 0) return `${where} differ by ${hoursText(sizeOf(hours))}. Make their Hours the same.`;
  const money = sizeOf(sumOf(rows.map(({ price }) => price)));
  if (money === 0) return undefined;
  return `${where} differ by ${moneyText(money, first.currency)}. Make their Price the same.`;
}
