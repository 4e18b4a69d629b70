import type { Ledger } from '../../ledger/model/ledger';
import { type NewRow, withBlockRows } from '../../ledger/reading/with-rows';
import type { OpenBook } from '../../workbook/open-book';
import { newRowsIn, type Planned } from '../../workbook/seen-form';
import type { ReadTab } from '../../workbook/tabs';
import { soundTab } from '../../workbook/write-rows';

/** Numbered rows of Blocks, not yet written. */
export interface NewBlockRows extends Pick<Planned<unknown>, 'parts' | 'write' | 'begins'> {
  /** The ledger as it reads with them. */
  readonly after: Ledger;
}

/** Numbered rows below the last filled row of Blocks, after those of other tabs that they need. */
export function newBlockRows(
  opened: OpenBook,
  rows: readonly NewRow[],
  first: readonly (readonly [ReadTab, readonly NewRow[]])[] = [],
): NewBlockRows {
  const blocks = soundTab(opened, 'Blocks');
  const after = withBlockRows(opened.ledger, blocks.cells, rows);
  // A number that was remembered and not written is lost, one given twice would be wrong.
  const begins = { highestBlock: String(after.numbers.highest) };
  return { ...newRowsIn([...first, [blocks, rows]]), begins, after };
}
