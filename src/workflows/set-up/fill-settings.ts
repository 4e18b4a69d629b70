import { foldHeader } from '../../ledger/sheet/headers';
import { settingsList } from '../../ledger/sheet/settings-list';
import { isFilledRow, lastFilledRow, type OpenTab } from '../../workbook/tabs';
import { type CellWrite, writeCells } from '../../workbook/write-cells';
import type { Words } from './dress-tab';

/** Name, multiplier, and whether it is billable. */
export type WorkType = readonly [string, number, boolean];

/** The usual work types, for a workbook that has none; gives how many. */
export function fillWorkTypes(
  { tab, headerRow, rows, column }: OpenTab,
  workTypes: readonly WorkType[],
): number {
  if (rows.slice(1).some(isFilledRow)) return 0;
  tab.grow(headerRow + workTypes.length, 1);
  const columns = ['Work type', 'Multiplier', 'Billable'].map(column);
  const writes = workTypes.flatMap((values, index) =>
    values.map((value, at) => ({ row: headerRow + 1 + index, column: columns[at] as number, value })),
  );
  writeCells(tab, writes);
  return workTypes.length;
}

/** Adds the settings that are missing below the last filled row, never touching a value; gives how many. */
export function fillSettings(open: OpenTab, words: Words): number {
  const { tab, rows, column } = open;
  const known = new Set(rows.map(cells => foldHeader(String(cells[column('Setting') - 1]))));
  const missing = settingsList.filter(({ name }) => !known.has(foldHeader(name)));
  const first = lastFilledRow(open) + 1;
  if (missing.length > 0) tab.grow(first + missing.length - 1, 1);
  const writes = missing.flatMap(({ name, initial, format, list }, index): CellWrite[] => {
    const row = first + index;
    const text = words[name] || '';
    if (list) tab.setHelp({ text, words: list }, row, column('Value'), 1);
    // Text is kept as typed: a name such as 1-2 must not become a date.
    return [
      { row, column: column('Setting'), value: name, format: '@' },
      { row, column: column('Value'), value: initial, format },
      { row, column: column('What it does'), value: text, format: '@' },
    ];
  });
  writeCells(tab, writes);
  return missing.length;
}
