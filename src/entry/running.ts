/** What a run of notices works with. */

import { createHash } from '../google/cells';
import { createPrinter } from '../google/pdf';
import { ownTriggers } from '../google/triggers';
import { readMemory } from '../workbook/memory';
import { type DailyState, dailyState } from '../workflows/notices/daily-notices';
import type { NoticeDeps } from '../workflows/notices/send-batch';
import { here, mailDoor } from './services';

/** Google ends a run after six minutes; what is left then goes on an hour later. */
const longestRun = 270_000;

/** The time is counted from the beginning of the run, whatever it did before the first mail. */
export function noticeDeps(started = Date.now()): NoticeDeps {
  return {
    book: here(),
    outbox: mailDoor().outbox,
    printer: createPrinter(Utilities),
    hash: createHash(Utilities),
    hasTime: () => Date.now() - started < longestRun,
    log: message => console.warn(message),
  };
}

/** Who sends the daily notices, as the person at the menu sees it. */
export function daily(): DailyState {
  const own = ownTriggers(ScriptApp, SpreadsheetApp.getActive());
  const book = here();
  return dailyState({ book, memory: readMemory(book.store) }, own);
}
