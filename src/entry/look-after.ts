/** What looks after the workbook by the hour and at Refresh; functions in cells need none of it. */

import { allAreas } from '../google/formula-areas';
import type { Issue } from '../ledger/model/issue';
import { archiveChanged } from '../ledger/reports/archive-issues';
import { refreshLedger } from '../workbook/formulas';
import { createSteps } from '../workbook/housekeeping';
import { resealWhereUseless } from '../workflows/archive/heal-archive';
import { lookAfterCare } from '../workflows/care/care-look';
import { type FailedCells, renewAnswers, renewStamp, type Tries } from '../workflows/cells/renew-formulas';
import { readForm } from '../workflows/importing/read-form';
import { completeFormulas } from '../workflows/typing/complete-formulas';
import { tickNewRows } from '../workflows/typing/tick-new-rows';
import { here, openWhole } from './services';

export interface LookedAfter {
  /** What could not be done. */
  readonly issues: readonly Issue[];
  readonly failed: FailedCells;
}

/** What an edit by hand does at once, done for edits from phones and other scripts too. */
export function lookAfterWorkbook(opened = openWhole(), tries: Tries = 'overview'): LookedAfter {
  const [book, issues]: [ReturnType<typeof here>, Issue[]] = [here(), [...opened.ledger.issues]];
  const step = createSteps(issues);
  const told: Issue[] = [];
  let failed: FailedCells = { renewed: [], left: [] };
  step('Time', 'The archive', () => resealWhereUseless(book, opened));
  // While something is gone the formula names its column still, by which functions know of it.
  if (opened.ledger.missing.length + opened.ledger.fatal.length === 0)
    step('Balances', 'The formula of the overview', () => {
      const stamp = refreshLedger(book.workbook, opened.tabs) ? undefined : renewStamp(book, opened);
      if (stamp) failed = { renewed: [stamp], left: [] };
    });
  step('Time', 'Reading the form', () => {
    told.push(...readForm(book, opened.ledger.settings));
  });
  step('Clients', 'Boxes of new rows', () => tickNewRows(opened.tabs));
  step('Care plan', 'The care plan', () => lookAfterCare(book));
  step('Balances', 'Formulas of ours', () => {
    const all = allAreas(SpreadsheetApp.getActive());
    completeFormulas(all, book, true);
    // With the stamp every cell changes by itself, and where nothing can be counted each says so itself.
    const isStuck = opened.ledger.fatal.length > 0;
    if (failed.renewed.length === 0) failed = renewAnswers(all, book, isStuck ? 'none' : tries);
  });
  const undone = issues.filter(({ message }) => message.includes(' could not be done: '));
  return { issues: [...undone, ...told, ...archiveChanged(opened.ledger)], failed };
}
