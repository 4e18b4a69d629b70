import type { Issue, Mend } from '../../ledger/model/issue';
import type { TabName } from '../../ledger/model/tab-names';
import { foldHeader } from '../../ledger/sheet/headers';
import { tabs as tabSpecs } from '../../ledger/sheet/tabs';
import { lastDialogIn } from '../../workbook/last-dialog';
import { type Book, openBook } from '../../workbook/open-book';
import { changedCellsIn, writeAsSeen } from '../../workbook/seen-form';
import type { ReadTab } from '../../workbook/tabs';
import type { CellWrite } from '../../workbook/write-cells';
import { undoLastDialog } from '../blocks/undo-last-dialog';

const title = 'Check workbook';

/** What the page hears of one click: what was written, or why nothing was. */
export type MendAnswer = { readonly done: string } | { readonly refusal: string };

const changed = { refusal: 'This row has changed since it was looked at, so nothing was written.' };
const filled = { refusal: 'A formula fills this cell, so nothing was written. Mend the formula.' };

/** Writes what an issue offers, where the very same is still found and offered; nothing where people have mended it. */
export function mendIssue(book: Book, [issue, label, attempt]: readonly unknown[]): MendAnswer {
  return writeAsSeen<MendAnswer>({
    ...{ book, title, attempt },
    plan: () => {
      const { ledger, tabs } = openBook(book);
      const mend = mendOf(ledger.issues, issue, label);
      // As it was read when the issue was found: a row that has moved since is found again when it is written.
      const tab = mend && tabs.get(mend.cells[0]?.tab as TabName);
      if (!mend || !tab) return { instead: changed };
      const writes = cellsIn(tab, mend);
      if (writes.some(({ column }) => column === 0)) return { instead: changed };
      if (writes.some(({ row, column }) => tab.tab.cell(row, column).formula() !== ''))
        return { instead: filled };
      const done = { done: `${mend.label}: done in ${placesOf(mend)}.` };
      const written = mend.cells.map(({ header }) => header);
      const keys = keysOf[mend.cells[0]?.tab ?? ''] ?? [];
      const steady = keys.filter(header => tab.column(header) > 0 && !written.includes(header));
      return { ...changedCellsIn(tab, steady, writes), what: done.done, done };
    },
  });
}

/** By which a row is found again, to be given back what stood there. */
const keysOf: Readonly<Record<string, readonly string[]>> = {
  Blocks: ['Block', 'Client', 'Date', 'Hours'],
  Time: ['Client', 'Date', 'Hours', 'Start', 'What was done'],
};

/**
 * What stands in a page may be as old as it likes: the issue is found anew by all that it says, and where its row has
 * moved, by the rest, if no other says the same.
 */
function mendOf(issues: readonly Issue[], given: unknown, label: unknown): Mend | undefined {
  const { tab, row, message } = Object(given) as Partial<Issue>;
  const alike = issues.filter(each => each.tab === tab && each.message === message);
  const found = alike.find(each => each.row === row) ?? (alike.length === 1 ? alike[0] : undefined);
  return found?.mends?.find(each => each.label === label);
}

function cellsIn(tab: ReadTab, { cells }: Mend): CellWrite[] {
  return cells.map(({ row, header, value }) => {
    const format = tabSpecs[tab.name].find(spec => foldHeader(spec.header) === foldHeader(header))?.format;
    return { row, column: tab.column(header), value, ...(format && { format }) };
  });
}

function placesOf({ cells }: Mend): string {
  const [first] = cells;
  const rows = cells.length > 1 ? `${cells.length} rows` : `row ${first?.row}`;
  return `${rows} of ${first?.tab}`;
}

/** Takes back what the last click has written, if nothing else was written by a dialog since. */
export function takeBackMend(book: Book): MendAnswer {
  if (lastDialogIn(book.store.read())?.title !== title)
    return { refusal: 'Something else was written since: see Blocks > Undo the last dialog.' };
  const refusal = undoLastDialog(book);
  return refusal === undefined ? { done: 'Taken back.' } : { refusal };
}
