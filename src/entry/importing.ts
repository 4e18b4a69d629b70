/** Bringing in hours from trackers, and taking an import back. */

import { readWorkbookWords } from '../google/workbook-words';
import type { HourRow } from '../ledger/importing/hour-row';
import {
  type HoursForm,
  keepImportNames as keep,
  openHoursForm,
  type SaidNames,
} from '../workflows/importing/import-names';
import { type HoursPreview, previewHours as planned } from '../workflows/importing/preview-hours';
import { type TabCell, tabRows } from '../workflows/importing/tab-rows';
import {
  type ImportedRow,
  listImports as imports,
  undoImport as undo,
} from '../workflows/importing/undo-import';
import { type WrittenHours, writeHours as write } from '../workflows/importing/write-hours';
import { ask, show } from './pages';
import { selection } from './services';
import { locked } from './wrappers';

export function importHours(): void {
  ask(HtmlService.createHtmlOutputFromFile('import-hours'), 'Import hours', [760, 640]);
}

/** Called by *Import hours* when it opens, and by a command line. */
export function importHoursForm(): HoursForm {
  const timeZone = SpreadsheetApp.getActive().getSpreadsheetTimeZone();
  return locked(({ book }) => openHoursForm(book, timeZone, selection().tab));
}

/** Called by *Import hours* and *Import*: a piece of a tab that holds a table, from a row on. */
export function listTabRows(tab: string, from: number): readonly (readonly TabCell[])[] {
  return locked(({ book }) => tabRows(book, tab, from));
}

/** Called by *Import hours*: what rows would do, and which stand there already. */
export function previewHours(rows: readonly HourRow[], ticked: readonly string[]): HoursPreview {
  return locked(({ book }) => planned(book, rows, ticked));
}

/** Called by *Import hours* before the first row: what was said of names. */
export function keepImportNames(said: SaidNames): void {
  locked(({ book }) => keep(book, () => readWorkbookWords(HtmlService), said));
}

/** Called by *Import hours* for some rows after the other: each is written once, however often it is sent. */
export function writeHours(rows: readonly HourRow[], file: string): WrittenHours {
  return locked(({ book }) => write(book, rows, file));
}

export function showUndoImport(): void {
  show(HtmlService.createHtmlOutputFromFile('undo-import'), 'Undo an import');
}

/** Called by *Undo an import*. */
export function listImports(): readonly ImportedRow[] {
  return locked(({ book }) => imports(book));
}

/** Called by *Undo an import*: the import, with how many of its rows the page has shown. */
export function undoImport(of: string, seen: string): ReturnType<typeof undo> {
  return locked(({ book }) => undo(book, of, seen));
}
