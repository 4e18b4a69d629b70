import { hourRowsIn, rowsACall, timeRow } from '../../ledger/importing/hour-row';
import { markOfSource } from '../../ledger/importing/source';
import { isFilled } from '../../ledger/sheet/tab-cells';
import { appendRows } from '../../workbook/append-rows';
import type { Book } from '../../workbook/open-book';
import { readTab } from '../../workbook/tabs';
import { writeIntoRows } from '../../workbook/write-into-rows';
import { rowCells } from '../../workbook/write-rows';
import { cellFinder, markedRows, noteImport } from './import-rows';

/** What came of rows that were sent: what stood there already is never overwritten. */
export interface WrittenHours {
  readonly written: number;
  readonly already: number;
}

/**
 * Writes those rows of work that do not stand there yet.
 *
 * Each is known by its mark, so that a call that died, or whose answer was lost, is sent again without harm.
 */
export function writeHours(book: Book, given: unknown, file: unknown): WrittenHours {
  const rows = hourRowsIn(given, rowsACall);
  const time = readTab(book.workbook, 'Time', book.toCell, false);
  if (!time) throw new Error('The tab "Time" is missing. Run Block Ledger > Set up workbook.');
  const standing = markedRows(book, time);
  const cell = cellFinder(time);
  // Every cell is made before the first is written: what is missing is told while nothing has happened yet.
  const clocks = ['Start', 'End'].map(time.column);
  const made = rows.map(timeRow);
  const cells = rowCells(time, made).map(row =>
    // A bare part of a day tells nobody anything.
    row.map(each =>
      clocks.includes(each.column) && each.value !== '' ? { ...each, format: 'h:mm:ss' } : each,
    ),
  );
  const stands = rows.map(([source]) => standing.get(markOfSource(source) ?? ''));
  const fresh = [...rows.keys()].filter(at => !stands[at]);
  const pick = <Each>(all: readonly Each[]) => fresh.flatMap(at => all[at] ?? []);
  if (fresh.length > 0) noteImport(book, String(file).slice(0, 200), pick(rows), pick(made));
  appendRows(
    time,
    fresh.map(at => cells[at] ?? []),
  );
  // A run that died between columns that a user's own part leaves the mark of a row alone.
  const isHalf = (row: number) => !['Date', 'Client', 'Hours'].some(header => isFilled(cell(header, row)));
  const mended = stands.flatMap((each, at) =>
    each?.read === time && isHalf(each.row)
      ? (cells[at] ?? []).map(made => ({ ...made, row: each.row }))
      : [],
  );
  writeIntoRows(time, mended, ['Source']);
  return { written: fresh.length, already: rows.length - fresh.length };
}
