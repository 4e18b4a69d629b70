import type { Issue, IssueList } from '../../ledger/model/issue';
import { readTemplates } from '../../ledger/reading/read-templates';
import { noTemplates, type Templates } from '../../ledger/words/templates';
import type { Book } from '../../workbook/open-book';
import { readTab } from '../../workbook/tabs';

/** The texts that the office manager has written, and what is wrong with them. */
export interface TemplatesTab {
  readonly templates: Templates;
  readonly issues: readonly Issue[];
}

/** Reads the tab Templates; a workbook of an earlier version has none, and the usual texts hold. */
export function readTemplatesTab({ workbook, toCell }: Book): TemplatesTab {
  const tab = readTab(workbook, 'Templates', toCell, false);
  if (!tab) return { templates: noTemplates, issues: [] };
  const issues: IssueList = { all: [], broken: new Map(), fatal: [] };
  const templates = readTemplates(tab.cells, issues);
  return { templates, issues: issues.all };
}
