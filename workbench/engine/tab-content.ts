/** One tab taken out of the engine as plain values, and put into it. */

import { type CellRows, put } from './cells';
import { createPalette, type Placed, placedOf, type TabContent } from './content';
import type { Axis, KeptLineGroups, KeptLines } from './line-groups';
import type { CellStyle, RawValue } from './spreadsheet';
import type { Tab } from './tab';

/** By one walk over the cells that hold something. */
export function contentOfTab(tab: Tab): TabContent {
  const { look } = tab;
  const [rows, columns] = [tab.maxRows(), tab.maxColumns()];
  const formats = createPalette<string>(rows, columns, '');
  const looks = createPalette<CellStyle>(rows, columns, {}, JSON.stringify);
  for (const [row, column, style] of look.styles.entries()) looks.set(row, column, style);
  const values: RawValue[][] = [];
  tab.cells.walk((row, column, value, format) => {
    if (format) formats.set(row, column, format);
    if (value === '') return;
    while (values.length < row) values.push([]);
    const line = values[row - 1] as RawValue[];
    while (line.length < column - 1) line.push('');
    line[column - 1] = value;
  });
  const formulas = [...tab.formulaCells.table.entries()].map(
    ([row, column, { typed }]): Placed<string> => [row, column, typed],
  );
  return {
    id: tab.sheetId,
    name: tab.name,
    rows,
    columns,
    values,
    formulas,
    formats: formats.palette,
    looks: looks.palette,
    notes: [...look.notes.entries()],
    validations: [...look.validations.entries()],
    colourRules: look.colourRules,
    widths: Array.from({ length: columns }, (_, i) => tab.columnWidth(i + 1)),
    frozenRows: tab.frozenRows(),
    isHidden: tab.isOutOfSight(),
    merges: tab.merges(),
    frozenColumns: tab.frozenColumns(),
    lines: linesOf(tab),
    limits: tab.limits.kept,
  };
}

/** Nothing where nothing folds and nothing is hidden. */
export function linesOf(tab: Tab): KeptLineGroups | undefined {
  const of = (axis: Axis): KeptLines => ({
    depths: tab.groups.depths(axis),
    hidden: tab.hiddenLines(axis),
    isControlBefore: tab.groups.isControlBefore[axis],
  });
  const lines = { row: of('row'), column: of('column') };
  const isUsed = ({ depths, hidden }: KeptLines) => depths.length + hidden.length > 0;
  return isUsed(lines.row) || isUsed(lines.column) ? lines : undefined;
}

/** Puts in what Univer does not bring along itself. */
export function fillTab(tab: Tab, { columns, values, formulas, looks, notes, ...rest }: TabContent): void {
  const cells: CellRows = {};
  for (const [row, column, formula] of formulas) {
    const cached = values[row - 1]?.[column - 1] ?? '';
    put(cells, row, column, tab.formulaCells.cellFor({ formula, cached }, row, column));
  }
  tab.cells.set(cells, true);
  for (const [row, column, style] of placedOf(looks, columns)) tab.look.setStyle(row, column, style);
  for (const [row, column, note] of notes) tab.look.setNote(row, column, note);
  for (const { area, rule } of rest.validations) tab.look.setValidation(area, rule);
  tab.look.setColourRules(rest.colourRules);
  if (rest.limits) tab.limits.restore(rest.limits);
  if (rest.lines) for (const axis of ['row', 'column'] as const) tab.groups.restore(axis, rest.lines[axis]);
}
