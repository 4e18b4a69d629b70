import type { IssueList, Mend } from '../model/issue';
import { ordinaryWork, type WorkType } from '../model/time-entry';
import { nearestName } from '../plausible/near-names';
import { quoted } from '../sheet/cell';
import type { TabCells } from '../sheet/tab-cells';
import { remembering } from '../units/groups';
import { foldName } from '../units/names';
import { type RowReader, readNamedRows } from './rows';
import { readText, readYesNo, upTo } from './values';

const readMultiplier = upTo(100, 'Type a number such as 1.5, from 0 to 100.', multiplier => multiplier);

/** Work types by folded name; one whose row cannot be read is `undefined`, so that its entries are not counted wrong. */
export type WorkTypes = Map<string, WorkType | undefined>;

export function readWorkTypes(cells: TabCells, issues: IssueList): WorkTypes {
  return readNamedRows(cells, issues, 'Work type', (row, name) => {
    const multiplier = row.take('Multiplier', readMultiplier, ordinaryWork.multiplier);
    const billable = row.take('Billable', readYesNo, true);
    return row.failures.length > 0 ? undefined : { name, multiplier, billable };
  });
}

/** Finds a row's work type; one that is not in the list counts as ordinary work, and is noted. */
export function workTypeFinder(listed: WorkTypes): (row: RowReader) => WorkType | undefined {
  const types = new Map(listed).set('', ordinaryWork);
  const find = remembering((name: string) => {
    const key = foldName(name);
    if (!types.has(key)) types.set(key, { ...ordinaryWork, name });
    return { type: types.get(key), isListed: key === '' || listed.has(key) };
  });
  return row => {
    const name = row.take('Work type', readText, '');
    const { type, isListed } = find(name);
    if (!type) row.fail(`The row of ${quoted(name)} in Work types cannot be read. Mend it there.`);
    if (!isListed) noteUnlisted(row, name, listed);
    return type;
  };
}

function noteUnlisted(row: RowReader, name: string, listed: WorkTypes): void {
  const names = [...listed.values()].flatMap(type => (type ? type.name : []));
  const meant = nearestName(name, names);
  const ask = meant === undefined ? '' : ` Did you mean ${meant}?`;
  const about = meant === undefined ? {} : { mends: [workTypeMend(row, meant)] };
  row.note(
    `Work type ${quoted(name)} is not in Work types, so it counts once (×1).${ask} Choose one from the list.`,
    { header: 'Work type', ...about },
  );
}

function workTypeMend({ tab, number: row }: RowReader, value: string): Mend {
  return { label: `Write ${value}`, cells: [{ tab, row, header: 'Work type', value }] };
}
