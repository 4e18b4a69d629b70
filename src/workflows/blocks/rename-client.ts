import { closedNow } from '../../ledger/books/closed-month';
import { readClosedMonths, readJournal } from '../../ledger/reading/read-journal';
import type { RenameAnswer, RenameForm } from '../../ledger/renaming/rename-form';
import { clientFormat, type NamingTab } from '../../ledger/renaming/renamed-rows';
import { isArchiveChanged } from '../../ledger/reports/archive-issues';
import { foldName } from '../../ledger/units/names';
import type { Seconds } from '../../ledger/units/seconds';
import { type Book, openBook } from '../../workbook/open-book';
import type { Hash } from '../../workbook/ports';
import { writeAsSeen } from '../../workbook/seen-form';
import { type ReadTab, readTab } from '../../workbook/tabs';
import { blocksOf, type CellWrite } from '../../workbook/write-cells';
import { writeIntoRows } from '../../workbook/write-into-rows';
import { archiveTab } from '../archive/archive-tabs';
import { healMove, markChanged, resealWhereUseless } from '../archive/heal-archive';
import { digestOf } from '../books/books-tabs';
import { carryMarks } from '../typing/complete-formulas';
import { type FormulaTabs, planRenaming, type RenamingPlan } from './plan-renaming';
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

/**
 * Renames a client in all tabs, if that changes what the page has shown.
 *
 * First it is kept in mind which renaming is under way. So one that died at any line is finished by the same one a
 * second time, although the new name stands in some tabs already, where it would be another client's; it finds what is
 * still called by the old name, and only that. *Undo the last dialog* does not take it back.
 */
export function writeRename(
  { book, hash, formulas }: RenameDesk,
  [typed, seen, attempt]: readonly unknown[],
): RenameAnswer {
  return writeAsSeen<RenameAnswer>({
    ...{ book, title: 'Rename client', attempt, seen, goesOn: true },
    plan: () => {
      healMove(book);
      const plan = planRenaming(book, formulas(), typed);
      if ('problems' in plan) return { instead: plan };
      const { names, preview } = plan;
      return {
        ...{ parts: [], write: () => rename(book, hash, plan) },
        what: `${names.from} to ${names.to}`,
        shown: { text: JSON.stringify(preview), instead: { moved: preview } },
        done: { done: preview },
        begins: keptRenaming(names),
        ends: { renaming: '' },
      };
    },
  });
}

/**
 * Writes the new name, tab by tab, each in one step.
 *
 * Blocks come before Time, and Clients comes last: until then the new name has no address, and the old one has no
 * purchase, so that no notice goes out while one half is called otherwise than the other.
 */
function rename(book: Book, hash: Hash, plan: RenamingPlan): void {
  const { names, tabs, formulas } = plan;
  const isSealed = letSealGo(book, plan);
  const journal = tabs.find(({ read }) => read.name === 'Journal');
  if (journal) renameClosedMonths(book, hash, journal.read, { rows: journal.typed, names });
  for (const tab of tabs) if (tab.read.name !== 'Clients') fill(tab, names.to);
  carryMarks(
    book.store,
    formulas.flatMap(({ replaced }) => replaced),
  );
  for (const { area, writes } of formulas) for (const block of blocksOf(writes)) area.write(block);
  for (const tab of tabs) if (tab.read.name === 'Clients') fill(tab, names.to);
  book.workbook.flush();
  if (isSealed) resealWhereUseless(book, openBook(book));
}

function fill({ read, typed }: RenamingPlan['tabs'][number], to: string): void {
  const format = clientFormat(read.name as NamingTab) || 'General';
  const column = read.column('Client');
  writeIntoRows(
    read,
    typed.map(row => ({ row, column, value: to, format })),
  );
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

/**
 * Writes into Closed months the digests that the lines of Journal will have once `rows` name the client anew.
 *
 * Before the lines: a run that dies between the two is done again, and then the digest is right already. A month whose
 * lines are not those that were closed keeps its digest, so that this is still told.
 */
function renameClosedMonths(
  { workbook, toCell }: Book,
  hash: Hash,
  journal: ReadTab,
  { rows, names }: { readonly rows: readonly number[]; readonly names: RenamingPlan['names'] },
): void {
  const months = rows.length > 0 && readTab(workbook, 'Closed months', toCell, false);
  if (!months || months.column('Digest') === 0) return;
  const changed = new Set(rows);
  const written = readJournal(journal.cells);
  const writes: CellWrite[] = [];
  for (const [month, { row, digest, work, hours }] of closedNow(readClosedMonths(months.cells))) {
    const lines = written.filter(line => line.month === month);
    const after = lines.map(line => (changed.has(line.row) ? { ...line, client: names.to } : line));
    const fresh = digestOf(after, work, hash);
    const renamed = renamedHours(hours, names);
    if (renamed) writes.push({ row, column: months.column('Hours by client'), value: renamed, format: '@' });
    if (digest !== digestOf(lines, work, hash) || digest === fresh) continue;
    writes.push({ row, column: months.column('Digest'), value: fresh, format: '@' });
  }
  writeIntoRows(months, writes);
  workbook.flush();
}

/** What is kept of a month by the client's name; nothing where the client did not work in it. */
function renamedHours(
  hours: ReadonlyMap<string, Seconds> | undefined,
  { from, to }: RenamingPlan['names'],
): string | undefined {
  if (![...(hours?.keys() ?? [])].some(name => foldName(name) === foldName(from))) return undefined;
  const renamed = new Map<string, number>();
  for (const [name, each] of hours ?? []) {
    const called = foldName(name) === foldName(from) ? to : name;
    renamed.set(called, (renamed.get(called) ?? 0) + each);
  }
  return JSON.stringify(Object.fromEntries(renamed));
}
