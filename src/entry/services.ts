/** What every entry point takes from Google; nothing is asked of it before it is needed. */

import { createHash, createSheetClock } from '../google/cells';
import { allAreas } from '../google/formula-areas';
import { createCache, createPropertyStore } from '../google/stores';
import { createWorkbook, selectedPlace } from '../google/workbook';
import { refreshLedger } from '../workbook/formulas';
import { openBook } from '../workbook/open-book';
import { type Place, selectedClient } from '../workbook/selected-client';
import { healMove, resealWhereUseless } from '../workflows/archive/heal-archive';
import { lookAfterCare } from '../workflows/care/care-look';
import { completeFormulas } from '../workflows/typing/complete-formulas';
import { tickNewRows } from '../workflows/typing/tick-new-rows';

/** Asks Google for nothing yet: a cached answer needs neither the spreadsheet nor its zone. */
export function here() {
  const clock = createSheetClock(Utilities, () => SpreadsheetApp.getActive().getSpreadsheetTimeZone());
  const [workbook, store] = [createWorkbook(SpreadsheetApp), createPropertyStore(PropertiesService)];
  return { ...clock, workbook, store, now: () => clock.momentOf(Date.now()) };
}

export function cellServices() {
  return { cache: createCache(CacheService), hash: createHash(Utilities) };
}

/** The cell in which the person stands. */
export function selection(): Place {
  return selectedPlace(SpreadsheetApp.getActive());
}

/** The client of its row; blank where there is none. */
export function clientHere(): string {
  return selectedClient(here().workbook, selection());
}

/** Another text each time. */
export function newMark(): string {
  return `${Date.now()} ${Math.random()}`;
}

export function desk() {
  return { book: here(), hash: createHash(Utilities) };
}

/** What an edit by hand does at once, done for edits from phones and other scripts too. */
export function lookAfterWorkbook() {
  const book = here();
  healMove(book);
  const opened = openBook(book, undefined, undefined, {});
  resealWhereUseless(book, opened);
  refreshLedger(book.workbook, opened.tabs);
  tickNewRows(opened.tabs);
  lookAfterCare(book);
  completeFormulas(allAreas(SpreadsheetApp.getActive()), book, true);
  return opened;
}
