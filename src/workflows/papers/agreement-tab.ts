import type { Agreement } from '../../ledger/agreements/agreement';
import { readDate } from '../../ledger/reading/values';
import { termsDigest } from '../../ledger/rules/agreement-terms';
import { isMoment } from '../../ledger/sheet/cell';
import { contentHeaders } from '../../ledger/sheet/columns';
import { contentOf, joinPieces, keptIn, piecesOf } from '../../ledger/sheet/kept-content';
import { tabs } from '../../ledger/sheet/tabs';
import { type CalendarDate, toSheetSerial } from '../../ledger/units/calendar-date';
import { languageName } from '../../ledger/words/languages';
import { appendRows } from '../../workbook/append-rows';
import { refreshLedger } from '../../workbook/formulas';
import type { Book } from '../../workbook/open-book';
import { placeTab } from '../../workbook/place-tab';
import type { Hash } from '../../workbook/ports';
import { type OpenTab, openTab } from '../../workbook/tabs';
import type { CellValue } from '../../workbook/workbook';
import { writeIntoRows } from '../../workbook/write-into-rows';
import { digestOf } from './kept-papers';

/** An agreement as it was made, and what has become of it. */
export interface KeptAgreement {
  readonly row: number;
  readonly digest: string;
  readonly agreement: Agreement;
  readonly made: CalendarDate;
  readonly sent: CalendarDate | undefined;
  readonly sentTo: string;
  readonly signed: CalendarDate | undefined;
}

/** What was found in `Agreements`. */
export interface FoundAgreements {
  /** In the order of the tab. */
  readonly kept: readonly KeptAgreement[];
  /** Rows whose content somebody has changed, so that they cannot be reprinted. */
  readonly damaged: readonly { readonly row: number; readonly block: string }[];
}

export function agreementDigest(agreement: Agreement, hash: Hash): string {
  return digestOf(contentOf(agreement), hash);
}

export function findAgreements({ workbook, toCell }: Book, hash: Hash): FoundAgreements {
  const open = openTab(workbook, 'Agreements');
  const kept: KeptAgreement[] = [];
  const damaged: { row: number; block: string }[] = [];
  for (const [index, cells] of (open?.rows ?? []).entries()) {
    if (!open || index === 0) continue;
    const at = (header: string) => toCell(cells[open.column(header) - 1]);
    const day = (header: string) => {
      const [cell, date] = [at(header), readDate(header, at(header))];
      return isMoment(cell) ? cell.date : typeof date === 'number' ? date : undefined;
    };
    const content = joinPieces(contentHeaders.map(at));
    // A row that somebody typed for a paper of their own holds no content.
    if (content === '') continue;
    const digest = digestOf(content, hash);
    const agreement = digest === at('Digest') ? keptIn<Agreement>(content, 'terms') : undefined;
    const [row, made] = [index + 1, day('Made')];
    if (!agreement || made === undefined) damaged.push({ row, block: String(at('Block')) });
    else
      kept.push({
        row,
        digest,
        agreement,
        made,
        sent: day('Sent'),
        sentTo: String(at('Sent to')),
        signed: day('Signed'),
      });
  }
  return { kept, damaged };
}

const tooLong = 'This agreement is too long to be kept. Shorten the texts in Clauses.';

/** Keeps an agreement in a row of its own below all others; those made before stay as they are. */
export function keepAgreement({ workbook, now }: Book, hash: Hash, agreement: Agreement): KeptAgreement {
  const pieces = piecesOf(contentOf(agreement), tooLong);
  const { column, isNew, added } = placeTab(workbook, 'Agreements');
  const open = openTab(workbook, 'Agreements') as OpenTab;
  const { date, second } = now();
  const digest = agreementDigest(agreement, hash);
  const values: Readonly<Record<string, CellValue>> = {
    Client: agreement.client,
    Block: agreement.block,
    Language: languageName(agreement.language),
    Made: toSheetSerial(date) + second / 86_400,
    Terms: termsDigest(agreement.terms),
    Digest: digest,
    ...Object.fromEntries(pieces.map((piece, index) => [contentHeaders[index], piece])),
  };
  // With formats, or a text of digits alone would become a number.
  const cells = tabs.Agreements.map(({ header, format }) => ({
    column: column(header),
    value: values[header] ?? '',
    format: format || 'General',
  }));
  const row = appendRows(open, [cells]);
  // The stamp follows what it did not know of before.
  if (isNew || added.length > 0) refreshLedger(workbook);
  return { row, digest, agreement, made: date, sent: undefined, sentTo: '', signed: undefined };
}

/** Writes what has become of an agreement into its row. */
export function noteOn(
  { workbook }: Book,
  { row, digest }: Pick<KeptAgreement, 'row' | 'digest'>,
  values: Readonly<Record<string, CellValue>>,
): void {
  placeTab(workbook, 'Agreements');
  const open = openTab(workbook, 'Agreements') as OpenTab;
  const { column } = open;
  const isIt = (cells: readonly unknown[] = []) => String(cells[column('Digest') - 1] ?? '') === digest;
  // Somebody may have moved it since it was found.
  const place = isIt(open.rows[row - 1]) ? row : open.rows.findIndex(isIt) + 1;
  const formats = new Map(tabs.Agreements.map(({ header, format }) => [header, format]));
  const writes = Object.entries(values).map(([header, value]) => ({
    row: place,
    column: column(header),
    value,
    format: formats.get(header) || 'General',
  }));
  if (place > 0) writeIntoRows(open, writes);
}
