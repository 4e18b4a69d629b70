import type { Ledger } from '../model/ledger';
import type { NewRow } from '../reading/with-rows';
import type { TabCells } from '../sheet/tab-cells';

/** What rows are planned against. */
export interface Ground {
  readonly ledger: Ledger;
  /** The tab Blocks as it was read. */
  readonly blocks: TabCells;
}

/** Rows, and what a person should know of them in words. */
export interface PlannedRows {
  readonly rows: readonly NewRow[];
  readonly says: readonly string[];
}
