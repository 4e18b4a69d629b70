/** What every entry point takes from Google; nothing is asked of it before it is needed. */

import { createHash, createSheetClock } from '../google/cells';
import { allAreas } from '../google/formula-areas';
import { whileLocked } from '../google/lock';
import { createCache, createPropertyStore } from '../google/stores';
import { createWorkbook } from '../google/workbook';
import { refreshLedger } from '../workbook/formulas';
import { openBook } from '../workbook/open-book';
import { healMove, resealWhereUseless } from '../workflows/archive/heal-archive';
import { lookAfterCare } from '../workflows/care/care-look';
import { renewCareMark } from '../workflows/care/care-mark';
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

export function locked<Result>(work: () => Result): Result {
  return whileLocked(LockService.getDocumentLock(), () => SpreadsheetApp.flush(), work);
}

/** Another text each time. */
export function newMark(): string {
  return `${Date.now()} ${Math.random()}`;
}

/** What may write care: afterwards cards look anew, also where it has failed half way. */
export function changingCare<Result>(work: () => Result): Result {
  try {
    return locked(work);
  } finally {
    renewCareMark(createCache(CacheService), newMark);
  }
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
