/** The usual things that people do in a sheet; tabs go by name, rows and columns count from 1. */

import type { TabEngine } from '../engine/spreadsheet';
import { zoneNamed } from '../engine/zone';
import type { Edit } from './meanwhile';
import { cellsAt, tabNamed, UnknownPlace } from './places';
import { sortRows } from './sorting';
import { typeInto as typed } from './typing';
import type { World } from './world';

/** Sorts the rows below the headers by a column, the other way round where they stand so already. */
export function sortTab(name: string, column = 1): Edit {
  return ({ engine }) => sortRows(engine, tabNamed(engine, name), column);
}

export function insertAbove(name: string, row: number): Edit {
  return ({ engine }) => rowOf(tabNamed(engine, name), row).insertRows(row, 1);
}

export function deleteRow(name: string, row: number): Edit {
  return ({ engine }) => rowOf(tabNamed(engine, name), row).deleteRows(row, 1);
}

/** Types texts row by row into cells such as `Time!A9:D9`; `onEdit` hears of it after the run. */
export function typeInto(reference: string, texts: readonly string[]): Edit {
  return world => {
    const { tab, area } = cellsAt(world.engine, reference);
    if (area.rows * area.columns !== texts.length)
      throw new UnknownPlace(
        `${reference} has ${area.rows * area.columns} cells, and there are ${texts.length} texts.`,
      );
    const rows = Array.from({ length: area.rows }, (_, row) =>
      texts.slice(row * area.columns, (row + 1) * area.columns),
    );
    typeAt(world, tab, area.row, area.column, rows);
  };
}

/** Types into the first free row: below everything but unticked boxes. */
export function typeBelow(name: string, texts: readonly string[]): Edit {
  return world => {
    const tab = tabNamed(world.engine, name);
    const row = lastFilledRow(tab) + 1;
    if (row > tab.maxRows()) tab.insertRows(row, 1);
    typeAt(world, tab, row, 1, [texts]);
  };
}

export function renameTab(from: string, to: string): Edit {
  return ({ engine }) => {
    if (engine.tabs().some(({ name }) => name.toLowerCase() === to.toLowerCase() && name !== from))
      throw new UnknownPlace(`There is a tab named ${to} already.`);
    engine.renameTab(tabNamed(engine, from).name, to);
  };
}

function typeAt(
  { engine, clock, meanwhile }: World,
  tab: TabEngine,
  row: number,
  column: number,
  rows: readonly (readonly string[])[],
): void {
  const year = new Date(zoneNamed(engine.timeZone).wallOf(clock.now())).getUTCFullYear();
  const from = { row, column, rows: rows.length, columns: rows[0]?.length ?? 1 };
  meanwhile.note({ tab, ...typed(engine, year, tab, from, rows) });
}

function lastFilledRow(tab: TabEngine): number {
  const [rows, columns] = [tab.lastRow(), tab.lastColumn()];
  if (rows === 0) return 0;
  const values = tab.values({ row: 1, column: 1, rows, columns });
  return values.findLastIndex(cells => cells.some(value => value !== '' && value !== false)) + 1;
}

function rowOf(tab: TabEngine, row: number): TabEngine {
  if (row < 1 || row > tab.maxRows()) throw new UnknownPlace(`${tab.name} has no row ${row}.`);
  return tab;
}
