import { type ChangeAnswer, type ChangeForm, changeForm } from '../../ledger/changes/change-form';
import { type Plan, planChange } from '../../ledger/changes/plan-change';
import { type ChangeKind, changeFields, changeKinds } from '../../ledger/changes/typed-change';
import { typedFields } from '../../ledger/reading/typed-fields';
import { type Book, type OpenBook, openBook } from '../../workbook/open-book';
import { writeAsSeen } from '../../workbook/seen-form';
import { type Place, selectedCell, selectedClient } from '../../workbook/selected-client';
import { soundTab } from '../../workbook/write-rows';
import { newBlockRows } from './new-block-rows';

/** What each dialog is called in the menu, without its dots. */
const titles: Readonly<Record<ChangeKind, string>> = {
  correct: 'Correct',
  refund: 'Refund',
  transfer: 'Transfer',
  settle: 'Settle hours beyond the blocks',
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
export function writeChange(book: Book, [kind, typed, seen, attempt]: readonly unknown[]): ChangeAnswer {
  const title = titles[kindOf(kind)];
  return writeAsSeen<ChangeAnswer>({
    ...{ book, title, attempt, seen },
    plan: () => {
      const opened = openBook(book);
      const plan = plannedIn(opened, kind, typed);
      if ('problems' in plan) return { instead: plan };
      const { rows, preview } = plan;
      const shown = { text: JSON.stringify(preview), instead: { moved: preview } };
      const done = { done: preview };
      if (rows.length === 0) return { instead: seen === shown.text ? done : shown.instead };
      return { ...newBlockRows(opened, rows), what: preview.says.join(' '), shown, done };
    },
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
