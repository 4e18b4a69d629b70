/** Selling blocks and putting rows of them right. */

import { areasByTab } from '../google/formula-areas';
import { createCache } from '../google/stores';
import { selectedPlace } from '../google/workbook';
import type { ChangeAnswer, ChangeForm } from '../ledger/changes/change-form';
import type { RenameAnswer, RenameForm } from '../ledger/renaming/rename-form';
import { type ExpiredHours, expiredHours } from '../ledger/reports/expired-hours';
import type { SaleAnswer, SaleForm } from '../ledger/selling/sale-form';
import { openBook } from '../workbook/open-book';
import { selectedClient } from '../workbook/selected-client';
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
  writeRename as rename,
  previewRename as renames,
} from '../workflows/blocks/rename-client';
import { openSaleForm, sellOnce } from '../workflows/blocks/sell-block';
import { askToUndo, undoLastDialog as undo } from '../workflows/blocks/undo-last-dialog';
import { ask, confirms, inPlainWords, show, tell } from './pages';
import { changingCare, desk, here, locked } from './services';

export function sellBlock(): void {
  ask(HtmlService.createHtmlOutputFromFile('sell-block'), 'Sell a block');
}

/** Called by *Sell a block* when it opens. */
export function sellBlockForm(): SaleForm {
  const place = selectedPlace(SpreadsheetApp.getActive());
  return locked(() => openSaleForm(here(), place));
}

/** Called by *Sell a block*: the sale as typed, which is checked again here. */
export function writeSoldBlock(typed: unknown, attempt?: unknown): SaleAnswer {
  return locked(() => sellOnce(here(), createCache(CacheService), typed, attempt));
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
  ask(HtmlService.createHtmlOutputFromFile('settle-overage'), 'Settle the overage');
}

/** Called by *Correct*, *Refund*, *Transfer* and *Settle the overage* when they open. */
export function changeForm(): ChangeForm {
  const place = selectedPlace(SpreadsheetApp.getActive());
  return locked(() => openChangeForm(here(), place));
}

/** Called by the same while somebody types: what the change would do. */
export function previewChange(kind: unknown, typed: unknown): ChangeAnswer {
  return locked(() => preview(here(), kind, typed));
}

/** Called by the same: the change as typed, with the effect that the page has shown. */
export function writeChange(kind: unknown, typed: unknown, seen: unknown, attempt?: unknown): ChangeAnswer {
  return locked(() => change(here(), createCache(CacheService), [kind, typed, seen, attempt]));
}

export function showExpiredHours(): void {
  show(HtmlService.createHtmlOutputFromFile('expired-hours'), 'Expired hours');
}

/** Called by *Expired hours*. */
export function listExpiredHours(): ExpiredHours {
  return locked(() => expiredHours(openBook(here()).ledger));
}

export function importClients(): void {
  const page = HtmlService.createHtmlOutputFromFile('import-file').setWidth(680).setHeight(560);
  SpreadsheetApp.getUi().showModalDialog(page, 'Import');
}

/** Called by *Import*: what a file would add. */
export function previewImport(text: unknown, fields?: unknown): ImportAnswer {
  return locked(() => planned(here(), text, fields));
}

/** Called by *Import*: the same file, with how much of it the page has shown. */
export function writeImport(text: unknown, fields: unknown, seen: unknown, attempt?: unknown): ImportAnswer {
  return locked(() => importFile(here(), createCache(CacheService), [text, fields, seen, attempt]));
}

/** Menu: asks, then unticks Active of the client whose row is selected. */
export function archiveClient(): void {
  inPlainWords('Archive a client', title => {
    const place = selectedPlace(SpreadsheetApp.getActive());
    const asked = locked(() => askToArchive(here(), place));
    if ('refusal' in asked) tell(title, asked.refusal);
    else if (confirms(title, asked.question)) locked(() => archive(here(), asked.client));
  });
}

export function renameClient(): void {
  ask(HtmlService.createHtmlOutputFromFile('rename-client'), 'Rename client');
}

/** Called by *Rename client* when it opens. */
export function renameForm(): RenameForm {
  const place = selectedPlace(SpreadsheetApp.getActive());
  return locked(() => openRenameForm(here(), selectedClient(here().workbook, place)));
}

/** Called by *Rename client* while somebody types: how many rows would change where. */
export function previewRename(typed: unknown): RenameAnswer {
  return locked(() => renames(renameDesk(), typed));
}

/** Called by *Rename client*: the names as typed, with what the page has shown. */
export function writeRename(typed: unknown, seen: unknown, attempt?: unknown): RenameAnswer {
  return changingCare(() => rename(renameDesk(), createCache(CacheService), [typed, seen, attempt]));
}

function renameDesk() {
  return { ...desk(), formulas: () => areasByTab(SpreadsheetApp.getActive()) };
}

/** Menu: says what it will take back, asks, and takes it back. */
export function undoLastDialog(): void {
  inPlainWords('Undo the last dialog', title => {
    const asked = locked(() => askToUndo(here()));
    if ('refusal' in asked) tell(title, asked.refusal);
    else if (confirms(title, asked.question))
      tell(title, changingCare(() => undo(here())) ?? 'It was taken back.');
  });
}
