import { tabs as tabSpecs } from '../../ledger/sheet/tabs';
import type { ReadTab } from '../../workbook/tabs';
import { emptyRows } from '../../workbook/take-out-rows';
import type { CellWrite } from '../../workbook/write-cells';
import { writeIntoRows } from '../../workbook/write-into-rows';

/** What is taken back in one tab. */
export interface Finding {
  readonly tab: ReadTab;
  readonly cells: readonly CellWrite[];
  /** Rows that were not there before. */
  readonly isNew: boolean;
}

/** New rows are emptied in one step, but for those in which somebody has filled a column of their own. */
export function takeBack({ tab, cells, isNew }: Finding): void {
  const columns = new Set(tabSpecs[tab.name].map(({ header }) => tab.column(header)));
  const isOwn = (row: number) =>
    (tab.rows[row - 1] ?? []).some((cell, at) => !columns.has(at + 1) && cell !== '' && cell !== false);
  const whole = new Set(isNew ? cells.map(({ row }) => row).filter(row => !isOwn(row)) : []);
  emptyRows(tab, [...whole]);
  writeIntoRows(
    tab,
    cells.filter(({ row }) => !whole.has(row)),
  );
}
