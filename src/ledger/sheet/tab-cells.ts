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
  /** Headers of ours that stand in more than one column, so that nobody can tell which one is meant. */
  readonly twice?: readonly string[];
  /** Only the columns that count were read. */
  readonly onlyCounting?: boolean;
  /** Columns that the stamp's formula names, and whose headers are gone: what each may have been. */
  readonly lost?: readonly (readonly string[])[];
}

export function isFilled(cell: Cell | undefined): boolean {
  return cell !== undefined && cell !== false && !isBlank(cell);
}

/** Columns that move no figure, but say who gets a mail. */
const steering: readonly string[] = ['Email', 'Copy to', 'Notices'];

/** Whether a column moves a figure or says who gets a mail, so that nothing else may be taken for it. */
export function mattersThere(tab: TabName, header: string): boolean {
  return steering.includes(header) || tabs[tab].some(spec => spec.header === header && spec.counts === true);
}

/** Two columns of one name: where either could count or steer mail, no figure is told until one is renamed. */
function checkTwice({ tab, twice = [] }: TabCells, issues: IssueList): void {
  for (const header of twice) {
    const message = `The header "${header}" stands twice, so nobody can tell which column counts. Rename one of them.`;
    const issue = { tab, row: 1, message };
    issues.all.push(issue);
    if (mattersThere(tab, header)) issues.fatal.push(issue);
  }
}

/** Without them no figure of the workbook is right, and no level of anybody. */
export function isVital(tab: TabName): boolean {
  return tab === 'Blocks' || tab === 'Time' || tab === 'Time archive';
}

/**
 * Missing headers are issues of row 1; without blocks or work no figure of the workbook is right.
 *
 * One that is not needed is none where it never stood: the next set up adds it. With `isKnown` the tab was there
 * before, and what is gone from it is told elsewhere.
 */
export function checkHeaders(cells: TabCells, issues: IssueList, isKnown = false): void {
  const { tab, columns } = cells;
  checkTwice(cells, issues);
  if (isKnown && !isVital(tab)) return;
  const report = (message: string) => {
    const issue = { tab, row: 1, message };
    issues.all.push(issue);
    if (isVital(tab)) issues.fatal.push(issue);
  };
  if (columns.size === 0)
    report(
      `The tab "${tab}" is missing, or has none of its headers in its first 20 rows. Run More > Set up > Set up workbook.`,
    );
  else
    for (const { header, needed } of tabs[tab])
      if (needed && !columns.has(foldHeader(header)))
        report(
          `The column "${header}" is missing. Rename its header back, or run More > Set up > Set up workbook.`,
        );
}
