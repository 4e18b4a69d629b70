import type { HourRow } from '../../ledger/importing/hour-row';
import { markOfSource } from '../../ledger/importing/source';
import type { NewRow } from '../../ledger/reading/with-rows';
import { type Cell, cellText } from '../../ledger/sheet/cell';
import { foldHeader } from '../../ledger/sheet/headers';
import { tabs as tabSpecs } from '../../ledger/sheet/tabs';
import { digestOf } from '../../ledger/units/digest';
import { groupsOf } from '../../ledger/units/groups';
import { appendRows } from '../../workbook/append-rows';
import type { Book } from '../../workbook/open-book';
import { placeTab } from '../../workbook/place-tab';
import { type ReadTab, readTab } from '../../workbook/tabs';
import { rowCells } from '../../workbook/write-rows';

/** Finds a cell of a tab by its header and its row, as the sheet counts it. */
export function cellFinder({ cells }: ReadTab): (header: string, row: number) => Cell {
  return (header, row) => cells.columns.get(foldHeader(header))?.[row - 2] ?? '';
}

/** A row of work whose mark an import knows. */
export interface MarkedRow {
  readonly read: ReadTab;
  readonly row: number;
}

/** The rows of Time and of its archive that imports have written, by their marks. */
export function markedRows({ workbook, toCell }: Book, time: ReadTab): ReadonlyMap<string, MarkedRow> {
  const archive = readTab(workbook, 'Time archive', toCell, false);
  return new Map(
    [time, ...(archive ? [archive] : [])].flatMap(read =>
      (read.cells.columns.get('source') ?? []).flatMap((source, index) => {
        const mark = markOfSource(cellText(source));
        return mark === undefined ? [] : [[mark, { read, row: index + 2 }] as const];
      }),
    ),
  );
}

/** What may be changed by hand in a row; its client is not among it, for renaming changes that. */
const watched = tabSpecs.Time.map(({ header }) => header).filter(header => header !== 'Client');

/** A digest of what a row says, which is the same however Sheets hands its days and times over. */
export function rowDigest(cell: (header: string) => Cell | undefined): string {
  const plain = (value: Cell = '') =>
    typeof value === 'number' ? Math.round(value * 86_400) : cellText(value).replace(/^'/, '');
  return digestOf(JSON.stringify(watched.map(header => plain(cell(header))))).slice(0, 8);
}

/** The tab in which imports note their rows; a renaming finds their clients there. */
export function importTab({ workbook, toCell }: Book): ReadTab | undefined {
  return readTab(workbook, 'Import rows', toCell, false);
}

/** Notes which rows an import is about to write, before it does: what it has not written is not found later. */
export function noteImport(
  book: Book,
  file: string,
  rows: readonly HourRow[],
  made: readonly NewRow[],
): void {
  if (!importTab(book)) placeTab(book.workbook, 'Import rows').tab.hide();
  const marks = rows.map(
    (row, at) => [row[2], `${markOfSource(row[0])} ${rowDigest(header => made[at]?.[header])}`] as const,
  );
  const lines = [...groupsOf(marks, ([client]) => client)].map(([Client, own]) => ({
    At: book.now(),
    File: file,
    Client,
    Rows: `|${own.map(([, mark]) => mark).join(',')}`,
  }));
  const tab = importTab(book);
  if (tab) appendRows(tab, rowCells(tab, lines));
}
