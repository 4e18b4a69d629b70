import type { Issue } from '../../ledger/model/issue';
import { duePeriods, planPeriods } from '../../ledger/selling/plan-periods';
import { appendRows } from '../../workbook/append-rows';
import { createSteps } from '../../workbook/housekeeping';
import { readMemory, remember } from '../../workbook/memory';
import { type Book, type OpenBook, openBook } from '../../workbook/open-book';
import type { WorkScope } from '../../workbook/with-archive';
import { rowCells } from '../../workbook/write-rows';

/**
 * Writes the periods of blocks that repeat which have begun by today, and the hours that move into them; gives the
 * workbook as it stands then.
 *
 * The rows come first and memory after them: a run that dies between finds them again by their Reference.
 */
export function openWithPeriods(book: Book, opened: OpenBook, asked: WorkScope): OpenBook {
  const { ledger, tabs } = opened;
  const blocks = tabs.get('Blocks');
  if (!blocks || ledger.missing.length + ledger.fatal.length > 0) return opened;
  if (!ledger.blocks.some(({ repeats }) => repeats)) return opened;
  const memory = readMemory(book.store);
  const due = duePeriods(ledger, blocks.cells, memory.periods);
  if (due.steps.length === 0) return withIssues(opened, due.issues);
  const trouble: Issue[] = [];
  let hasWritten = false;
  createSteps(trouble)('Blocks', 'The rows of blocks that repeat', () => {
    hasWritten = writeDue(book);
  });
  const again = hasWritten ? openBook(book, undefined, undefined, asked) : opened;
  const now = hasWritten ? { ...again, hasWritten: true } : again;
  return withIssues(now, [...due.issues, ...trouble]);
}

/** What periods leave is worked out from all work, archived or not. */
function writeDue(book: Book): boolean {
  const { ledger, tabs } = openBook(book);
  const blocks = tabs.get('Blocks');
  if (!blocks) return false;
  const memory = readMemory(book.store);
  const { rows, done } = planPeriods(ledger, blocks.cells, memory.periods);
  if (rows.length > 0) {
    // A number that was remembered and not written is lost, one given twice would be wrong.
    remember(book.store, memory, { highestBlock: ledger.numbers.highest + rows.length });
    appendRows(blocks, rowCells(blocks, rows));
    book.workbook.flush();
  }
  remember(book.store, readMemory(book.store), { periods: done });
  return rows.length > 0;
}

function withIssues(opened: OpenBook, issues: readonly Issue[]): OpenBook {
  if (issues.length === 0) return opened;
  return { ...opened, ledger: { ...opened.ledger, issues: [...opened.ledger.issues, ...issues] } };
}
