import { compareIssues, type Issue } from '../ledger/reading/issue';
import { allIssues } from '../ledger/reports/all-issues';
import { archiveIssues, isArchiveChanged } from '../ledger/reports/archive-issues';
import { lateIssues } from '../ledger/reports/late-issues';
import { settleLedger } from '../ledger/rules/settle';
import { closedRows } from './books-tabs';
import { careIssues } from './care-tabs';
import { markChanged } from './heal-archive';
import { type Book, openBook } from './open-book';
import { readTemplatesTab } from './templates-tab';

/** Every issue of the workbook, the archive's too; one that was typed in is read from now on. */
export function checkWorkbook(book: Book): Issue[] {
  const { ledger, tabs } = openBook(book);
  if (isArchiveChanged(ledger)) markChanged(book, ledger);
  const closed = closedRows(book);
  const settled = [...settleLedger(ledger, ledger.settings.today).values()];
  const found = allIssues(ledger, settled, readTemplatesTab(book).issues);
  const late = lateIssues(closed, settled);
  const care = careIssues(book, ledger.clients, tabs.get('Clients')?.cells);
  return [...archiveIssues(ledger, closed.length > 0), ...late, ...care, ...found].sort(compareIssues);
}
