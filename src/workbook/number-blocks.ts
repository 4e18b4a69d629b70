import type { Ledger } from '../ledger/model/ledger';
import { decimalNumber } from '../ledger/units/decimal';
import type { OpenTab } from './tabs';
import type { CellWrite } from './write-cells';

/**
 * The numbers of blocks without one (or with a copied one), each with the rate and currency that hold now: written
 * as values, so that a later change of the client's rate reprices nothing. A row waits until it can be counted.
 */
export function newBlockCells(ledger: Ledger, { rows, column }: OpenTab): CellWrite[] {
  return ledger.blocks.flatMap(({ row, normalRate, currency }) => {
    const own = ledger.numbers.rows.get(row);
    if (!own?.isNew) return [];
    const isBlank = (at: number) => String((rows[row - 1] as readonly unknown[])[at - 1]).trim() === '';
    const blank = [
      { row, column: column('Normal rate'), value: decimalNumber(normalRate) },
      { row, column: column('Currency'), value: currency },
    ].filter(cell => isBlank(cell.column));
    return [{ row, column: column('Block'), value: own.number }, ...blank].filter(cell => cell.column > 0);
  });
}
