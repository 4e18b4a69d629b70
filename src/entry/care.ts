/** Care: plans, what was done, and who needs the firm. */

import type { CarePlanForm, TypedCarePlan } from '../ledger/care/start-care-plan';
import type { TypedCare } from '../ledger/care/typed-care';
import {
  type CareAnswer,
  type CareForm,
  fixSmallThing as fix,
  openCareForm,
  recordCare,
} from '../workflows/care/care-desk';
import { listNeeds, type NeedsList } from '../workflows/care/care-needs';
import { addCareTasks as add, type CarePlanAnswer, openCarePlanForm } from '../workflows/care/care-start';
import { ask, showBeside } from './pages';
import { clientHere } from './services';
import { changingCareTabs, locked, withCare } from './wrappers';

export function startCarePlan(): void {
  ask(HtmlService.createHtmlOutputFromFile('start-care-plan'), 'Start a care plan');
}

/** Called by *Start a care plan* when it opens. */
export function carePlanForm(): CarePlanForm {
  return withCare(({ book }) => openCarePlanForm(book, clientHere()));
}

/** Called by *Start a care plan*: the tasks as ticked, which are checked again here. */
export function addCareTasks(typed: TypedCarePlan, attempt: string): CarePlanAnswer {
  return changingCareTabs(({ book }) => add(book, typed, attempt));
}

/** In a sidebar, beside the rows that it writes. */
export function showCare(): void {
  const page = HtmlService.createHtmlOutputFromFile('care').setTitle('Care');
  showBeside(page);
}

/** Called by *Care*; without a client it is the one of the selected row. */
export function careForm(client?: string): CareForm {
  return withCare(({ book }) => openCareForm(book, typeof client === 'string' ? client : clientHere()));
}

/** Called by *Care*: a task that was done, as typed. */
export function writeCareDone(typed: TypedCare, attempt: string): CareAnswer {
  return changingCareTabs(({ book }) => recordCare(book, typed, attempt));
}

/** Called by *Care*: a small thing that was fixed; `what` is what the page has shown in that row. */
export function fixSmallThing(row: number, what: string): string {
  return changingCareTabs(({ book }) => fix(book, row, what));
}

export function showWhoNeedsUs(): void {
  const page = HtmlService.createHtmlOutputFromFile('who-needs-us').setTitle('Who needs us');
  showBeside(page);
}

/** Called by *Who needs us*. */
export function listWhoNeedsUs(): NeedsList {
  return locked(({ book }) => listNeeds(book));
}
