/** What every entry point takes from Google; nothing is asked of it before it is needed. */

import { createHash, createSheetClock } from '../google/cells';
import { createOutbox } from '../google/mail';
import { createPrinter } from '../google/pdf';
import { createCache, createOwnStore, createPropertyStore } from '../google/stores';
import { createWorkbook, selectedPlace } from '../google/workbook';
import { createCellWorkbook } from '../google/workbook-reader';
import { once } from '../workbook/once';
import { type Desk, type OpenBook, openBook } from '../workbook/open-book';
import { ownNameOf, withRememberedTabs } from '../workbook/remembered-tabs';
import { type Place, selectedClient } from '../workbook/selected-client';
import type { MailDoor } from '../workbook/send-once';
import type { Workbook } from '../workbook/workbook';
import { hasLostRows, healMove } from '../workflows/archive/heal-archive';
import { openWithPeriods } from '../workflows/blocks/write-periods';
import type { Post } from '../workflows/papers/give-paper';

/** Asks Google for nothing yet: a cached answer needs neither the spreadsheet nor its zone. */
export function here() {
  return bookOf(createWorkbook(SpreadsheetApp));
}

/** The same for functions in cells, which may not write. */
export function hereInCells() {
  return bookOf(createCellWorkbook(SpreadsheetApp));
}

function bookOf(workbook: Workbook) {
  const clock = createSheetClock(Utilities, () => SpreadsheetApp.getActive().getSpreadsheetTimeZone());
  const store = createPropertyStore(PropertiesService);
  const found = withRememberedTabs(workbook, store);
  return { ...clock, workbook: found, store, now: () => clock.momentOf(Date.now()) };
}

/** By what mails leave; nothing but the guard of `send-once.ts` can send them. */
export function mailDoor(): MailDoor {
  return { store: here().store, outbox: createOutbox(MailApp) };
}

/** Work that mails what a page asks for: a try that is sent again is told again, and mails nothing twice. */
export function mailingOnce<Answer>(what: string, attempt: unknown, work: (post: Post) => Answer): Answer {
  // Whoever names no try, such as a command line, means another one each time.
  const own = String(attempt || newMark());
  const post = () => ({ printer: createPrinter(Utilities), door: mailDoor(), attempt: own });
  return once(createCache(CacheService), what, own, () => work(post()));
}

/** What the person who is at work here keeps for this workbook. */
export function ownStore() {
  return createOwnStore(PropertiesService, () => SpreadsheetApp.getActive().getId());
}

export function cellServices() {
  return { cache: createCache(CacheService) };
}

/** The cell in which the person stands. */
export function selection(): Place {
  const place = selectedPlace(SpreadsheetApp.getActive());
  return { ...place, tab: ownNameOf(here().workbook, place.tab) };
}

/** The client of its row; blank where there is none. */
export function clientHere(): string {
  return selectedClient(here().workbook, selection());
}

/** Another text each time. */
export function newMark(): string {
  return `${Date.now()} ${Math.random()}`;
}

export function desk(): Desk {
  return { book: here(), hash: createHash(Utilities) };
}

/** The workbook as a run finds it; an archive that a run left half moved is healed before anything is counted. */
export function openWhole(): OpenBook {
  const book = here();
  healMove(book);
  const opened = openBook(book, undefined, undefined, {});
  // No edit tells of a row that was deleted; then the archive is read, though nothing asks for it.
  const isLost = hasLostRows(book, opened);
  return openWithPeriods(book, isLost ? openBook(book) : opened, isLost ? 'all work' : {});
}
