import {
  type GivenTable,
  type ImportPlan,
  type ImportPreview,
  planImport,
} from '../../ledger/importing/plan-import';
import { type Book, type OpenBook, openBook } from '../../workbook/open-book';
import { writeAsSeen } from '../../workbook/seen-form';
import { soundTab } from '../../workbook/write-rows';
import { newBlockRows } from './new-block-rows';

/** What the page hears of an import. */
export type ImportAnswer =
  | { readonly preview: ImportPreview }
  | { readonly done: { readonly clients: number; readonly openings: number } };

/** What a pasted or chosen file would add; nothing is written. */
export function previewImport(book: Book, text: unknown, fields: unknown): ImportAnswer {
  return { preview: planOf(openBook(book), text, fields).preview };
}

/** Writes what the preview showed: clients first, so that a run that dies leaves what a second import completes. */
export function writeImport(book: Book, [text, fields, seen, attempt]: readonly unknown[]): ImportAnswer {
  return writeAsSeen<ImportAnswer>({
    ...{ book, title: 'Import', attempt, seen },
    plan: () => {
      const opened = openBook(book);
      const { clients, openings, preview } = planOf(opened, text, fields);
      if (clients.length + openings.length === 0) return { instead: { preview } };
      const counts = { clients: clients.length, openings: openings.length };
      return {
        ...newBlockRows(opened, openings, [[soundTab(opened, 'Clients'), clients]]),
        what: `${counts.clients} clients and ${counts.openings} opening balances`,
        shown: { text: `${counts.clients} ${counts.openings}`, instead: { preview } },
        done: { done: counts },
      };
    },
  });
}

function planOf({ ledger }: OpenBook, text: unknown, fields: unknown): ImportPlan {
  return planImport(
    Array.isArray(text) || typeof text === 'string' ? (text as GivenTable) : '',
    fields,
    ledger,
  );
}
