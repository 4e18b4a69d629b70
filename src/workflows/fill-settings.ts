import { foldHeader } from '../ledger/headers';
import { type SettingSpec, settingsList } from '../ledger/settings-list';
import type { PlacedTab } from './place-tab';
import { lastFilledRow, runsOf } from './rows';

const workTypes: readonly (readonly [string, number, boolean])[] = [
  ['Remote', 1, true],
  ['On-site', 1, true],
  ['After hours', 1.5, true],
  ['Emergency', 2, true],
  ['Under agreement', 1, false],
  ['No charge', 1, false],
];

type Cells = readonly (readonly unknown[])[];

/** The usual work types, for a workbook that has none; says whether it wrote them. */
export function fillWorkTypes(placed: PlacedTab, cells: Cells): boolean {
  if (lastFilledRow(cells.slice(1)) > 0) return false;
  placed.tab.grow(1 + workTypes.length, 1);
  writeColumns(placed, 2, ['Work type', 'Multiplier', 'Billable'], workTypes);
  return true;
}

/** Adds the settings that are missing below the last filled row, never touching a value; gives how many. */
export function fillSettings(placed: PlacedTab, cells: Cells): number {
  const nameColumn = placed.columns.get('Setting') ?? 1;
  const known = new Set(cells.slice(1).map(row => foldHeader(String(row[nameColumn - 1] ?? ''))));
  const missing = settingsList.filter(({ name }) => !known.has(foldHeader(name)));
  if (missing.length === 0) return 0;
  const first = Math.max(1, lastFilledRow(cells)) + 1;
  placed.tab.grow(first + missing.length - 1, 1);
  dressValues(placed, missing, first);
  const rows = missing.map(({ name, initial, what }) => [name, initial, what]);
  writeColumns(placed, first, ['Setting', 'Value', 'What it does'], rows);
  return missing.length;
}

/** Text is kept as typed: a name such as 1-2 must not become a date. */
function dressValues({ tab, columns }: PlacedTab, settings: readonly SettingSpec[], first: number): void {
  const column = columns.get('Value') ?? 1;
  for (const { value, from, count } of runsOf(settings.map(({ format }) => format || '@'))) {
    tab.setFormat(value, first + from, column, count);
  }
  for (const [index, { list, what }] of settings.entries()) {
    if (list) tab.setHelp({ kind: 'words', words: list, text: what }, first + index, column, 1);
  }
}

/** Column by column, because a user may have moved them apart. */
function writeColumns(
  { tab, columns }: PlacedTab,
  first: number,
  headers: readonly string[],
  rows: readonly (readonly (string | number | boolean)[])[],
): void {
  for (const [index, header] of headers.entries()) {
    tab.write(
      first,
      columns.get(header) ?? 1,
      rows.map(row => [row[index] ?? '']),
    );
  }
}
