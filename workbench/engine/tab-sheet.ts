/**
 * What Univer keeps of a tab by itself: its name and size, and which lines are hidden, frozen, merged or wide.
 */
import type { Worksheet } from '@univerjs/core';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Axis, LineSpan } from './line-groups';
import type { Area } from './spreadsheet';
import type { Planner } from './tab-formulas';
import type { UniverParts } from './univer';

/** What a tab needs of the whole workbook. */
export interface TabHost extends Planner {
  readonly parts: UniverParts;
  /** Some value is another now; with `formulas`, some formula is. */
  changed(what: 'values' | 'formulas'): void;
  /** Lines were inserted or deleted: formulas everywhere may read other cells now. */
  shifted(): void;
}

/** In the grid; nobody hears of it. */
export function showSheet({ book, run }: UniverParts, sheet: Worksheet): void {
  run('sheet.operation.set-worksheet-active', { unitId: book.getUnitId(), subUnitId: sheet.getSheetId() });
}

export class TabSheet {
  readonly id: number;
  protected readonly host: TabHost;
  protected readonly sheet: Worksheet;

  constructor(host: TabHost, sheet: Worksheet) {
    this.host = host;
    this.sheet = sheet;
    this.id = idOf(sheet.getSheetId());
  }

  /** As Univer knows it. */
  get sheetId(): string {
    return this.sheet.getSheetId();
  }

  get name(): string {
    return this.sheet.getName();
  }

  /** Formulas and names follow. */
  rename(name: string): void {
    this.host.parts.quietly(() => this.facade().setName(name));
    this.host.shifted();
  }

  maxRows(): number {
    return this.sheet.getRowCount();
  }

  maxColumns(): number {
    return this.sheet.getColumnCount();
  }

  /** Out of sight; whoever looks for it finds it in the list of tabs. */
  hide(): void {
    this.host.parts.quietly(() => this.facade().hideSheet());
  }

  isOutOfSight(): boolean {
    return this.sheet.isSheetHidden() === 1;
  }

  merges(): readonly Area[] {
    return this.sheet.getMergeData().map(({ startRow, endRow, startColumn, endColumn }) => ({
      row: startRow + 1,
      column: startColumn + 1,
      rows: endRow - startRow + 1,
      columns: endColumn - startColumn + 1,
    }));
  }

  frozenRows(): number {
    return this.sheet.getFreeze().ySplit;
  }

  setFrozenRows(count: number): void {
    this.host.parts.quietly(() => this.facade().setFrozenRows(count));
  }

  frozenColumns(): number {
    return this.sheet.getFreeze().xSplit;
  }

  setFrozenColumns(count: number): void {
    this.host.parts.quietly(() => this.facade().setFrozenColumns(count));
  }

  hideLines(axis: Axis, { first, count }: LineSpan): void {
    this.host.parts.quietly(() => {
      if (axis === 'row') this.facade().hideRows(first - 1, count);
      else this.facade().hideColumns(first - 1, count);
    });
  }

  showLines(axis: Axis, { first, count }: LineSpan): void {
    this.host.parts.quietly(() => {
      if (axis === 'row') this.facade().showRows(first - 1, count);
      else this.facade().showColumns(first - 1, count);
    });
  }

  isHidden(axis: Axis, line: number): boolean {
    return axis === 'row' ? !this.sheet.getRowRawVisible(line - 1) : !this.sheet.getColVisible(line - 1);
  }

  hiddenLines(axis: Axis): readonly number[] {
    const spans = axis === 'row' ? this.sheet.getHiddenRows() : this.sheet.getHiddenCols();
    return spans.flatMap(span => {
      const [first, last] =
        axis === 'row' ? [span.startRow, span.endRow] : [span.startColumn, span.endColumn];
      return Array.from({ length: last - first + 1 }, (_, index) => first + index + 1);
    });
  }

  columnWidth(column: number): number {
    return this.sheet.getColumnWidth(column - 1);
  }

  setColumnWidth(column: number, pixels: number): void {
    this.host.parts.quietly(() => this.facade().setColumnWidth(column - 1, pixels));
  }

  protected facade(): FWorksheet {
    const found = this.host.parts.api.getActiveWorkbook()?.getSheetBySheetId(this.sheet.getSheetId());
    if (!found) throw new Error(`The tab "${this.name}" is deleted.`);
    return found;
  }
}

/** A tab that a person adds in the grid is named by letters there; Sheets knows tabs by number. */
function idOf(sheetId: string): number {
  if (/^\d+$/.test(sheetId)) return Number(sheetId);
  let id = 0;
  for (const letter of sheetId) id = (id * 31 + letter.charCodeAt(0)) % 1_000_000_007;
  return id;
}
