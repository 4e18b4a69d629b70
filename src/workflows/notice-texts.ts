import type { Letter } from '../ledger/notices/letter';
import { contentOf, fittingPieces, joinPieces, keptIn } from '../ledger/papers/kept-content';
import { contentHeaders } from '../ledger/tabs';
import type { Book } from './open-book';
import { openTab } from './open-tabs';
import { placeTab } from './place-tab';
import { type CellWrite, writeCells } from './write-cells';

/** A mail that is about to go out. */
export interface TextToKeep {
  readonly keys: readonly string[];
  readonly digest: string;
  readonly letter: Letter;
}

/**
 * Keeps what mails say in a tab of its own, out of sight, before they go out; one block is written for all of them.
 *
 * Nobody reads it but who asks for a mail, so a daily run never pays for what was written in all the years before.
 */
export function keepTexts({ workbook }: Book, texts: readonly TextToKeep[]): void {
  const { tab, column, isNew } = placeTab(workbook, 'Notice texts');
  if (isNew) tab.hide();
  const first = tab.lastRow() + 1;
  tab.grow(first + texts.length, 1);
  const cells = texts.flatMap(({ keys, digest, letter }, index): CellWrite[] => {
    // A mail longer than four cells hold is still known by its digest.
    const pieces = fittingPieces(contentOf(letter)) ?? [];
    const values = [digest, keys.join('; '), ...contentHeaders.map((_, piece) => pieces[piece] ?? '')];
    const headers = ['Digest', 'Key', ...contentHeaders];
    return headers.map((header, at) => ({
      row: first + index,
      column: column(header),
      value: values[at] ?? '',
    }));
  });
  writeCells(tab, cells);
}

/** A mail as it was sent, by its digest, or the newest of its notice where Notices knows none; nothing where it was not kept. */
export function findText({ workbook }: Book, key: string, digest: string | undefined): Letter | undefined {
  const texts = openTab(workbook, 'Notice texts');
  if (!texts) return undefined;
  const { rows, column } = texts;
  const cell = (row: readonly unknown[], header: string) => row[column(header) - 1];
  const found = [...rows].reverse().find(row => {
    const keys = String(cell(row, 'Key') ?? '').split('; ');
    return keys.includes(key) && (digest === undefined || cell(row, 'Digest') === digest);
  });
  const content = found && joinPieces(contentHeaders.map(header => cell(found, header)));
  return content ? keptIn<Letter>(content, 'language') : undefined;
}
