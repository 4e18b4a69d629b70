import { type ImportPlan, type ImportPreview, planImport } from '../../ledger/importing/plan-import';
import { withBlockRows } from '../../ledger/reading/with-rows';
import { memoryOf, newRows } from '../../workbook/last-dialog';
import { answerOnce } from '../../workbook/once';
import { type Book, type OpenBook, openBook } from '../../workbook/open-book';
import type { Cache } from '../../workbook/ports';
import { rowCells, soundTab, writeRows } from '../../workbook/write-rows';

/** What the page hears of an import. */
export type ImportAnswer =
  | { readonly preview: ImportPreview }
  | { readonly done: { readonly clients: number; readonly openings: number } };

/** What a pasted or chosen file would add; nothing is written. */
export function previewImport(book: Book, text: unknown, fields: unknown): ImportAnswer {
  return { preview: planOf(openBook(book), text, fields).preview };
}

/** Writes what the preview showed: clients first, so that a run that dies leaves what a second import completes. */
export function writeImport(
  book: Book,
  cache: Cache,
  [text, fields, seen, attempt]: readonly unknown[],
): ImportAnswer {
  const isDone = (answer: ImportAnswer) => 'done' in answer;
  return answerOnce(cache, attempt, isDone, () => {
    const opened = openBook(book);
    const plan = planOf(opened, text, fields);
    const { clients, openings } = plan;
    const isSeen = seen === `${clients.length} ${openings.length}`;
    if (!isSeen || clients.length + openings.length === 0) return { preview: plan.preview };
    writePlan(book, opened, plan);
    return { done: { clients: clients.length, openings: openings.length } };
  });
}

function planOf({ ledger }: OpenBook, text: unknown, fields: unknown): ImportPlan {
  return planImport(typeof text === 'string' ? text : '', fields, ledger);
}

function writePlan(book: Book, opened: OpenBook, { clients, openings }: ImportPlan): void {
  const [clientTab, blockTab] = [soundTab(opened, 'Clients'), soundTab(opened, 'Blocks')];
  // Every cell is made before the first is written: what is missing is told while nothing has happened yet.
  const [clientCells, blockCells] = [rowCells(clientTab, clients), rowCells(blockTab, openings)];
  const { numbers } = withBlockRows(opened.ledger, blockTab.cells, openings);
  const parts = [newRows('Clients', clients), newRows('Blocks', openings)].filter(
    ({ rows }) => rows.length > 0,
  );
  const what = `${clients.length} clients and ${openings.length} opening balances`;
  book.store.write({ highestBlock: String(numbers.highest), ...memoryOf({ title: 'Import', what, parts }) });
  if (clientCells.length > 0) writeRows(clientTab, clientCells);
  if (blockCells.length > 0) writeRows(blockTab, blockCells);
}
