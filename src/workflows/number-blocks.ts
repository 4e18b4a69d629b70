import type { Ledger } from '../ledger/ledger';
import { isBlank } from '../ledger/reading/cell';
import type { TabCells } from '../ledger/reading/tab-cells';
import { decimalNumber } from '../ledger/units/decimal';

/** A cell of Blocks that a run fills in. */
export interface BlockCell {
  readonly row: number;
  readonly header: 'Block' | 'Normal rate' | 'Currency';
  readonly value: string | number;
}

/**
 * The numbers of blocks without one (or with a copied one), each with the rate and currency that hold now: written
 * as values, so that a later change of the client's rate reprices nothing. A row waits until it can be counted.
 */
export function newBlockCells(ledger: Ledger, blocks: TabCells): BlockCell[] {
  return ledger.blocks.flatMap(({ row, normalRate, currency }) => {
    const own = ledger.numbers.rows.get(row);
    if (!own?.isNew) return [];
    const isEmpty = (header: string) => isBlank((blocks.columns.get(header) ?? [])[row - 2] ?? '');
    const cells: BlockCell[] = [{ row, header: 'Block', value: own.number }];
    if (isEmpty('normal rate')) cells.push({ row, header: 'Normal rate', value: decimalNumber(normalRate) });
    if (isEmpty('currency')) cells.push({ row, header: 'Currency', value: currency });
    return cells;
  });
}

/** Whether a row of Blocks may need a number: a cheap look before the whole workbook is read. */
export function needsNumber(blocks: TabCells): boolean {
  const column = (header: string) => blocks.columns.get(header) ?? [];
  const [numbers, clients, hours] = [column('block'), column('client'), column('hours')];
  const seen = new Set<string>();
  for (let index = 0; index < blocks.rows; index++) {
    const number = String(numbers[index] ?? '').trim();
    const ready = !isBlank(clients[index] ?? '') && !isBlank(hours[index] ?? '');
    if (number === '' ? ready : seen.has(number.toUpperCase())) return true;
    seen.add(number.toUpperCase());
  }
  return false;
}
