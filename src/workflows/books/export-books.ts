import { issueText } from '../../ledger/model/issue';
import { bookName, type ExportFile, exportFiles, exportRows } from '../../warehouse/export-rows';
import { type Desk, type OpenBook, openBook } from '../../workbook/open-book';
import { stampOf } from '../../workbook/stamp';

/** A part of a file, as lines of JSON. */
export interface ExportPiece {
  readonly text: string;
  readonly rows: number;
  /** Where the next part begins; nothing after the last. */
  readonly next?: number;
  /** By which the next part is of the same workbook as this one. */
  readonly seen: string;
}

/** What *Export for BigQuery* begins with. */
export interface ExportForm {
  readonly book: string;
  readonly files: readonly ExportFile[];
}

/** A call of Google takes so much at once, and a page too. */
const rowsAPiece = 20_000;

export function openExport({ book }: Desk): ExportForm {
  const { ledger } = openBook(book);
  return { book: bookName(ledger.settings.firmName), files: exportFiles };
}

/**
 * A part of one file of the workbook's tables: the command line and the page write the same bytes.
 *
 * Rows that changed between two parts would stand twice or nowhere, so the export then begins anew.
 */
export function exportPiece(
  { book }: Desk,
  [file, from, name, seen]: readonly [unknown, unknown, unknown, unknown],
): ExportPiece {
  const wanted = exportFiles.find(each => each === file);
  if (!wanted) throw new Error(`There is no file "${String(file).slice(0, 40)}" in an export.`);
  const opened = openBook(book);
  refuseWrong(opened);
  const { digest } = stampOf(opened.ledger);
  if (seen && seen !== digest)
    throw new Error('Somebody has changed the workbook meanwhile. Export it again, all files together.');
  const cells = new Map([...opened.tabs].map(([tab, read]) => [tab, read.cells]));
  const rows = exportRows(wanted, cells, opened.ledger, bookName(String(name ?? '')));
  const start = Number(from) || 0;
  const part = rows.slice(start, start + rowsAPiece);
  const next = start + rowsAPiece;
  return {
    text: part.map(row => `${JSON.stringify(row)}\n`).join(''),
    rows: part.length,
    ...(next < rows.length && { next }),
    seen: digest,
  };
}

/** What keeps every figure from being right would be wrong there, too, and nobody would see it. */
function refuseWrong({ ledger: { fatal } }: OpenBook): void {
  const [first] = fatal;
  if (first) throw new Error(`Nothing is exported, for no figure would be right. ${issueText(first)}`);
}
