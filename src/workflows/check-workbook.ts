import { compareIssues, type Issue } from '../ledger/reading/issue';
import { allIssues } from '../ledger/reports/all-issues';
import { archiveIssues, isArchiveChanged } from '../ledger/reports/archive-issues';
import { settleLedger } from '../ledger/rules/settle';
import { closedMonths } from './closed-months';
import { markChanged } from './heal-archive';
import { type Book, openBook } from './open-book';

/** Every issue of the workbook, the archive's too; one that was typed in is read from now on. */
export function checkWorkbook(book: Book): Issue[] {
  const { ledger } = openBook(book);
  if (isArchiveChanged(ledger)) markChanged(book, ledger);
  const found = allIssues(ledger, settleLedger(ledger, ledger.settings.today).values());
  return [...archiveIssues(ledger, closedMonths(book)), ...found].sort(compareIssues);
}
