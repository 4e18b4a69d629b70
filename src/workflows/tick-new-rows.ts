import { foldHeader } from '../ledger/headers';
import { tabNames, tabs } from '../ledger/tabs';
import { columnOf, isFilledRow, runsOf } from './rows';
import type { Tab, Workbook } from './workbook';

/** Where somebody typed or pasted; rows and columns count from 1. */
export interface Edit {
  readonly tab: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

const boxes = tabNames.flatMap(name =>
  tabs[name].filter(spec => spec.kind === 'checkbox').map(({ header }) => ({ name, header })),
);

/** Ticks the blank boxes of filled rows: a blank box means yes, and should look like it. Gives how many. */
export function tickNewRows(workbook: Workbook): number {
  return boxes.reduce((ticked, { name, header }) => {
    const tab = workbook.tab(name);
    return tab ? ticked + tickByHeader(tab, header) : ticked;
  }, 0);
}

/** The same after an edit; costs nothing where the edited tab has no boxes. */
export function tickEditedRows(workbook: Workbook, edit: Edit): number {
  const box = boxes.find(({ name }) => foldHeader(name) === foldHeader(edit.tab));
  const tab = box && workbook.tab(box.name);
  return tab ? tickByHeader(tab, box.header, edit) : 0;
}

function tickByHeader(tab: Tab, header: string, edit?: Edit): number {
  const cells = tab.cells();
  const column = columnOf(cells[0] ?? [], header);
  return column === undefined ? 0 : tickRows(tab, cells, column, edit);
}

/** Ticks a column's boxes in filled rows where `cells`, as they were read, show it blank. */
export function tickRows(
  tab: Tab,
  cells: readonly (readonly unknown[])[],
  column: number,
  edit?: Edit,
): number {
  const wanted = cells.map((row, index) => {
    if (index === 0 || !isFilledRow(row)) return false;
    const box = row[column - 1] ?? '';
    const blank = typeof box === 'string' && box.trim() === '';
    return blank || (box === false && edit !== undefined && isNewRow(row, index + 1, column, edit));
  });
  const runs = runsOf(wanted).filter(run => run.value);
  for (const { from, count } of runs)
    tab.write(
      from + 1,
      column,
      Array.from({ length: count }, () => [true]),
    );
  return runs.reduce((sum, run) => sum + run.count, 0);
}

/**
 * Whether everything in a row was just typed, but for the box.
 *
 * A box in a blank row may read as unticked though nobody touched it; only in such a row does that mean nothing.
 */
function isNewRow(cells: readonly unknown[], row: number, box: number, edit: Edit): boolean {
  const edited = (place: number, first: number, count: number) => place >= first && place < first + count;
  const kept = cells.filter((_, index) => !edited(index + 1, edit.column, edit.columns));
  return edited(row, edit.row, edit.rows) && !edited(box, edit.column, edit.columns) && !isFilledRow(kept);
}
