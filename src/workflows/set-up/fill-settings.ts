import { foldHeader } from '../../ledger/sheet/headers';
import { type SettingGroup, settingGroups } from '../../ledger/sheet/setting-groups';
import { type SettingSpec, settingsList } from '../../ledger/sheet/settings-list';
import { appendRows } from '../../workbook/append-rows';
import { type OpenTab, openTab } from '../../workbook/tabs';
import type { Workbook } from '../../workbook/workbook';
import { type Attempt, createAttempt, type Words } from './dress-tab';

type SettingRow = { readonly heading: string } | SettingSpec;

/**
 * Adds the settings that are missing below the last filled row, never touching a value; gives how many.
 *
 * In a tab that has none yet they stand in groups, of which all but the first fold away. A group that comes later is
 * added where one of its settings stands already, or where it is `asked` for.
 */
export function fillSettings(open: OpenTab, words: Words, attempt: Attempt, asked = false): number {
  const known = new Set(open.rows.map(cells => foldHeader(String(cells[open.column('Setting') - 1]))));
  const isKnown = (name: string) => known.has(foldHeader(name));
  const isNew = !settingsList.some(({ name }) => isKnown(name));
  const groups = settingGroups.map(group => {
    const isWanted = !group.isLater || asked || group.names.some(isKnown);
    const specs = settingsList.filter(({ name }) => group.names.includes(name) && isWanted);
    const missing = inOrder(
      group,
      specs.filter(({ name }) => !isKnown(name)),
    );
    // Among somebody's own rows nothing is put out of sight.
    const isWhole = isNew || (asked && group.isLater && missing.length === group.names.length);
    const isFolded = group.heading !== '' && missing.length > 0 && isWhole;
    const rows: readonly SettingRow[] = isFolded ? [{ heading: group.heading }, ...missing] : missing;
    return { rows, isFolded };
  });
  const rows = groups.flatMap(group => group.rows);
  const first = appendRows(
    open,
    rows.map(row => cellsOf(row, open, words, isNew)),
  );
  let at = first;
  for (const group of groups) {
    if (group.isFolded) foldGroup(open, at, group.rows, attempt);
    at += group.rows.length;
  }
  listChoices(open, first, rows, words, attempt);
  return rows.filter(row => 'name' in row).length;
}

/** Adds what *Set up accounts…* writes, where it is not there. */
export function addAccountSettings(workbook: Workbook, words: () => Words): void {
  const open = openTab(workbook, 'Settings');
  if (open) fillSettings(open, words(), createAttempt(open.tab.name, []), true);
}

function inOrder({ names }: SettingGroup, specs: readonly SettingSpec[]): readonly SettingSpec[] {
  return [...specs].sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
}

/** Text is kept as typed: a name such as 1-2 must not become a date. A new workbook may begin otherwise than one of before. */
function cellsOf(row: SettingRow, { column }: OpenTab, words: Words, isNew: boolean) {
  if ('heading' in row) return [{ column: column('Setting'), value: row.heading, format: '@' }];
  return [
    { column: column('Setting'), value: row.name, format: '@' },
    { column: column('Value'), value: (isNew && row.first) || row.initial, format: row.format },
    { column: column('What it does'), value: words[row.name] || '', format: '@' },
  ];
}

function foldGroup(
  { tab, column }: OpenTab,
  row: number,
  rows: readonly SettingRow[],
  attempt: Attempt,
): void {
  attempt('bold headings', () => tab.embolden(row, column('Setting'), 1));
  attempt('groups that fold', () => tab.foldRows(row + 1, rows.length - 1));
}

function listChoices(
  { tab, column }: OpenTab,
  first: number,
  rows: readonly SettingRow[],
  words: Words,
  attempt: Attempt,
): void {
  for (const [index, row] of rows.entries()) {
    if (!('name' in row) || !row.list) continue;
    const { name, list } = row;
    attempt(`the list of ${name}`, () =>
      tab.setHelp({ text: words[name] || '', words: list }, first + index, column('Value'), 1),
    );
  }
}
