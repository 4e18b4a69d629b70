import {
  type CarePlanForm,
  type CarePlanProblem,
  carePlanForm,
  readCarePlanTyped,
} from '../../ledger/care/start-care-plan';
import { memoryOf, newRows } from '../../workbook/last-dialog';
import { answerOnce } from '../../workbook/once';
import { type Book, openBook } from '../../workbook/open-book';
import type { Cache } from '../../workbook/ports';
import { rowCells, writeRows } from '../../workbook/write-rows';
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
export function addCareTasks(book: Book, cache: Cache, typed: unknown, attempt: unknown): CarePlanAnswer {
  const isDone = (answer: CarePlanAnswer) => 'added' in answer;
  return answerOnce(cache, attempt, isDone, () => {
    const read = readCarePlanTyped(typed, openCarePlanForm(book, ''));
    if ('problems' in read) return read;
    const { client, rows } = read;
    const plan = neededCareTab(book, 'Care plan');
    const cells = rowCells(plan, rows);
    const what = `${rows.length === 1 ? '1 task' : `${rows.length} tasks`} for ${client}`;
    book.store.write(memoryOf({ title: 'Start a care plan', what, parts: [newRows('Care plan', rows)] }));
    writeRows(plan, cells);
    return { added: { client, tasks: rows.length } };
  });
}
