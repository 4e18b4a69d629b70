/** Tells the runtime what a person does in the grid: typing, pasting, filling, sorting, inserting lines, undoing. */

import type { ICellData, ICommandInfo, IExecutionOptions, IStyleData, Nullable } from '@univerjs/core';
import { AFTER_CELL_EDIT, BEFORE_CELL_EDIT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import type { Shift } from '../engine/areas';
import { cellOf } from '../engine/cells';
import type { Area, TabEngine } from '../engine/spreadsheet';
import type { Workbook } from '../runtime';
import { parseTyped } from '../services/typed-text';
import { redrawn } from './cell-look';

interface Changes {
  readonly tab: TabEngine;
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Before the grid's own readers of typed text. */
const FIRST = 1000;
const SET = 'sheet.mutation.set-range-values';
const MOVES = /^sheet\.mutation\.(reorder-range|move-range|move-rows|move-columns)$/;
const TABS = /^sheet\.mutation\.(insert-sheet|remove-sheet|set-worksheet-name|set-worksheet-order)$/;

/** `edited` is called once for each thing that a person does, with the cells that it changed in one tab. */
export function watchGrid(workbook: Workbook, edited: (tab: TabEngine, area: Area | null) => void): void {
  const { engine } = workbook;
  const { parts } = engine;
  const commands = parts.injector.get(parts.core.ICommandService);
  const typed = readTyping(workbook);
  const pending = new Map<TabEngine, Changes>();
  let undoing = false;
  let structure = false;

  const note = (tab: TabEngine, row: number, column: number) => {
    const known = pending.get(tab);
    if (!known) {
      pending.set(tab, { tab, top: row, left: column, bottom: row, right: column });
      return;
    }
    known.top = Math.min(known.top, row);
    known.left = Math.min(known.left, column);
    known.bottom = Math.max(known.bottom, row);
    known.right = Math.max(known.right, column);
  };
  const tell = () => {
    const changes = [...pending.values()];
    const [wasUndone, wasStructure] = [undoing, structure];
    pending.clear();
    undoing = structure = false;
    for (const { tab, top, left, bottom, right } of changes) {
      const area = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
      // Undoing is no edit, as in Sheets; the formulas follow all the same.
      edited(tab, wasUndone ? null : area);
    }
    const [first] = engine.tabs();
    if (wasStructure && changes.length === 0 && first) edited(first, null);
  };
  let asked = false;
  const tellSoon = () => {
    if (asked) return;
    asked = true;
    queueMicrotask(() => {
      asked = false;
      tell();
    });
  };

  commands.beforeCommandExecuted(({ id }) => {
    if (id === 'univer.command.undo' || id === 'univer.command.redo') undoing = true;
  });
  commands.onCommandExecuted((info: Readonly<ICommandInfo>, options?: IExecutionOptions) => {
    if (parts.isQuiet() || options?.fromFormula) return;
    const params = (info.params ?? {}) as { subUnitId?: string; cellValue?: unknown };
    if (TABS.test(info.id)) {
      engine.shifted();
      structure = true;
      return tellSoon();
    }
    const tab = engine.tabs().find(each => each.sheetId === params.subUnitId);
    if (!tab) return;
    if (info.id === SET) {
      const cells = params.cellValue as Record<number, Nullable<Record<number, Nullable<ICellData>>>>;
      for (const [row, columns] of Object.entries(cells ?? {})) {
        for (const [column, cell] of Object.entries(columns ?? {})) {
          const at = [Number(row) + 1, Number(column) + 1] as const;
          if (adopt(workbook, tab, at, cell ?? null, typed.take(tab, at))) note(tab, ...at);
        }
      }
      return tellSoon();
    }
    const shift = shiftOf(info);
    if (shift) tab.followShift(shift);
    if (shift || MOVES.test(info.id)) {
      for (const each of engine.tabs()) adoptFormulas(workbook, each);
      structure = true;
      tellSoon();
    }
  });
}

/** Text is read as Sheets reads it, and formulas are shown for editing as they were typed. */
function readTyping(workbook: Workbook) {
  const { engine } = workbook;
  const { parts } = engine;
  const interceptor = parts.injector.get(SheetInterceptorService).writeCellInterceptor;
  const formulas = new Map<string, string>();
  const key = (tab: TabEngine, row: number, column: number) => `${tab.id},${row},${column}`;
  const tabOf = (sheetId: string) => engine.tabs().find(each => each.sheetId === sheetId);
  interceptor.intercept(BEFORE_CELL_EDIT, {
    priority: FIRST,
    handler(cell, { subUnitId, row, col }, next) {
      const tab = tabOf(subUnitId);
      const formula = tab?.formulaCells.table.get(row + 1, col + 1)?.typed;
      if (tab) formulas.delete(key(tab, row + 1, col + 1));
      return formula ? { ...cell, f: formula } : next(cell);
    },
  });
  interceptor.intercept(AFTER_CELL_EDIT, {
    priority: FIRST,
    handler(cell, { subUnitId, row, col, worksheet, workbook: book }, next) {
      const tab = tabOf(subUnitId);
      if (!cell || !tab) return next(cell);
      const own = book.getStyles().getStyleByCell(worksheet.getCellRaw(row, col)) ?? {};
      const text = textOf(cell);
      const read = readText(workbook, text, own.n?.pattern ?? '');
      const s: IStyleData = read.format ? { ...own, n: { pattern: read.format } } : own;
      if (!('formula' in read.input)) return { ...cellOf(read.input.value), p: null, s } as ICellData;
      formulas.set(key(tab, row + 1, col + 1), read.input.formula);
      return { f: engine.plan(read.input.formula).univer, si: null, v: null, p: null, s } as ICellData;
    },
  });
  return {
    /** The formula as it was typed into a cell just now. */
    take(tab: TabEngine, [row, column]: readonly [number, number]): string | undefined {
      const found = formulas.get(key(tab, row, column));
      formulas.delete(key(tab, row, column));
      return found;
    },
  };
}

function textOf({ f, p, v, t }: ICellData): string {
  if (f) return f;
  const text = p?.body ? p.body.dataStream.replace(/\r\n$/, '') : String(v ?? '');
  // An apostrophe in front means text; the grid has taken it off.
  return t === 4 ? `'${text}` : text;
}

/** Takes over one cell; says whether what it holds may be another now. */
function adopt(
  workbook: Workbook,
  tab: TabEngine,
  [row, column]: readonly [number, number],
  change: ICellData | null,
  typed: string | undefined,
): boolean {
  const { engine } = workbook;
  if (change && 's' in change) {
    const style = engine.parts.book.getStyles().getStyleByCell(tab.cells.own(row, column)) ?? {};
    tab.look.styles.set(row, column, redrawn(tab.style(row, column), style));
  }
  if (change && !('v' in change || 'f' in change || 'si' in change || 'p' in change)) return false;
  const formula = tab.cells.formula(row, column);
  if (formula) {
    const cell = tab.formulaCells.adopt(row, column, typed ?? engine.typedForm(formula), formula);
    if (cell) tab.cells.set({ [row - 1]: { [column - 1]: cell } }, true);
    engine.changed('formulas');
    return true;
  }
  engine.changed(tab.formulaCells.forget(row, column) ? 'formulas' : 'values');
  const cell = asSheetsKeeps(workbook, tab, row, column);
  if (cell) tab.cells.set({ [row - 1]: { [column - 1]: cell } }, true);
  return true;
}

/** What the grid put into a cell in a way of its own (a box, rich text, pasted text), as Sheets keeps it. */
function asSheetsKeeps(
  workbook: Workbook,
  tab: TabEngine,
  row: number,
  column: number,
): ICellData | undefined {
  const own = tab.cells.own(row, column);
  if (!own) return undefined;
  const isBox = tab.validation(row, column)?.kind === 'checkbox';
  if (isBox && own.t !== 3 && (own.v === 0 || own.v === 1)) return cellOf(own.v === 1);
  if (own.p) return { ...cellOf(textOf(own)), p: null };
  if (typeof own.v !== 'string' || own.t === 4) return undefined;
  const { input, format } = readText(workbook, own.v, tab.cells.format(row, column));
  if ('formula' in input || typeof input.value === 'string') return undefined;
  return { ...cellOf(input.value), ...(format && { s: { n: { pattern: format } } }) };
}

function readText(workbook: Workbook, text: string, format: string) {
  return parseTyped(text, {
    locale: workbook.engine.locale,
    format,
    year: Number(workbook.now().slice(0, 4)),
  });
}

/** After rows were sorted or cells moved: every formula of a tab, wherever it stands now. */
function adoptFormulas({ engine }: Workbook, tab: TabEngine): void {
  for (const [row, column] of [...tab.formulaCells.table.entries()]) {
    if (!tab.cells.formula(row, column)) tab.formulaCells.forget(row, column);
  }
  tab.cells.walk((row, column) => {
    const formula = tab.cells.formula(row, column);
    const known = tab.formulaCells.table.get(row, column);
    if (!formula || known?.univer === formula || known?.circular) return;
    const cell = tab.formulaCells.adopt(row, column, engine.typedForm(formula), formula);
    if (cell) tab.cells.set({ [row - 1]: { [column - 1]: cell } }, true);
  });
  engine.changed('formulas');
}

function shiftOf({ id, params }: Readonly<ICommandInfo>): Shift | null {
  const { range } = (params ?? {}) as {
    range?: { startRow: number; endRow: number; startColumn: number; endColumn: number };
  };
  if (!range) return null;
  const rows = { axis: 'row', at: range.startRow + 1 } as const;
  const columns = { axis: 'column', at: range.startColumn + 1 } as const;
  const [height, width] = [range.endRow - range.startRow + 1, range.endColumn - range.startColumn + 1];
  switch (id) {
    case 'sheet.mutation.insert-row':
      return { ...rows, count: height };
    case 'sheet.mutation.remove-rows':
      return { ...rows, count: -height };
    case 'sheet.mutation.insert-col':
      return { ...columns, count: width };
    case 'sheet.mutation.remove-col':
      return { ...columns, count: -width };
    default:
      return null;
  }
}
