import { noClauses } from '../../ledger/agreements/clauses-for';
import type { Issue, IssueList } from '../../ledger/model/issue';
import { readClauses, type TypedClauses } from '../../ledger/reading/read-clauses';
import type { Book } from '../../workbook/open-book';
import { readTab } from '../../workbook/tabs';

/** The clauses that the office manager has written, and what is wrong with them. */
export interface ClausesTab {
  readonly clauses: TypedClauses;
  readonly issues: readonly Issue[];
}

/** Reads the tab Clauses; a workbook of an earlier version has none, and the usual ones hold. */
export function readClausesTab({ workbook, toCell }: Book): ClausesTab {
  const tab = readTab(workbook, 'Clauses', toCell, false);
  if (!tab) return { clauses: noClauses, issues: [] };
  const issues: IssueList = { all: [], broken: new Map(), fatal: [] };
  const clauses = readClauses(tab.cells, issues);
  return { clauses, issues: issues.all };
}
