import {
  type CarePlanForm,
  type CarePlanProblem,
  carePlanForm,
  readCarePlanTyped,
} from '../../ledger/care/start-care-plan';
import { type Book, openBook } from '../../workbook/open-book';
import { newRowsIn, writeAsSeen } from '../../workbook/seen-form';
import { neededCareTab } from './care-tabs';

/** What the page hears of a plan: what was added, or what to mend first. */
export type CarePlanAnswer =
  | { readonly added: { readonly client: string; readonly tasks: number } }
  | { readonly problems: readonly CarePlanProblem[] };

/** What *Start a care plan* opens with: every client, with the tasks that it has already. */
export function openCarePlanForm(book: Book, selected: string): CarePlanForm {
  const { ledger } = openBook(book, undefined, ['Clients', 'Settings']);
  const listed = [...ledger.clients.values()].filter(({ row }) => row > 0).map(({ name }) => name);
  const plan = neededCareTab(book, 'Care plan');
  return carePlanForm(listed, plan.read, selected, book.now().date);
}

/** Adds what was ticked below the plan's last row, once an attempt; *Undo the last dialog* takes it back. */
export function addCareTasks(book: Book, typed: unknown, attempt: unknown): CarePlanAnswer {
  return writeAsSeen<CarePlanAnswer>({
    ...{ book, title: 'Start a care plan', attempt },
    plan: () => {
      const read = readCarePlanTyped(typed, openCarePlanForm(book, ''));
      if ('problems' in read) return { instead: read };
      const { client, rows } = read;
      return {
        ...newRowsIn([[neededCareTab(book, 'Care plan'), rows]]),
        what: `${rows.length === 1 ? '1 task' : `${rows.length} tasks`} for ${client}`,
        done: { added: { client, tasks: rows.length } },
      };
    },
  });
}
