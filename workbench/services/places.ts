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

/** A spreadsheet of Google's holds no more. */
const mostCells = 10_000_000;

/** What is typed or pasted below the last row, or beside the last column, gets rows and columns, as in Sheets. */
export function makeRoom(tab: TabEngine, { row, column, rows, columns }: Area): void {
  const [lastRow, lastColumn] = [row + rows - 1, column + columns - 1];
  const [moreRows, moreColumns] = [lastRow - tab.maxRows(), lastColumn - tab.maxColumns()];
  if (moreRows <= 0 && moreColumns <= 0) return;
  if (Math.max(lastRow, tab.maxRows()) * Math.max(lastColumn, tab.maxColumns()) > mostCells)
    throw new UnknownPlace(
      `${tab.name} cannot grow to row ${lastRow}: a spreadsheet holds ten million cells.`,
    );
  if (moreRows > 0) tab.insertRows(tab.maxRows() + 1, moreRows);
  if (moreColumns > 0) tab.insertColumns(tab.maxColumns() + 1, moreColumns);
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
