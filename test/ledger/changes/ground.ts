import type { ChangePreview } from '../../../src/ledger/changes/change-form';
import { type Ground, type Plan, planChange } from '../../../src/ledger/changes/plan-change';
import { type ChangeKind, type ChangeProblem, changeFields } from '../../../src/ledger/changes/typed-change';
import { typedFields } from '../../../src/ledger/reading/typed-fields';
import type { TabCells } from '../../../src/ledger/sheet/tab-cells';
import { type Book, ledgerOf, type Row, tabsOf } from '../builders';

export type Typed = Readonly<Record<string, string>>;

export function groundOf(book: Book): Ground {
  return { ledger: ledgerOf(book), blocks: tabsOf(book).get('Blocks') as TabCells };
}

/** What a person typed, today, and what comes of it. */
export function plan(
  book: Book,
  kind: ChangeKind,
  typed: Typed,
): Plan | { readonly problems: readonly ChangeProblem[] } {
  return planChange(kind, typedFields({ date: '2026-12-31', ...typed }, changeFields), groundOf(book));
}

export function planned(book: Book, kind: ChangeKind, typed: Typed): Plan {
  const made = plan(book, kind, typed);
  if ('problems' in made) throw new Error(JSON.stringify(made.problems));
  return made;
}

export function problemsOf(book: Book, kind: ChangeKind, typed: Typed): readonly string[] {
  const made = plan(book, kind, typed);
  return 'problems' in made ? made.problems.map(({ field, message }) => `${field}: ${message}`) : [];
}

/** The workbook once the rows of a plan stand in it. */
export function written(book: Book, { rows }: Plan): Book {
  return { ...book, blocks: [...(book.blocks ?? []), ...(rows as readonly Row[])] };
}

/** One figure of a client before and after, in seconds or minor units. */
export function figure({ effects }: ChangePreview, client: string, what: string): readonly [number, number] {
  const found = effects.find(each => each.client === client)?.figures.find(each => each.what === what);
  return found ? [found.before, found.after] : [0, 0];
}
