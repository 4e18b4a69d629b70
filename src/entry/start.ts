/** *Get started*: set up, and the first steps after it. */

import { allAreas } from '../google/formula-areas';
import { addMenu } from '../google/menu';
import { readWorkbookWords } from '../google/workbook-words';
import { typedFields } from '../ledger/reading/typed-fields';
import {
  type FirmProblem,
  firmFields,
  type GetStarted,
  readFirm,
  type TypedFirm,
  type TypedFirstClient,
} from '../ledger/start/first-steps';
import { readMemory, remember } from '../workbook/memory';
import { type Book, openBook } from '../workbook/open-book';
import { describeFailed, renewAnswers } from '../workflows/cells/renew-formulas';
import {
  addClientOnce,
  type FirmAnswer,
  type FirstClientAnswer,
  lookAtStart,
  saveFirm,
} from '../workflows/set-up/get-started';
import { rememberingTabs } from '../workflows/set-up/made-tabs';
import { keepsLedger } from '../workflows/set-up/plan-set-up';
import { setUpWorkbook as setUp } from '../workflows/set-up/set-up-workbook';
import { keepStrangeTabs } from '../workflows/set-up/strange-tabs';
import { settingCells } from '../workflows/set-up/write-settings';
import { sayWhereOverdue, showBeside, tell } from './pages';
import { here } from './services';
import { goToRow } from './workbook';
import { locked } from './wrappers';

/** In a sidebar, beside the tabs that it makes and fills in; it comes back from the menu until all of it is done. */
export function showGetStarted(): void {
  const page = HtmlService.createHtmlOutputFromFile('get-started').setTitle('Get started');
  showBeside(page);
}

/** Called by *Get started* when it opens, and whenever something was done. */
export function startForm(): GetStarted {
  return locked(({ book }) => lookAtStart(book));
}

/** Called by *Get started*, which has said what will be made: sets up, with the firm as typed. */
export function startWorkbook(typed: TypedFirm): { readonly problems: readonly FirmProblem[] } {
  const firm = readFirm(typedFields(typed, firmFields));
  if ('problems' in firm) return firm;
  locked(({ book }) =>
    rememberingTabs(
      book,
      'Get started',
      () => {
        setUpAnew(book);
        if (!keepsLedger(book.workbook)) return;
        settingCells(openBook(book).tabs.get('Settings'), firm).write();
      },
      keepStrangeTabs(book.workbook),
    ),
  );
  endOnClients();
  return { problems: [] };
}

/** Called by *Get started*: the firm as typed, once an attempt. */
export function writeFirm(typed: TypedFirm, attempt: string): FirmAnswer {
  return locked(({ book }) => saveFirm(book, typed, attempt));
}

/** Called by *Get started*: the first client as typed, once an attempt. */
export function addFirstClient(typed: TypedFirstClient, attempt: string): FirstClientAnswer {
  return locked(({ book }) => addClientOnce(book, typed, attempt));
}

/** Makes the tabs, or mends them; in a new workbook *Get started* goes on from there. */
export function setUpWorkbook(): void {
  sayWhereOverdue();
  const isNew = !keepsLedger(here().workbook);
  const lines = locked(({ book }) =>
    rememberingTabs(book, 'Set up workbook', () => {
      const done = setUpAnew(book);
      openBook(book);
      SpreadsheetApp.flush();
      const failed = describeFailed(renewAnswers(allAreas(SpreadsheetApp.getActive()), book, 'none yet'));
      return [...done, ...failed];
    }),
  );
  if (lines.length > 0) endOnClients();
  const isSaid = isNew && lines.every(line => line.startsWith('Added '));
  if (isSaid) showGetStarted();
  else tell('Block Ledger', lines.join('\n') || 'Nothing was missing.');
}

/** Sets up, and notes by which version. */
function setUpAnew({ workbook, store }: Book): readonly string[] {
  const words = readWorkbookWords(HtmlService);
  const done = setUp(workbook, words);
  if (keepsLedger(workbook)) remember(store, readMemory(store), { version: words.version });
  return done;
}

/** Called by *Help*: the version that set this workbook up last; nothing where there is no ledger yet. */
export function versionSetUp(): string | null {
  const { workbook, store } = here();
  return keepsLedger(workbook) ? readMemory(store).version : null;
}

function endOnClients(): void {
  addMenu(SpreadsheetApp.getUi());
  goToRow('Clients', 1);
}
