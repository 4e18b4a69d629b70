import { cellText } from '../../ledger/sheet/cell';
import { foldName } from '../../ledger/units/names';
import { changedCellsIn, type Writing } from '../../workbook/seen-form';
import type { ReadTab } from '../../workbook/tabs';

export interface SettingRow {
  readonly row: number;
  readonly text: string;
}

/** The value of a setting as it is to stand in its cell. */
export interface SettingValue {
  readonly name: string;
  readonly value: string | number;
  readonly format: string;
}

/** Writes values beside the names of their settings; which of these is missing is told before anything is written. */
export function settingCells(settings: ReadTab | undefined, values: readonly SettingValue[]): Writing {
  const rows = settingRows(settings);
  const missing = values.find(({ name }) => !rows.has(foldName(name)))?.name;
  if (!settings || missing)
    throw new Error(`Settings has no row "${missing}". Run More > Set up > Set up workbook, then try again.`);
  const column = settings.column('Value');
  const writes = values.map(({ name, value, format }) => ({
    row: (rows.get(foldName(name)) as SettingRow).row,
    column,
    value,
    format,
  }));
  return changedCellsIn(settings, ['Setting'], writes);
}

/** By folded name; of two rows of one setting the first counts. */
export function settingRows(settings: ReadTab | undefined): Map<string, SettingRow> {
  const rows = new Map<string, SettingRow>();
  const values = settings?.cells.columns.get('value') || [];
  for (const [index, cell] of (settings?.cells.columns.get('setting') || []).entries()) {
    const key = foldName(cellText(cell));
    if (key !== '' && !rows.has(key)) rows.set(key, { row: index + 2, text: cellText(values[index] ?? '') });
  }
  return rows;
}
