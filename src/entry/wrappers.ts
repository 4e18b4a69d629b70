/** What stands around the work of an entry point, each said once: the lock, the tabs it needs, plain words. */

import { whileLocked } from '../google/lock';
import { explainRefusal } from '../google/refusals';
import { createCache } from '../google/stores';
import { readWorkbookWords } from '../google/workbook-words';
import type { TabName } from '../ledger/model/tab-names';
import { type LaterTabs, laterTabs } from '../ledger/sheet/tab-groups';
import type { Workbook } from '../workbook/workbook';
import { renewCareMark } from '../workflows/care/care-mark';
import { setUpWorkbook } from '../workflows/set-up/set-up-workbook';
import { confirms, sayWhereOverdue, tell } from './pages';
import { desk, newMark } from './services';

/** Runs work with the workbook as this run sees it. */
export type Wrapper = <Result>(work: (here: ReturnType<typeof desk>) => Result) => Result;

/** While no other run of the add-on is at work in this workbook. */
export const locked: Wrapper = work =>
  whileLocked(
    LockService.getDocumentLock(),
    () => SpreadsheetApp.flush(),
    () => work(desk()),
  );

/** What may write care: afterwards cards look anew, also where it has failed half way. */
export const changingCare: Wrapper = work => {
  try {
    return locked(work);
  } finally {
    renewCareMark(createCache(CacheService), newMark);
  }
};

/** What needs tabs that set up does not make: the first time they are made, and the stamp's formula is written anew. */
const withTabs =
  (run: Wrapper, group: LaterTabs): Wrapper =>
  work =>
    run(here => {
      makeTabs(here.book.workbook, group);
      return work(here);
    });

function makeTabs(workbook: Workbook, group: LaterTabs): void {
  const isThere = () => laterTabs[group].every((name: TabName) => workbook.tab(name));
  if (isThere()) return;
  const lines = setUpWorkbook(workbook, readWorkbookWords(HtmlService), [group]);
  // It asks before it makes a second tab beside one that was renamed.
  if (!isThere()) throw new Error(lines.join('\n'));
}

export const withAgreements = withTabs(locked, 'agreements');
export const withArchive = withTabs(locked, 'archive');
export const withBooks = withTabs(locked, 'books');
export const withCare = withTabs(locked, 'care');
export const withPapers = withTabs(locked, 'papers');
export const withPayments = withTabs(locked, 'payments');
export const withTemplates = withTabs(locked, 'templates');
export const changingCareTabs = withTabs(changingCare, 'care');

/** A refusal by Google (a trigger too many, a right not given) is told in words, not as a red bar. */
export function inPlainWords(title: string, work: (title: string) => void): void {
  sayWhereOverdue();
  try {
    work(title);
  } catch (error) {
    console.error(error);
    tell(title, explainRefusal(error as Error));
  }
}

/** What a menu item would do, as it is asked before, or why it cannot be done. */
type Asked<Question> = (Question & { readonly question: string }) | { readonly refusal: string };

/** Asks, does it where a person agrees, and says what came of it; gives what was said. */
export function askFirst<Question>(
  title: string,
  ask: () => Asked<Question>,
  act: (asked: Question) => string | undefined,
): string {
  let told = '';
  inPlainWords(title, () => {
    const asked = ask();
    if ('refusal' in asked) told = String(asked.refusal);
    else if (confirms(title, asked.question)) told = act(asked) ?? '';
    if (told) tell(title, told);
  });
  return told;
}
