import { compareIssues, type Issue } from '../../ledger/model/issue';
import { allIssues, lateIssues } from '../../ledger/reports/all-issues';
import { archiveIssues, isArchiveChanged } from '../../ledger/reports/archive-issues';
import { settleLedger } from '../../ledger/rules/settle';
import { ownLedgerCell, writeLedger } from '../../workbook/formulas';
import { memoryIssues, readMemory, remember } from '../../workbook/memory';
import { type Book, openBook } from '../../workbook/open-book';
import type { Hash } from '../../workbook/ports';
import { markChanged } from '../archive/heal-archive';
import { unfinishedIssues } from '../blocks/unfinished-renaming';
import { closedRows } from '../books/books-tabs';
import { careIssues } from '../care/care-tabs';
import { readTemplatesTab } from '../notices/templates-tab';
import { adviceOnAgreements } from '../papers/advise-on-agreements';

/** Every issue of the workbook, the archive's too; one that was typed in is read from now on. */
export function checkWorkbook(book: Book, hash: Hash): Issue[] {
  const { ledger, tabs } = openBook(book);
  if (isArchiveChanged(ledger)) markChanged(book, ledger);
  const closed = closedRows(book);
  const settled = [...settleLedger(ledger, ledger.settings.today).values()];
  const found = allIssues(ledger, settled, readTemplatesTab(book).issues);
  const unfinished = unfinishedIssues(book.store);
  const older = [...archiveIssues(ledger, closed.length > 0), ...lateIssues(closed, settled)];
  const advice = adviceOnAgreements(book, hash, { ledger, tabs }, settled);
  const care = careIssues(book, ledger.clients, tabs.get('Clients')?.cells);
  const memory = readMemory(book.store);
  return [
    ...memoryIssues(memory),
    ...memory.housekeeping,
    ...unfinished,
    ...older,
    ...care,
    ...found,
    ...advice,
  ].sort(compareIssues);
}

/** A person says that what is gone is to stay gone: from here on what stands in the workbook is all there is. */
export function acceptMissing(book: Book): void {
  remember(book.store, readMemory(book.store), { seen: [] });
  const cell = ownLedgerCell(book.workbook);
  if (cell) writeLedger(book.workbook, cell, undefined, true);
}
