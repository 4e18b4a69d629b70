import { compareIssues, type Issue } from '../../ledger/model/issue';
import { allIssues, lateIssues } from '../../ledger/reports/all-issues';
import { archiveIssues, isArchiveChanged } from '../../ledger/reports/archive-issues';
import { settleLedger } from '../../ledger/rules/settle';
import { duePeriods } from '../../ledger/selling/plan-periods';
import { ownLedgerCell, renewLedger } from '../../workbook/formulas';
import { memoryIssues, readMemory, remember } from '../../workbook/memory';
import type { Memory } from '../../workbook/memory-shapes';
import { type Book, type Desk, type OpenBook, openBook } from '../../workbook/open-book';
import type { FormulaArea, Hash } from '../../workbook/ports';
import { findOriginal } from '../../workbook/told-tab';
import { markChanged } from '../archive/heal-archive';
import { unfinishedIssues } from '../blocks/unfinished-renaming';
import { changedLines, changedMonths, readBooksTabs } from '../books/books-tabs';
import { openBooks } from '../books/month-end';
import { careIssues } from '../care/care-tabs';
import { adviceOnFormulas } from '../cells/range-formulas';
import { describeFailed, type FailedCells, renewAnswers, renewStamp } from '../cells/renew-formulas';
import { formIssues, isFormIssue } from '../importing/read-form';
import { copyRefusal } from '../notices/daily-notices';
import { readTemplatesTab } from '../notices/templates-tab';
import { adviceOnAgreements } from '../papers/advise-on-agreements';

function copyIssues(book: Book, memory: Memory): Issue[] {
  const original = findOriginal(book, memory);
  return original ? [{ tab: 'Notices', row: 1, message: copyRefusal(original) }] : [];
}

/** Every issue of the workbook, the archive's too; one that was typed in is read from now on. */
export function checkWorkbook(book: Book, hash: Hash, areas: readonly FormulaArea[]): Issue[] {
  const opened = openBook(book);
  const { ledger, tabs } = opened;
  const stamp = renewStamp(book, opened);
  if (isArchiveChanged(ledger)) markChanged(book, ledger);
  const late = lateInBooks({ book, hash }, opened);
  const settled = [...settleLedger(ledger, ledger.settings.today).values()];
  const found = allIssues(ledger, settled, readTemplatesTab(book).issues);
  const unfinished = unfinishedIssues(book.store);
  const older = [...archiveIssues(ledger, late.hasClosed), ...late.issues];
  const advice = adviceOnAgreements(book, hash, { ledger, tabs }, settled);
  const care = careIssues(book, ledger.clients, tabs.get('Clients')?.cells);
  const memory = readMemory(book.store);
  return [
    ...memoryIssues(memory),
    ...copyIssues(book, memory),
    ...memory.housekeeping.filter(
      each => !isFormIssue(each) && !older.some(({ message }) => message === each.message),
    ),
    ...formIssues(book, ledger.settings),
    ...unfinished,
    ...older,
    ...repeatIssues(opened, memory),
    ...care,
    ...found,
    ...advice,
    ...adviceOnFormulas(areas),
    ...failedIssues(stamp ? { renewed: [stamp], left: [] } : renewAnswers(areas, book, 'none')),
  ].sort(compareIssues);
}

/** Of blocks that repeat and whose periods cannot be written. */
function repeatIssues({ ledger, tabs }: OpenBook, { periods }: Memory): readonly Issue[] {
  const blocks = tabs.get('Blocks');
  return blocks ? duePeriods(ledger, blocks.cells, periods).issues : [];
}

/** What has become of closed months; a month whose lines were changed by hand cannot be compared. */
function lateInBooks(desk: Desk, opened: OpenBook): { hasClosed: boolean; issues: readonly Issue[] } {
  const { workbook } = desk.book;
  const isThere = workbook.tab('Journal') && workbook.tab('Closed months');
  const tabs = isThere ? readBooksTabs(desk.book) : undefined;
  const last = tabs && [...tabs.closed.keys()].sort().pop();
  if (!tabs || !last) return { hasClosed: false, issues: [] };
  const changed = changedMonths(tabs, desk.hash).map(
    ({ month, row }): Issue => ({ tab: 'Closed months', row, message: changedLines(month) }),
  );
  if (changed.length > 0 || opened.ledger.fatal.length > 0) return { hasClosed: true, issues: changed };
  return { hasClosed: true, issues: lateIssues(openBooks(desk, last, tabs, opened).news) };
}

/** A person says that what is gone is to stay gone: from here on what stands in the workbook is all there is. */
export function acceptMissing(book: Book): void {
  remember(book.store, readMemory(book.store), { seen: [] });
  const cell = ownLedgerCell(book.workbook);
  if (cell) renewLedger(book.workbook, cell);
}

/** What the cells themselves show only to somebody who looks at each of them. */
function failedIssues(failed: FailedCells): Issue[] {
  const mend = failed.left.length > 0 ? ' Run More > Set up > Refresh to have it worked out anew.' : '';
  return describeFailed(failed).map(line => ({ tab: 'Balances', row: 1, message: `${line}${mend}` }));
}
