import type { Ledger } from '../ledger/model/ledger';
import { foldHeader } from '../ledger/sheet/headers';
import { tabs } from '../ledger/sheet/tabs';
import { decimalNumber } from '../ledger/units/decimal';
import { createRowPen, type RowNaming, type RowWrite } from './row-pen';
import type { FindColumn, OpenTab } from './tabs';
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

/** What openBook writes into rows that stand. */
const filledIn = ['Normal rate', 'Currency', 'Price', 'Tax'];
/** Beside the number, which is what a row without one cannot be known by. */
const steady = tabs.Blocks.map(({ header }) => header).filter(
  header => header !== 'Block' && !filledIn.includes(header),
);

/** A block is known by all that a person typed, and until it is written by its number as well. */
const naming: RowNaming = {
  find: (row, column) => contentOf(row, column, ['Block', ...steady]),
  stay: (row, column) => contentOf(row, column, steady),
};

function contentOf(row: readonly unknown[], column: FindColumn, headers: readonly string[]): string {
  const cells = headers.map(header => row[column(header) - 1] ?? '');
  return cells.every(cell => cell === '') ? '' : JSON.stringify(cells);
}

/** Writes into rows of Blocks as they were read, wherever a sort has brought them by now. */
export function writeBlocks({ name, tab, rows, column }: OpenTab, cells: readonly CellWrite[]): void {
  const names = rows.map((row, at) => (at === 0 ? '' : naming.find(row, column)));
  const headerAt = (place: number) => String(rows[0]?.[place - 1] ?? '');
  const numbers = [...new Set(cells.map(({ row }) => row))];
  const writes = numbers.map((number): RowWrite => {
    const name = names[number - 1] ?? '';
    const nth = names.slice(0, number - 1).filter(each => each === name).length;
    const own = cells.filter(({ row }) => row === number);
    return { name, nth, cells: own.map(cell => ({ header: headerAt(cell.column), value: cell.value })) };
  });
  const pen = createRowPen({ name, tab }, naming);
  const only = (isWanted: (header: string) => boolean) =>
    writes.map(write => ({ ...write, cells: write.cells.filter(({ header }) => isWanted(header)) }));
  // The number comes last: with it the row has another name.
  const isNumber = (header: string) => foldHeader(header) === 'block';
  for (const part of [only(header => !isNumber(header)), only(isNumber)])
    pen.write(part.filter(({ cells }) => cells.length > 0));
  pen.check();
}
