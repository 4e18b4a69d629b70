import type { Block } from '../block';
import type { Ledger } from '../ledger';
import { foldName } from '../reading/names';
import type { Post } from '../rules/account';
import type { OpenBlock } from '../rules/open-block';
import { settleClient } from '../rules/settle';
import type { MinorUnits } from '../units/money';

/** An amount that a row of Blocks lacks. */
export interface LackingPrice {
  readonly block: Block;
  readonly price: MinorUnits;
}

/**
 * What rows without an amount draw: refunds, and both rows of a transfer.
 *
 * It is written in once, so that a price once booked never follows a later replay. Transfers come first: what a
 * refund draws at the other client is known only when theirs stand in the sheet.
 */
export function lackingPrices(ledger: Ledger): LackingPrice[] {
  const lacking = ledger.blocks.filter(block => isLacking(block, ledger));
  const transfers = lacking.filter(({ kind }) => kind === 'Transfer');
  const rows = transfers.length > 0 ? transfers : lacking;
  if (rows.length === 0) return [];
  const worths = drawnBy(new Set(rows), ledger);
  return rows.flatMap(block => {
    const worth = worths.get(block) || 0;
    if (worth === 0) return [];
    const into = block.kind === 'Transfer' && partnerOf(block, ledger.blocks);
    const own = { block, price: -worth as MinorUnits };
    return into ? [own, { block: into, price: worth as MinorUnits }] : [own];
  });
}

/** Where a row of the client cannot be counted, the value may be wrong, and it would stay. */
function isLacking(block: Block, { settings, blocks, broken }: Ledger): boolean {
  const { kind, hours, typedPrice, date, clientKey } = block;
  if (typedPrice || hours > 0 || date > settings.today || broken.has(clientKey)) return false;
  return kind === 'Refund' || (kind === 'Transfer' && partnerOf(block, blocks)?.typedPrice === undefined);
}

/** The row of the other client into which the hours go. */
function partnerOf({ reference, currency }: Block, blocks: readonly Block[]): Block | undefined {
  const key = foldName(reference);
  return blocks.find(
    ({ kind, hours, reference: other, currency: into }) =>
      kind === 'Transfer' && hours > 0 && key !== '' && foldName(other) === key && into === currency,
  );
}

/** What each of the rows draws on its date, in its own currency. */
function drawnBy(rows: ReadonlySet<Block>, ledger: Ledger): Map<Block, number> {
  const worths = new Map<Block, number>();
  const { settings } = ledger;
  for (const key of new Set([...rows].map(({ clientKey }) => clientKey))) {
    const client = ledger.clients.get(key);
    if (!client) continue;
    const open = new Map<Block, number>();
    const post: Post = {
      sold: () => {},
      expired: () => {},
      drawn: (_, { block }: OpenBlock, worth, from) => {
        if ('kind' in from && rows.has(from) && from.currency === block.currency)
          open.set(from, (open.get(from) || 0) + worth);
      },
      // What later blocks give back does not belong to the amount.
      tookOut: (_, row) => void worths.set(row, open.get(row) || 0),
    };
    const isOwn = ({ clientKey }: { readonly clientKey: string }) => clientKey === key;
    const own = { blocks: ledger.blocks.filter(isOwn), entries: ledger.entries.filter(isOwn) };
    settleClient(client, own, settings, settings.today, { post });
  }
  return worths;
}
