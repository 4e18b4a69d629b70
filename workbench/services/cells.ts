/** Between the raw cells of the engine and the values that a script reads and writes. */

import { displayNumber, isTemporal, kindOfFormat } from '../engine/number-format';
import type {
  Area,
  CellInput,
  ErrorValue,
  RawValue,
  SpreadsheetEngine,
  TabEngine,
} from '../engine/spreadsheet';
import { instantOfSerial, serialOfInstant, zoneNamed } from '../engine/zone';
import { habitsOf } from './locale';
import { isDate } from './realm';
import { parseTyped } from './typed-text';

function isError(value: unknown): value is ErrorValue {
  return typeof value === 'object' && value !== null && 'error' in value;
}

/** As `getValues` gives them: numbers in cells that show a date, a time or a duration are Dates. */
export function scriptValues(engine: SpreadsheetEngine, tab: TabEngine, area: Area): unknown[][] {
  const values = tab.values(area);
  if (!values.some(row => row.some(value => typeof value === 'number')))
    return values.map(row => row.map(errorText));
  const formats = tab.formats(area);
  return values.map((row, r) =>
    row.map((value, c) => {
      if (typeof value !== 'number' || !isTemporal(formats[r]?.[c] ?? '')) return errorText(value);
      return new Date(instantOfSerial(value, engine.timeZone));
    }),
  );
}

function errorText(value: RawValue): string | number | boolean {
  return isError(value) ? value.error : value;
}

export function displayValues(engine: SpreadsheetEngine, tab: TabEngine, area: Area): string[][] {
  const formats = tab.formats(area);
  return tab
    .values(area)
    .map((row, r) => row.map((value, c) => displayValue(engine, value, formats[r]?.[c] ?? '')));
}

export function displayValue(engine: SpreadsheetEngine, value: RawValue, format: string): string {
  if (typeof value === 'number') return displayNumber(value, format, engine.locale);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(errorText(value));
}

/** Writes as `setValues` does: text is parsed as if typed, unless the cell is plain text; Dates become serials. */
export function writeScriptValues(
  engine: SpreadsheetEngine,
  now: number,
  tab: TabEngine,
  area: Area,
  values: readonly (readonly unknown[])[],
): void {
  const formats = tab.formats(area);
  const year = new Date(zoneNamed(engine.timeZone).wallOf(now)).getUTCFullYear();
  let reformatted = false;
  const cells = values.map((row, r) =>
    row.map((value, c): CellInput => {
      const format = formats[r]?.[c] ?? '';
      const { input, suggested } = cellOf(engine, value, format, year);
      if (suggested && formats[r] && kindOfFormat(format) === 'automatic') {
        formats[r][c] = suggested;
        reformatted = true;
      }
      return input;
    }),
  );
  // Formats first: an engine may look at them while it takes the values.
  if (reformatted) tab.setFormats(area, formats);
  tab.write(area, cells);
}

function cellOf(
  engine: SpreadsheetEngine,
  value: unknown,
  format: string,
  year: number,
): { input: CellInput; suggested?: string | undefined } {
  if (value === null || value === undefined) return { input: { value: '' } };
  if (typeof value === 'boolean') return { input: { value } };
  if (typeof value === 'number') {
    return { input: { value: Number.isFinite(value) ? value : { error: '#NUM!' } } };
  }
  if (isDate(value)) {
    const serial = serialOfInstant(value.getTime(), engine.timeZone);
    const { dateFormat } = habitsOf(engine.locale);
    return { input: { value: serial }, suggested: serial % 1 === 0 ? dateFormat : `${dateFormat} h:mm:ss` };
  }
  const text = String(value);
  if (text.length > 50_000) {
    throw new Error('Your input contains more than the maximum of 50000 characters in a single cell.');
  }
  const typed = parseTyped(text, { locale: engine.locale, format, year });
  return { input: typed.input, suggested: typed.format };
}

/** The values of cells for people and programs outside: dates as text, durations as hours. */
export function plainValues(tab: TabEngine, area: Area): unknown[][] {
  const formats = tab.formats(area);
  return tab.values(area).map((row, r) => row.map((value, c) => plainValue(value, formats[r]?.[c] ?? '')));
}

function plainValue(value: RawValue, format: string): unknown {
  if (isError(value)) return { error: value.message ?? value.error };
  if (typeof value !== 'number') return value;
  const kind = kindOfFormat(format);
  const seconds = Math.round(value * 86_400);
  if (kind === 'time' || kind === 'duration') return seconds / 3600;
  if (kind !== 'date' && kind !== 'date time') return value;
  const text = new Date((seconds - 25_569 * 86_400) * 1000).toISOString().slice(0, 19);
  return text.endsWith('T00:00:00') ? text.slice(0, 10) : text;
}
