/** *Bring in your workbook*: a tracker of one's own, as part of *Get started*. */

import {
  type BookForm,
  type BookRows,
  type BroughtBook,
  writeBook as bring,
  previewBook as lookAt,
  openBookForm,
  listForeignTabs as tabsOf,
} from '../workflows/importing/bring-book';
import type { HoursPreview } from '../workflows/importing/preview-hours';
import { ask } from './pages';
import { locked } from './wrappers';

/** Called by *Get started*. */
export function importBook(): void {
  ask(HtmlService.createHtmlOutputFromFile('import-book'), 'Bring in your workbook', [760, 640]);
}

/** Menu, and from the other windows that take a table. */
export function importBlocks(): void {
  ask(HtmlService.createHtmlOutputFromFile('import-blocks'), 'Import sold blocks', [760, 640]);
}

/** Called by *Get started* and *Bring in your workbook*: the tabs that are none of ours. */
export function listForeignTabs(): readonly string[] {
  return locked(({ book }) => tabsOf(book));
}

/** Called by *Bring in your workbook* when it opens, and by a command line. */
export function importBookForm(): BookForm {
  const timeZone = SpreadsheetApp.getActive().getSpreadsheetTimeZone();
  return locked(({ book }) => openBookForm(book, timeZone));
}

/** Called by *Bring in your workbook*: what all of it would do. */
export function previewBook(rows: BookRows): HoursPreview {
  return locked(({ book }) => lookAt(book, rows));
}

/** Called by *Bring in your workbook*: all of it, once an attempt. */
export function writeBook(rows: BookRows, attempt: string, title?: 'Import sold blocks'): BroughtBook {
  return locked(({ book }) => bring(book, rows, attempt, title));
}
