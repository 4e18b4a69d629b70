/** Care: plans, what was done, and who needs the firm. */

import { createCache } from '../google/stores';
import { selectedPlace } from '../google/workbook';
import { readWorkbookWords } from '../google/workbook-words';
import type { CarePlanForm } from '../ledger/care/start-care-plan';
import { selectedClient } from '../workbook/selected-client';
import {
  type CareAnswer,
  type CareForm,
  fixSmallThing as fix,
  openCareForm,
  recordCare,
} from '../workflows/care/care-desk';
import { listNeeds, type NeedsList } from '../workflows/care/care-needs';
import { addCareTasks as add, type CarePlanAnswer, openCarePlanForm } from '../workflows/care/care-start';
import { setUpWorkbook as setUp } from '../workflows/set-up/set-up-workbook';
import { ask } from './pages';
import { changingCare, here, locked } from './services';

export function startCarePlan(): void {
  ask(HtmlService.createHtmlOutputFromFile('start-care-plan'), 'Start a care plan');
}

/** Called by *Start a care plan* when it opens. */
export function carePlanForm(): CarePlanForm {
  return withCare(locked, () => openCarePlanForm(here(), clientHere()));
}

/** Called by *Start a care plan*: the tasks as ticked, which are checked again here. */
export function addCareTasks(typed: unknown, attempt?: unknown): CarePlanAnswer {
  return withCare(changingCare, () => add(here(), createCache(CacheService), typed, attempt));
}

/** In a sidebar, beside the rows that it writes. */
export function showCare(): void {
  const page = HtmlService.createHtmlOutputFromFile('care').setTitle('Care');
  SpreadsheetApp.getUi().showSidebar(page);
}

/** Called by *Care*; without a client it is the one of the selected row. */
export function careForm(client?: unknown): CareForm {
  return withCare(locked, () => openCareForm(here(), typeof client === 'string' ? client : clientHere()));
}

/** Called by *Care*: a task that was done, as typed. */
export function writeCareDone(typed: unknown, attempt?: unknown): CareAnswer {
  return withCare(changingCare, () => recordCare(here(), createCache(CacheService), typed, attempt));
}

/** Called by *Care*: a small thing that was fixed; `what` is what the page has shown in that row. */
export function fixSmallThing(row: unknown, what: unknown): string {
  return withCare(changingCare, () => fix(here(), row, what));
}

export function showWhoNeedsUs(): void {
  const page = HtmlService.createHtmlOutputFromFile('who-needs-us').setTitle('Who needs us');
  SpreadsheetApp.getUi().showSidebar(page);
}

/** Called by *Who needs us*. */
export function listWhoNeedsUs(): NeedsList {
  return locked(() => listNeeds(here()));
}

function clientHere(): string {
  return selectedClient(here().workbook, selectedPlace(SpreadsheetApp.getActive()));
}

/** Workbooks of an earlier version get the tabs of care first. */
function withCare<Answer>(run: typeof locked, work: () => Answer): Answer {
  return run(() => {
    const { workbook } = here();
    const isThere = workbook.tab('Care plan') && workbook.tab('Small things') && workbook.tab('Care log');
    if (!isThere) setUp(workbook, readWorkbookWords(HtmlService));
    return work();
  });
}
