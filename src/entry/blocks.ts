/** Selling blocks and putting rows of them right. */

import { areasByTab } from '../google/formula-areas';
import type { ChangeAnswer, ChangeForm } from '../ledger/changes/change-form';
import type { ChangeKind, TypedChange } from '../ledger/changes/typed-change';
import type { HourRow } from '../ledger/importing/hour-row';
import type { GivenTable } from '../ledger/importing/plan-import';
import type { RenameAnswer, RenameForm, TypedRename } from '../ledger/renaming/rename-form';
import { type ExpiredHours, expiredHours } from '../ledger/reports/expired-hours';
import type { SaleAnswer, SaleForm } from '../ledger/selling/sale-form';
import type { TypedSale } from '../ledger/selling/typed-sale';
import { type Desk, openBook } from '../workbook/open-book';
import { archiveClient as archive, askToArchive } from '../workflows/blocks/archive-client';
import {
  writeChange as change,
  openChangeForm,
  previewChange as preview,
} from '../workflows/blocks/change-blocks';
import {
  type ImportAnswer,
  writeImport as importFile,
  previewImport as planned,
} from '../workflows/blocks/import-file';
import {
  openRenameForm,
  type RenameDesk,
  writeRename as rename,
  previewRename as renames,
} from '../workflows/blocks/rename-client';
import { openSaleForm, sellOnce } from '../workflows/blocks/sell-block';
import { askToUndo, undoLastDialog as undo } from '../workflows/blocks/undo-last-dialog';
import {
  type HoursForm,
  keepImportNames as keep,
  openHoursForm,
  type SaidNames,
  type TabCell,
  tabRows,
  type WrittenHours,
  writeHours as writeWork,
} from '../workflows/importing/bring-hours';
import {
  listImports as doneImports,
  type ImportedRow,
  undoImport as takeImportBack,
} from '../workflows/importing/import-rows';
import { type HoursPreview, previewHours as lookAtHours } from '../workflows/importing/preview-hours';
import { ask, show } from './pages';
import { clientHere, selection } from './services';
import { askFirst, changingCare, locked } from './wrappers';

export function sellBlock(): void {
  ask(HtmlService.createHtmlOutputFromFile('sell-block'), 'Sell a block');
}

/** Called by *Sell a block* when it opens. */
export function sellBlockForm(): SaleForm {
  return locked(({ book }) => openSaleForm(book, selection()));
}

/** Called by *Sell a block*: the sale as typed, which is checked again here, and the key of the notice that it answers. */
export function writeSoldBlock(typed: TypedSale, attempt: string, answers?: string): SaleAnswer {
  return locked(({ book }) => sellOnce(book, typed, attempt, answers));
}

export function correctHours(): void {
  ask(HtmlService.createHtmlOutputFromFile('correct'), 'Correct');
}

export function refundHours(): void {
  ask(HtmlService.createHtmlOutputFromFile('refund'), 'Refund');
}

export function transferHours(): void {
  ask(HtmlService.createHtmlOutputFromFile('transfer'), 'Transfer');
}

export function settleOverage(): void {
  ask(HtmlService.createHtmlOutputFromFile('settle-overage'), 'Settle hours beyond the blocks');
}

/** Called by *Correct*, *Refund*, *Transfer* and *Settle hours beyond the blocks* when they open. */
export function changeForm(): ChangeForm {
  return locked(({ book }) => openChangeForm(book, selection()));
}

/** Called by the same while somebody types: what the change would do. */
export function previewChange(kind: ChangeKind, typed: TypedChange): ChangeAnswer {
  return locked(({ book }) => preview(book, kind, typed));
}

/** Called by the same: the change as typed, with the effect that the page has shown. */
export function writeChange(
  kind: ChangeKind,
  typed: TypedChange,
  seen: string,
  attempt: string,
): ChangeAnswer {
  return locked(({ book }) => change(book, [kind, typed, seen, attempt]));
}

export function showExpiredHours(): void {
  show(HtmlService.createHtmlOutputFromFile('expired-hours'), 'Expired hours');
}

/** Called by *Expired hours*. */
export function listExpiredHours(): ExpiredHours {
  return locked(({ book }) => expiredHours(openBook(book).ledger));
}

export function importClients(): void {
  ask(HtmlService.createHtmlOutputFromFile('import-file'), 'Import', [680, 560]);
}

/** Called by *Import*: what a file would add. */
export function previewImport(table: GivenTable, fields: readonly string[] | null): ImportAnswer {
  return locked(({ book }) => planned(book, table, fields));
}

/** Called by *Import*: the same file, with how much of it the page has shown. */
export function writeImport(
  table: GivenTable,
  fields: readonly string[],
  seen: string,
  attempt: string,
): ImportAnswer {
  return locked(({ book }) => importFile(book, [table, fields, seen, attempt]));
}

/** Menu: asks, then unticks Active of the client whose row is selected. */
export function archiveClient(): void {
  const asked = () => locked(({ book }) => askToArchive(book, selection()));
  askFirst('Archive a client', asked, ({ client }) => void locked(({ book }) => archive(book, client)));
}

export function renameClient(): void {
  ask(HtmlService.createHtmlOutputFromFile('rename-client'), 'Rename client');
}

/** Called by *Rename client* when it opens. */
export function renameForm(): RenameForm {
  return locked(({ book }) => openRenameForm(book, clientHere()));
}

/** Called by *Rename client* while somebody types: how many rows would change where. */
export function previewRename(typed: TypedRename): RenameAnswer {
  return locked(desk => renames(withFormulas(desk), typed));
}

/** Called by *Rename client*: the names as typed, with what the page has shown. */
export function writeRename(typed: TypedRename, seen: string, attempt: string): RenameAnswer {
  return changingCare(desk => rename(withFormulas(desk), [typed, seen, attempt]));
}

function withFormulas(desk: Desk): RenameDesk {
  return { ...desk, formulas: () => areasByTab(SpreadsheetApp.getActive()) };
}

/** Menu: says what it will take back, asks, and takes it back. */
export function undoLastDialog(): void {
  const undone = () => changingCare(({ book }) => undo(book)) ?? 'It was taken back.';
  askFirst('Undo the last dialog', () => locked(({ book }) => askToUndo(book)), undone);
}

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
  return locked(({ book }) => lookAtHours(book, rows, ticked));
}

/** Called by *Import hours* before the first row: what was said of names. */
export function keepImportNames(said: SaidNames): void {
  locked(({ book }) => keep(book, said));
}

/** Called by *Import hours* for some rows after the other: each is written once, however often it is sent. */
export function writeHours(rows: readonly HourRow[], file: string): WrittenHours {
  return locked(({ book }) => writeWork(book, rows, file));
}

export function showUndoImport(): void {
  show(HtmlService.createHtmlOutputFromFile('done-imports'), 'Undo an import of hours');
}

/** Called by *Undo an import*. */
export function listImports(): readonly ImportedRow[] {
  return locked(({ book }) => doneImports(book));
}

/** Called by *Undo an import*: the import, with how many of its rows the page has shown. */
export function undoImport(of: string, seen: string): ReturnType<typeof takeImportBack> {
  return locked(({ book }) => takeImportBack(book, of, seen));
}
