/** A whole workbook taken out of an engine as plain values, and an engine made of one. */

import type { ICellData, IStyleData, IWorksheetData } from '@univerjs/core';
import { startUniver } from '#univer';
import { filledCell } from './cells';
import { type BookContent, placedOf, type TabContent } from './content';
import { Engine, type EngineOptions } from './engine';
import type { Area } from './spreadsheet';
import { newSheet } from './univer';

export function contentOf(engine: Engine): BookContent {
  return { tabs: engine.tabs().map(tab => tab.content()), names: engine.names() };
}

/** An engine with this content; its formulas show what they showed last until it settles. */
export function engineOf({ tabs, names }: BookContent, options: Omit<EngineOptions, 'tabs'> = {}): Engine {
  const styles: Record<string, IStyleData> = {};
  for (const [index, { formats }] of tabs.entries())
    for (const [place, pattern] of formats.list.entries())
      if (place > 0) styles[styleId(index, place)] = { n: { pattern } };
  const engine = new Engine(startUniver({ sheets: tabs.map(sheetOf), styles }), options);
  for (const { name, tab, area } of names) engine.setName(name, tab, area);
  for (const [index, content] of tabs.entries()) engine.tabs()[index]?.fill(content);
  return engine;
}

function styleId(tab: number, place: number): string {
  return `format-${tab}-${place}`;
}

/** Values and number formats; formulas come later, when names are known. */
function sheetOf(content: TabContent, index: number): Partial<IWorksheetData> {
  const { id = String(index), name, rows, columns, values, formats, frozenRows } = content;
  const { frozenColumns = 0, isHidden = false, merges = [] } = content;
  const cellData: Record<number, Record<number, ICellData>> = {};
  const cellAt = (row: number, column: number) => {
    cellData[row] ??= {};
    const cells = cellData[row];
    cells[column] ??= {};
    return cells[column];
  };
  for (const [row, cells] of values.entries())
    for (const [column, value] of cells.entries())
      if (value !== '') Object.assign(cellAt(row, column), filledCell(value));
  const ids = formats.list.map((_, place) => styleId(index, place));
  for (const [row, column, s] of placedOf({ ...formats, list: ids }, columns))
    cellAt(row - 1, column - 1).s = s;
  return {
    ...newSheet(id, name),
    rowCount: rows,
    columnCount: columns,
    cellData,
    ...(isHidden && { hidden: 1 }),
    mergeData: merges.map(spanOf),
    ...lineData(content),
    ...(frozenRows + frozenColumns > 0 && {
      freeze: {
        xSplit: frozenColumns,
        ySplit: frozenRows,
        startRow: frozenRows || -1,
        startColumn: frozenColumns || -1,
      },
    }),
  };
}

function spanOf({ row, column, rows, columns }: Area) {
  return {
    startRow: row - 1,
    endRow: row + rows - 2,
    startColumn: column - 1,
    endColumn: column + columns - 2,
  };
}

/** Widths, and what is hidden. */
function lineData({ widths, lines }: TabContent) {
  const hidden = new Set(lines?.column.hidden);
  const columns = widths.map((w, at) => [at, { w, ...(hidden.has(at + 1) && { hd: 1 }) }]);
  const rows = (lines?.row.hidden ?? []).map(row => [row - 1, { hd: 1 }]);
  return { columnData: Object.fromEntries(columns), rowData: Object.fromEntries(rows) };
}
