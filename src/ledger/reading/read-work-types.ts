import type { WorkType } from '../time-entry';
import { type Decimal, decimal } from '../units/decimal';
import type { IssueList } from './issue';
import { foldName } from './names';
import { readDecimalWhere } from './read-settings';
import { type Parse, readRows, type TabCells } from './tab-cells';
import { readText, readYesNo } from './values';

/** What holds for an entry without a work type. */
export const ordinaryWork: WorkType = { name: '', multiplier: decimal(1), billable: true };

const readMultiplier: Parse<Decimal> = (header, cell) =>
  readDecimalWhere(header, cell, n => n >= 0 && n <= 100, 'Type a number such as 1.5, from 0 to 100.');

/** Work types by folded name; one whose row cannot be read is `undefined`, so that its entries are not counted wrong. */
export function readWorkTypes(cells: TabCells, issues: IssueList): Map<string, WorkType | undefined> {
  const types = new Map<string, WorkType | undefined>();
  readRows(cells, row => {
    const name = row.take('Work type', readText) ?? '';
    const key = foldName(name);
    const multiplier = row.take('Multiplier', readMultiplier) ?? decimal(1);
    const billable = row.take('Billable', readYesNo) ?? true;
    if (key === '' && !row.broken()) row.fail('Work type is blank. Type its name, or clear the row.');
    if (types.has(key))
      row.note(`"${name.slice(0, 40)}" stands further up already, and that row counts. Delete one.`);
    else if (key !== '') types.set(key, row.broken() ? undefined : { name, multiplier, billable });
    const { notes, failures } = row.problems();
    issues.all.push(...notes, ...failures);
  });
  return types;
}
