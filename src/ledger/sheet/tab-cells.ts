import type { IssueList } from '../model/issue';
import type { TabName } from '../model/tab-names';
import { type Cell, isBlank } from './cell';
import { foldHeader } from './headers';
import { tabs } from './tabs';

/** A tab as it was read, column by column; the first cell of a column is row 2 of the sheet. */
export interface TabCells {
  readonly tab: TabName;
  readonly rows: number;
  /** By folded header. */
  readonly columns: ReadonlyMap<string, readonly Cell[]>;
}

export function isFilled(cell: Cell | undefined): boolean {
  return cell !== undefined && cell !== false && !isBlank(cell);
}

/** Missing headers are issues of row 1; without blocks or work no figure of the workbook is right. */
export function checkHeaders({ tab, columns }: TabCells, issues: IssueList): void {
  const isVital = tab === 'Blocks' || tab === 'Time' || tab === 'Time archive';
  const report = (message: string, isFatal: boolean | undefined) => {
    const issue = { tab, row: 1, message };
    issues.all.push(issue);
    if (isFatal && isVital) issues.fatal.push(issue);
  };
  if (columns.size === 0)
    report(
      `The tab "${tab}" is missing, or has none of its headers in its first 20 rows. Run Block Ledger > Set up workbook.`,
      true,
    );
  else
    for (const { header, needed } of tabs[tab])
      if (!columns.has(foldHeader(header)))
        report(
          `The column "${header}" is missing. Rename its header back, or run Block Ledger > Set up workbook.`,
          needed,
        );
}
