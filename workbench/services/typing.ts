/** Puts typed or pasted text into cells as a person's keyboard does, and tells what stood there before. */

import type { Area, SpreadsheetEngine, TabEngine } from '../engine/spreadsheet';
import { displayValue } from './cells';
import { parseTyped } from './typed-text';

/** Values as `eventValue` gives them. */
export interface Edited {
  readonly area: Area;
  readonly value: string | undefined;
  readonly oldValue: string | undefined;
}

/** One text goes into every cell of `at`; rows of texts go from its first cell on. */
export function typeInto(
  engine: SpreadsheetEngine,
  year: number,
  tab: TabEngine,
  at: Area,
  typed: string | readonly (readonly string[])[],
): Edited {
  const texts = typeof typed === 'string' ? filled(at, typed) : typed;
  const area = { ...at, rows: texts.length, columns: texts[0]?.length ?? 1 };
  const oldValue = eventValue(engine, tab, area);
  const formats = tab.formats(area);
  const parsed = texts.map((row, r) =>
    row.map((text, c) => parseTyped(text, { locale: engine.locale, format: formats[r]?.[c] ?? '', year })),
  );
  if (parsed.some(row => row.some(cell => cell.format))) {
    const changed = parsed.map((row, r) => row.map((cell, c) => cell.format ?? formats[r]?.[c] ?? ''));
    tab.setFormats(area, changed);
  }
  const inputs = parsed.map(row => row.map(cell => cell.input));
  tab.write(area, inputs);
  return { area, value: eventValue(engine, tab, area), oldValue };
}

/** What the event of an edit says of a single cell, as text (`1.5`, `TRUE`); nothing for a blank and a formula. */
export function eventValue(engine: SpreadsheetEngine, tab: TabEngine, area: Area): string | undefined {
  if (area.rows !== 1 || area.columns !== 1) return undefined;
  const [[value = ''] = []] = tab.values(area);
  if (value === '' || tab.formulas(area)[0]?.[0]) return undefined;
  return typeof value === 'number' ? String(value) : displayValue(engine, value, '');
}

function filled({ rows, columns }: Area, text: string): string[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => text));
}
