import type { SealedArchive } from '../../ledger/archive/seal-archive';
import type { KeptClient, Seal } from '../../ledger/model/archive';
import { readArchiveState, stateRows } from '../../ledger/reading/seal';
import { tabs } from '../../ledger/sheet/tabs';
import { expectedRow } from '../../workbook/append-rows';
import type { Book } from '../../workbook/open-book';
import { type ReadTab, readTab } from '../../workbook/tabs';
import { emptyRows, removeBlankRows } from '../../workbook/take-out-rows';
import { type CellWrite, writeCells } from '../../workbook/write-cells';

/** A tab of the archive with all its columns; they are made before anything is moved. */
export function archiveTab({ workbook, toCell }: Book, name: 'Time archive' | 'Archive state'): ReadTab {
  const tab = readTab(workbook, name, toCell, false);
  const missing = tab && tabs[name].find(({ header }) => tab.column(header) === 0);
  if (tab && !missing) return tab;
  throw new Error(
    `${missing ? `${name} has no column "${missing.header}"` : `The tab "${name}" is missing`}. Run More > Set up > Set up workbook.`,
  );
}

export function readSeal(book: Book): Seal | undefined {
  const tab = readTab(book.workbook, 'Archive state', book.toCell, false);
  return tab ? readArchiveState(tab.cells).seal : undefined;
}

/** Writes what is kept in place of what stood there, and makes sure that it stands. */
export function writeState(book: Book, seal: Seal, kept: readonly KeptClient[]): void {
  const state = archiveTab(book, 'Archive state');
  const { tab, headerRow, column } = state;
  const lines = stateRows(seal, kept);
  const last = Math.max(lines.length + headerRow, expectedRow(state) - 1);
  tab.grow(last, 1);
  const cells: CellWrite[] = [];
  for (let row = headerRow + 1; row <= last; row++) {
    const line = lines[row - headerRow - 1];
    const values = line && { Client: line.client, Part: line.part, State: line.state, Digest: line.digest };
    for (const { header, format } of tabs['Archive state'])
      cells.push({
        row,
        column: column(header),
        value: values?.[header as keyof typeof values] ?? '',
        format: format || 'General',
      });
  }
  writeCells(tab, cells);
  book.workbook.flush();
}

/** Takes moved rows out of the tab that they come from: first what they say, then what is kept, then the blank rows. */
export function letGo(
  book: Book,
  read: ReadTab,
  rows: readonly number[],
  { seal, kept }: SealedArchive,
): void {
  const spans = emptyRows(read, rows);
  book.workbook.flush();
  writeState(book, seal, kept);
  removeBlankRows(read, spans);
}
