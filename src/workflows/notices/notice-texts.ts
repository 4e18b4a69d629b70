import type { Letter } from '../../ledger/notices/letter';
import { contentHeaders } from '../../ledger/sheet/columns';
import { contentOf, fittingPieces, isPiece, joinPieces, keptIn } from '../../ledger/sheet/kept-content';
import { appendOutOfSight } from '../../workbook/append-rows';
import type { Book } from '../../workbook/open-book';
import { openTab } from '../../workbook/tabs';

/** A mail that is about to go out. */
export interface TextToKeep {
  readonly keys: readonly string[];
  readonly digest: string;
  readonly letter: Letter;
}

/**
 * Keeps what mails say in a tab of its own, out of sight, before they go out; one block is written for all of them.
 *
 * Nobody reads it but who asks for a mail, so a daily run never pays for what was written in all the years before,
 * nor for its headers: texts are found by what stands in their cells, wherever somebody has moved them.
 */
export function keepTexts({ workbook }: Book, texts: readonly TextToKeep[]): void {
  const rows = texts.map(({ keys, digest, letter }) => {
    // A mail longer than four cells hold is still known by its digest.
    const pieces = fittingPieces(contentOf(letter)) ?? [];
    const values = [digest, keys.join('; '), ...contentHeaders.map((_, piece) => pieces[piece] ?? '')];
    return values.map((value, at) => ({ column: at + 1, value }));
  });
  appendOutOfSight(workbook, 'Notice texts', rows);
}

/** A mail as it was sent, by its digest, or the newest of its notice where Notices knows none; nothing where it was not kept. */
export function findText({ workbook }: Book, key: string, digest: string | undefined): Letter | undefined {
  const rows = openTab(workbook, 'Notice texts')?.rows ?? [];
  const found = [...rows].reverse().find(cells => {
    const texts = cells.map(String);
    return (
      texts.some(text => text.split('; ').includes(key)) && (digest === undefined || texts.includes(digest))
    );
  });
  const content = found && joinPieces(found.filter(isPiece));
  return content ? keptIn<Letter>(content, 'language') : undefined;
}
