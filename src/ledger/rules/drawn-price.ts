import type { Block } from '../model/block';
import type { Ledger } from '../model/ledger';
import { negative } from '../units/amounts';
import type { MinorUnits } from '../units/money';
import { foldName } from '../units/names';
import type { Taking } from './account';
import { type SettledClient, settleOne } from './settle';

/** The amount that a run writes into a row without one. */
export interface DrawnPrice {
  readonly block: Block;
  readonly price: MinorUnits;
}

/** The value in `currency` of what a row took; nothing where it took from a block of another one. */
export function drawnValue(
  { value, from }: Taking,
  { currency }: Pick<Block, 'currency'>,
): MinorUnits | undefined {
  const isForeign = [...from].some(({ block }) => block.currency !== currency);
  return isForeign ? undefined : value;
}

/**
 * What the hours of refunds and transfers without an amount have drawn.
 *
 * Written in once, it never follows a later replay; so a row waits while its client has rows that cannot be counted,
 * while hours of it are not covered, and while it draws from a block whose own amount is not known yet.
 */
export function drawnPrices(ledger: Ledger): DrawnPrice[] {
  const open = ledger.blocks.filter(({ pricedByDraw, hours }) => pricedByDraw && hours < 0);
  const settled = new Map<string, SettledClient>();
  return open.flatMap(block => {
    const client = ledger.clients.get(block.clientKey);
    if (!client || ledger.fatal.length > 0 || ledger.broken.has(client.key)) return [];
    const account = settled.get(client.key) || settleOne(ledger, client);
    settled.set(client.key, account);
    const value = settledValue(block, account);
    return value === undefined ? [] : priced(block, value, ledger);
  });
}

function settledValue(block: Block, { account }: SettledClient): MinorUnits | undefined {
  const taking = account.takings.get(block);
  if (!taking || taking.drawn + block.hours !== 0) return undefined;
  if ([...taking.from].some(({ block: { pricedByDraw } }) => pricedByDraw)) return undefined;
  return drawnValue(taking, block);
}

/** A transfer's amount stands in both rows. */
function priced(block: Block, value: MinorUnits, { blocks }: Ledger): DrawnPrice[] {
  const own = { block, price: negative(value) };
  if (block.kind !== 'Transfer') return [own];
  const partner = blocks.find(
    ({ kind, hours, reference, pricedByDraw }) =>
      kind === 'Transfer' && hours > 0 && pricedByDraw && foldName(reference) === foldName(block.reference),
  );
  return partner ? [own, { block: partner, price: value }] : [];
}
