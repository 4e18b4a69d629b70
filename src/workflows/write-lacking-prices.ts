import { lackingPrices } from '../ledger/books/drawn-values';
import { amountNumber } from '../ledger/units/money';
import type { OpenBook } from './open-book';
import { writeCells } from './write-cells';

/** Writes the amounts that refunds and transfers lack into Blocks; says whether there were any. */
export function writeLackingPrices({ ledger, tabs }: OpenBook): boolean {
  const blocks = tabs.get('Blocks');
  const column = blocks?.column('Price') || 0;
  if (!blocks || column === 0 || ledger.fatal.length > 0) return false;
  const writes = lackingPrices(ledger).map(({ block: { row, currency }, price }) => ({
    row,
    column,
    value: amountNumber(price, currency),
  }));
  writeCells(blocks.tab, writes);
  return writes.length > 0;
}
