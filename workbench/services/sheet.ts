/** `Sheet`: one tab of the workbook. */

import { areaIn } from '../engine/formula-references';
import type { TabEngine } from '../engine/spreadsheet';
import type { ActiveRun } from './execution';
import { type Emulates, expose } from './expose';
import { groupOf } from './group';
import { protectionsOf, protectTab } from './protection';
import { rangeOf } from './range';
import { rangeListOf } from './range-list';
import { formatOf, type RuleHolder } from './rule-builders';
import { spreadsheetOf } from './spreadsheet';

type Google = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Position = GoogleAppsScript.Spreadsheet.GroupControlTogglePosition;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

export function sheetOf(run: ActiveRun, tab: TabEngine): Google {
  return expose(run, 'Sheet', new SheetService(run, tab));
}

export class SheetService implements Emulates<Google, SheetService> {
  constructor(
    private readonly run: ActiveRun,
    readonly tab: TabEngine,
  ) {}

  getName = () => this.tab.name;
  getSheetId = () => this.tab.id;
  getParent = () => spreadsheetOf(this.run);
  getType = () => this.tab.limits.kind as unknown as GoogleAppsScript.Spreadsheet.SheetType;

  setName(name: string): Google {
    this.run.world.engine.renameTab(this.tab.name, name);
    return this as unknown as Google;
  }

  protect = () => protectTab(this.run, this.tab);
  getProtections = (type: unknown) => protectionsOf(this.run, [this.tab], type);

  getRange(rowOrA1: number | string, column = 1, rows = 1, columns = 1): Range {
    const area =
      typeof rowOrA1 === 'string' ? areaIn(this.tab, rowOrA1) : { row: rowOrA1, column, rows, columns };
    if (!area) throw new Error('Range not found');
    return rangeOf(this.run, this.tab, area);
  }

  getRangeList = (notations: string[]) =>
    rangeListOf(
      this.run,
      this.tab,
      notations.map(each => {
        const area = areaIn(this.tab, each);
        if (!area) throw new Error('Range not found');
        return area;
      }),
    );

  getDataRange = () =>
    this.getRange(1, 1, Math.max(1, this.tab.lastRow()), Math.max(1, this.tab.lastColumn()));
  getLastRow = () => this.tab.lastRow();
  getLastColumn = () => this.tab.lastColumn();
  getMaxRows = () => this.tab.maxRows();
  getMaxColumns = () => this.tab.maxColumns();

  insertRowsAfter = (row: number, count: number) => this.done(this.tab.insertRows(row + 1, count));
  insertColumnsAfter = (column: number, count: number) =>
    this.done(this.tab.insertColumns(column + 1, count));

  deleteRows(row: number, count: number): void {
    if (row + count - 1 > this.tab.maxRows()) throw new Error('Those rows are out of bounds.');
    if (count >= this.tab.maxRows() - this.tab.frozenRows())
      throw new Error('Sorry, it is not possible to delete all non-frozen rows.');
    this.tab.deleteRows(row, count);
  }

  deleteColumns(column: number, count: number): void {
    if (column + count - 1 > this.tab.maxColumns()) throw new Error('Those columns are out of bounds.');
    if (count >= this.tab.maxColumns() - this.tab.frozenColumns())
      throw new Error('Sorry, it is not possible to delete all non-frozen columns.');
    this.tab.deleteColumns(column, count);
  }

  hideSheet = () => this.done(this.tab.hide());
  getFrozenRows = () => this.tab.frozenRows();
  setFrozenRows = (rows: number) => void this.tab.setFrozenRows(rows);
  getFrozenColumns = () => this.tab.frozenColumns();
  setFrozenColumns = (columns: number) => void this.tab.setFrozenColumns(columns);

  getRowGroup = (row: number, depth: number) => groupOf(this.run, this.tab, 'row', row, depth);
  getColumnGroup = (column: number, depth: number) => groupOf(this.run, this.tab, 'column', column, depth);
  getRowGroupDepth = (row: number) => this.tab.groups.depth('row', row);
  getColumnGroupDepth = (column: number) => this.tab.groups.depth('column', column);
  setRowGroupControlPosition = (position: Position) => this.control('row', position);
  setColumnGroupControlPosition = (position: Position) => this.control('column', position);

  setColumnWidth = (column: number, pixels: number) => this.done(this.tab.setColumnWidth(column, pixels));

  getConditionalFormatRules = () => this.tab.colourRules().map(rule => formatOf(this.run, rule));
  setConditionalFormatRules = (rules: Rule[]) =>
    this.tab.setColourRules(rules.map(rule => (rule as unknown as RuleHolder<never>).rule));

  private control(axis: 'row' | 'column', position: Position): Google {
    this.tab.groups.isControlBefore[axis] = String(position) === 'BEFORE';
    return this as unknown as Google;
  }

  private done(_: unknown): Google {
    return this as unknown as Google;
  }
}
