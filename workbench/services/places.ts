/** Tabs and cells as a person names them: `Time`, `'Work types'!A2`, `Time!A9:D9`. */

import { areaIn, parseReference } from '../engine/formula-references';
import type { Area, SpreadsheetEngine, TabEngine } from '../engine/spreadsheet';

/** A mistake of whoever drives the workbook: a tab or cell that does not exist, or that they may not edit. */
export class UnknownPlace extends Error {}

export interface Place {
  readonly tab: TabEngine;
  readonly area: Area;
}

export function tabNamed(engine: SpreadsheetEngine, name: string): TabEngine {
  const tab = engine.tabs().find(each => each.name === name);
  if (!tab) throw new UnknownPlace(`There is no tab named ${name}.`);
  return tab;
}

/** Cells; without a tab, of the first one. */
export function cellsAt(engine: SpreadsheetEngine, reference: string): Place {
  const cells = reference.slice(reference.lastIndexOf('!') + 1);
  const tab = tabNamed(engine, parseReference(reference)?.tab ?? engine.tabs()[0]?.name ?? '');
  const area = areaIn(tab, reference);
  if (!area) throw new UnknownPlace(`${cells} is not a cell.`);
  return { tab, area };
}

/** Cells, or a whole tab, whose area is null then. */
export function cellsOrTabAt(
  engine: SpreadsheetEngine,
  text: string,
): { readonly tab: TabEngine; readonly area: Area | null } {
  const isTab = engine.tabs().some(({ name }) => name === text) || !text.includes('!');
  return isTab ? { tab: tabNamed(engine, unquoted(text)), area: null } : cellsAt(engine, text);
}

/** `'Work types'` is `Work types`. */
export function unquoted(tab: string): string {
  return parseReference(`${tab}!A1`)?.tab ?? tab;
}
