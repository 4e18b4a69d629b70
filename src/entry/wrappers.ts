/** What stands around the work of an entry point, each said once: the lock, the tabs it needs, plain words. */

import { whileLocked } from '../google/lock';
import { explainRefusal } from '../google/refusals';
import { createCache } from '../google/stores';
import { readWorkbookWords } from '../google/workbook-words';
import type { TabName } from '../ledger/model/tab-names';
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

/** Workbooks of an earlier version get the tabs first. */
const withTabs =
  (run: Wrapper, names: readonly TabName[]): Wrapper =>
  work =>
    run(here => {
      const { workbook } = here.book;
      const isThere = names.every(name => workbook.tab(name));
      if (!isThere) setUpWorkbook(workbook, readWorkbookWords(HtmlService));
      return work(here);
    });

const careTabs = ['Care plan', 'Small things', 'Care log'] as const;
export const withBooks = withTabs(locked, ['Journal', 'Closed months']);
export const withCare = withTabs(locked, careTabs);
export const changingCareTabs = withTabs(changingCare, careTabs);

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
