import type { TabName } from '../../ledger/model/tab-names';
import { foldHeader } from '../../ledger/sheet/headers';
import { boxRows, spansOf } from '../../workbook/box-rows';
import { isFilledRow, type OpenTab, openTab } from '../../workbook/tabs';
import type { Workbook } from '../../workbook/workbook';
import { writeIntoRows } from '../../workbook/write-into-rows';

/** Where somebody typed or pasted; rows and columns count from 1. */
export interface Edit {
  readonly tab: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** An edit in a tab, as the trigger tells of it. */
export interface TypedEdit extends Edit {
  /** What stood in the cell before, of a single cell that was not blank. */
  readonly oldValue?: string | undefined;
}

/** The tabs in which a blank box means yes, and their headers. */
const boxes: Partial<Record<TabName, string>> = { Clients: 'Active', 'Work types': 'Billable' };
const boxedTabs = Object.keys(boxes) as TabName[];

/** Ticks the blank boxes of filled rows: a blank box means yes, and should look like it. Gives how many. */
export function tickNewRows(read: ReadonlyMap<TabName, OpenTab>): number {
  return tickAll(
    boxedTabs.flatMap(name => read.get(name) || []),
    undefined,
  );
}

/** The same after an edit; costs nothing where the edited tab has no boxes. */
export function tickEditedRows(workbook: Workbook, edit: Edit): number {
  const edited = boxedTabs.filter(name => foldHeader(name) === foldHeader(edit.tab));
  return tickTabs(workbook, edited, edit);
}

function tickTabs(workbook: Workbook, names: readonly TabName[], edit?: Edit): number {
  return tickAll(
    names.flatMap(name => openTab(workbook, name) || []),
    edit,
  );
}

function tickAll(open: readonly OpenTab[], edit: Edit | undefined): number {
  return open.reduce((ticked, tab) => ticked + tickRows(tab, edit), 0);
}

/** Ticks a tab's boxes in filled rows where they were read as blank. */
export function tickRows(open: OpenTab, edit?: Edit): number {
  const { name, rows, column } = open;
  const box = column(boxes[name] as string);
  if (box === 0) return 0;
  const ticks = rows.flatMap((cells, index) => {
    const row = index + 1;
    if (row === 1 || !isFilledRow(cells)) return [];
    const value = cells[box - 1];
    const isBlank = typeof value === 'string' && value.trim() === '';
    const isUntouched = edit !== undefined && value === false && isNewRow(cells, row, box, edit);
    return isBlank || isUntouched ? [{ row, column: box, value: true }] : [];
  });
  writeIntoRows(open, ticks);
  boxRows(open, spansOf(ticks.map(({ row }) => row)));
  return ticks.length;
}

/**
 * Whether everything in a row was just typed, but for the box.
 *
 * A box in a blank row may read as unticked though nobody touched it; only in such a row does that mean nothing.
 */
function isNewRow(cells: readonly unknown[], row: number, box: number, edit: Edit): boolean {
  const isEdited = (column: number) => column >= edit.column && column < edit.column + edit.columns;
  const kept = cells.filter((_, index) => !isEdited(index + 1));
  return row >= edit.row && row < edit.row + edit.rows && !isEdited(box) && !isFilledRow(kept);
}
