import { foldHeader } from '../ledger/headers';
import { settingsList } from '../ledger/settings-list';
import type { Words } from './dress-tab';
import { isFilledRow, lastFilledRow, type OpenTab } from './open-tabs';
import type { CellValue } from './workbook';
import { type CellWrite, writeCells } from './write-cells';

const workTypes: readonly (readonly [string, number, boolean])[] = [
  ['Remote', 1, true],
  ['On-site', 1, true],
  ['After hours', 1.5, true],
  ['Emergency', 2, true],
  ['Under agreement', 1, false],
  ['No charge', 1, false],
];

/** The usual work types, for a workbook that has none; gives how many. */
export function fillWorkTypes({ tab, rows, column }: OpenTab): number {
  if (rows.slice(1).some(isFilledRow)) return 0;
  tab.grow(1 + workTypes.length, 1);
  const headers = ['Work type', 'Multiplier', 'Billable'];
  writeCells(
    tab,
    workTypes.flatMap((values, index) =>
      values.map((value, at) => ({ row: index + 2, column: column(headers[at] as string), value })),
    ),
  );
  return workTypes.length;
}

/** Adds the settings that are missing below the last filled row, never touching a value; gives how many. */
export function fillSettings({ tab, rows, column }: OpenTab, words: Words): number {
  const known = new Set(rows.map(cells => foldHeader(String(cells[column('Setting') - 1]))));
  const missing = settingsList.filter(({ name }) => !known.has(foldHeader(name)));
  const first = lastFilledRow(rows) + 1;
  if (missing.length > 0) tab.grow(first + missing.length - 1, 1);
  const writes: CellWrite[] = [];
  for (const [index, { name, initial, format, list }] of missing.entries()) {
    const row = first + index;
    const text = words[name] || '';
    if (list) tab.setHelp({ text, words: list }, row, column('Value'), 1);
    // Text is kept as typed: a name such as 1-2 must not become a date.
    const write = (header: string, value: CellValue, itsFormat = '@') =>
      writes.push({ row, column: column(header), value, format: itsFormat });
    write('Setting', name);
    write('Value', initial, format);
    write('What it does', text);
  }
  writeCells(tab, writes);
  return missing.length;
}
