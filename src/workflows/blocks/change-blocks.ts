import { type ChangeAnswer, type ChangeForm, changeForm } from '../../ledger/changes/change-form';
import { type Plan, planChange } from '../../ledger/changes/plan-change';
import { type ChangeKind, changeFields, changeKinds } from '../../ledger/changes/typed-change';
import { typedFields } from '../../ledger/reading/typed-fields';
import { answerOnce } from '../../workbook/once';
import { type Book, type OpenBook, openBook } from '../../workbook/open-book';
import type { Cache } from '../../workbook/ports';
import { type Place, selectedCell, selectedClient } from '../../workbook/selected-client';
import { soundTab } from '../../workbook/write-rows';
import { writeBlockRows } from './write-block-rows';

/** What each dialog is called in the menu, without its dots. */
const titles: Readonly<Record<ChangeKind, string>> = {
  correct: 'Correct',
  refund: 'Refund',
  transfer: 'Transfer',
  settle: 'Settle the overage',
};

/** What the dialogs open with: who has which blocks, and the row that is selected. */
export function openChangeForm(book: Book, place: Place): ChangeForm {
  const { ledger } = openBook(book);
  return changeForm(
    ledger,
    selectedClient(book.workbook, place),
    selectedCell(book.workbook, place, 'Block'),
  );
}

/** What the change as typed would do; nothing is written. */
export function previewChange(book: Book, kind: unknown, typed: unknown): ChangeAnswer {
  const plan = plannedIn(openBook(book), kind, typed);
  return 'problems' in plan ? plan : { moved: plan.preview };
}

/**
 * Writes the rows of a change, all or none.
 *
 * `seen` is what the page showed of its effect: where somebody else has changed the ledger since, nothing is written
 * and the page shows what holds now.
 */
export function writeChange(
  book: Book,
  cache: Cache,
  [kind, typed, seen, attempt]: readonly unknown[],
): ChangeAnswer {
  const isDone = (answer: ChangeAnswer) => 'done' in answer;
  return answerOnce(cache, attempt, isDone, () => {
    const opened = openBook(book);
    const plan = plannedIn(opened, kind, typed);
    if ('problems' in plan) return plan;
    if (seen !== JSON.stringify(plan.preview)) return { moved: plan.preview };
    const title = titles[kindOf(kind)];
    if (plan.rows.length > 0)
      writeBlockRows(book, opened, plan.rows, { title, what: plan.preview.says.join(' ') });
    return { done: plan.preview };
  });
}

function plannedIn(
  opened: OpenBook,
  kind: unknown,
  typed: unknown,
): Plan | Extract<ChangeAnswer, { problems: unknown }> {
  const { cells } = soundTab(opened, 'Blocks');
  const fields = typedFields(typed, changeFields);
  return planChange(kindOf(kind), fields, { ledger: opened.ledger, blocks: cells });
}

function kindOf(kind: unknown): ChangeKind {
  const known = changeKinds.find(each => each === kind);
  if (!known) throw new Error(`There is no dialog named ${String(kind)}.`);
  return known;
}
