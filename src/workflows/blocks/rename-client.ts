import type { RenameAnswer, RenameForm } from '../../ledger/renaming/rename-form';
import { clientFormat, type NamingTab } from '../../ledger/renaming/renamed-rows';
import { isArchiveChanged } from '../../ledger/reports/archive-issues';
import { foldName } from '../../ledger/units/names';
import { forgotten } from '../../workbook/last-dialog';
import { spansOf } from '../../workbook/moved-rows';
import { answerOnce } from '../../workbook/once';
import { type Book, openBook } from '../../workbook/open-book';
import type { Cache, Hash } from '../../workbook/ports';
import { blocksOf, guarded } from '../../workbook/write-cells';
import { archiveTab } from '../archive/archive-tabs';
import { healMove, markChanged, resealWhereUseless } from '../archive/heal-archive';
import { carryMarks } from '../typing/complete-formulas';
import { type FormulaTabs, planRenaming, type RenamingPlan } from './plan-renaming';
import { renameClosedMonths } from './rename-books';
import { keptRenaming, readUnfinished } from './unfinished-renaming';

/** What a renaming works with. */
export interface RenameDesk {
  readonly book: Book;
  readonly hash: Hash;
  readonly formulas: () => FormulaTabs;
}

export function openRenameForm(book: Book, selected: string): RenameForm {
  const { ledger } = openBook(book, undefined, undefined, {});
  const unfinished = readUnfinished(book.store);
  return {
    clients: [...ledger.clients.values()].map(({ name }) => name),
    selected: unfinished?.from ?? ledger.clients.get(foldName(selected))?.name ?? '',
    unfinished,
  };
}

/** What the names as typed would change; nothing is written. */
export function previewRename({ book, formulas }: RenameDesk, typed: unknown): RenameAnswer {
  const plan = planRenaming(book, formulas(), typed);
  return 'problems' in plan ? plan : { moved: plan.preview };
}

/** Renames a client in all tabs, if that changes what the page has shown. */
export function writeRename(
  { book, hash, formulas }: RenameDesk,
  cache: Cache,
  [typed, seen, attempt]: readonly unknown[],
): RenameAnswer {
  const isDone = (answer: RenameAnswer) => 'done' in answer;
  return answerOnce(cache, attempt, isDone, () => {
    healMove(book);
    const plan = planRenaming(book, formulas(), typed);
    if ('problems' in plan) return plan;
    if (seen !== JSON.stringify(plan.preview)) return { moved: plan.preview };
    rename(book, hash, plan);
    return { done: plan.preview };
  });
}

/**
 * Writes the new name, tab by tab, each in one step.
 *
 * First it is kept in mind which renaming is under way. So one that died at any line is finished by the same one a
 * second time, although the new name stands in some tabs already, where it would be another client's; it finds what is
 * still called by the old name, and only that.
 *
 * Blocks come before Time, and Clients comes last: until then the new name has no address, and the old one has no
 * purchase, so that no notice goes out while one half is called otherwise than the other.
 */
function rename(book: Book, hash: Hash, plan: RenamingPlan): void {
  const { names, tabs, formulas } = plan;
  // What the dialog before has written is not what Undo would be asked for now.
  book.store.write({ ...keptRenaming(names), ...forgotten() });
  const isSealed = letSealGo(book, plan);
  const journal = tabs.find(({ read }) => read.name === 'Journal');
  if (journal) renameClosedMonths(book, hash, journal.read, { rows: journal.typed, to: names.to });
  for (const tab of tabs) if (tab.read.name !== 'Clients') fill(tab, names.to);
  carryMarks(
    book.store,
    formulas.flatMap(({ replaced }) => replaced),
  );
  for (const { area, writes } of formulas) for (const block of blocksOf(writes)) area.write(block);
  for (const tab of tabs) if (tab.read.name === 'Clients') fill(tab, names.to);
  book.workbook.flush();
  if (isSealed) resealWhereUseless(book, openBook(book));
  book.store.write({ renaming: '' });
}

function fill({ read: { tab, name, column }, typed }: RenamingPlan['tabs'][number], to: string): void {
  const format = clientFormat(name as NamingTab);
  // A column of names is no text column, so the apostrophe keeps a name such as 1-2 or =A from becoming a date or formula.
  const value = format === '@' ? guarded(to) : `'${to}`;
  tab.fill(spansOf(typed), column('Client'), String(value), format || 'General');
}

/**
 * Empties what is kept of the archive before its rows change, so that it is read meanwhile; tells whether to keep it anew.
 *
 * What somebody else has typed there stays told: then nothing is kept anew.
 */
function letSealGo(book: Book, { opened: { ledger }, tabs, isUnfinished }: RenamingPlan): boolean {
  const rows = tabs.find(({ read }) => read.name === 'Time archive')?.typed.length ?? 0;
  if (!ledger.archive || (rows === 0 && !isUnfinished)) return false;
  if (isArchiveChanged(ledger)) {
    markChanged(book, ledger);
    return false;
  }
  if (!book.workbook.tab('Archive state')) return false;
  const state = archiveTab(book, 'Archive state');
  state.tab.empty([{ row: 2, count: Math.max(1, state.rows.length - 1) }]);
  book.workbook.flush();
  return true;
}
