/** Sets a scene that people make in Google's own menus: protected cells, tables, charts on a tab of their own. */

import type { Area, TabEngine } from '../engine/spreadsheet';
import type { TabKind } from '../engine/tab-limits';
import { cellsOrTabAt } from './places';
import type { World } from './world';

/** A tab such as `Settings`, or cells such as `Settings!B2:B9`; the owner may always edit, others only where named. */
export function protect(
  { engine }: World,
  place: string,
  { editors = [], warningOnly = false }: { editors?: readonly string[]; warningOnly?: boolean } = {},
): void {
  const { tab, area } = cellsOrTabAt(engine, place);
  tab.limits.protect({ area, unprotected: [], description: '', isWarningOnly: warningOnly, editors });
}

/**
 * *Convert to table*: typed columns refuse lists from scripts. Whether they refuse number formats too is not known,
 * so both can be tried.
 */
export function convertToTable(
  { engine }: World,
  place: string,
  { refusesFormats = false }: { refusesFormats?: boolean } = {},
): void {
  const { tab, area } = cellsOrTabAt(engine, place);
  const { row, rows, ...columns } = area ?? used(tab);
  // A table of headers alone has one empty row.
  tab.limits.table = { body: { ...columns, row: row + 1, rows: Math.max(1, rows - 1) }, refusesFormats };
}

/** A chart moved to its own sheet, or a connected one; in front of all others, where scripts stumble first. */
export function addTabOfKind({ engine }: World, name: string, kind: Exclude<TabKind, 'GRID'>): void {
  engine.insertTab(name, 0).limits.kind = kind;
}

function used(tab: TabEngine): Area {
  return { row: 1, column: 1, rows: Math.max(1, tab.lastRow()), columns: Math.max(1, tab.lastColumn()) };
}
