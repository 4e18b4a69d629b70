/** `Sheet`: one tab of the workbook. */

import type { Area, TabEngine } from '../engine/spreadsheet';
import { areaOf, splitReference } from './a1';
import { ConditionalFormatRuleService } from './conditional-format';
import type { ActiveRun } from './execution';
import { type Emulates, expose } from './expose';
import { rangeOf } from './range';
import { spreadsheetOf } from './spreadsheet';

type Google = GoogleAppsScript.Spreadsheet.Sheet;
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
  getIndex = () => this.run.world.engine.tabs().findIndex(tab => tab.id === this.tab.id) + 1;
  getParent = () => spreadsheetOf(this.run);

  setName(name: string): Google {
    const taken = this.run.world.engine.tabs().some(tab => tab.name === name && tab.id !== this.tab.id);
    if (taken) throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`);
    this.tab.rename(name);
    return this as unknown as Google;
  }

  activate(): Google {
    this.run.world.active = { tab: this.tab.id, row: 1, column: 1 };
    return this as unknown as Google;
  }

  getRange(rowOrA1: number | string, column = 1, rows = 1, columns = 1): GoogleAppsScript.Spreadsheet.Range {
    const area =
      typeof rowOrA1 === 'string' ? this.areaNamed(rowOrA1) : { row: rowOrA1, column, rows, columns };
    return rangeOf(this.run, this.tab, area);
  }

  getDataRange(): GoogleAppsScript.Spreadsheet.Range {
    const rows = Math.max(1, this.tab.lastRow());
    const columns = Math.max(1, this.tab.lastColumn());
    return rangeOf(this.run, this.tab, { row: 1, column: 1, rows, columns });
  }

  getLastRow = () => this.tab.lastRow();
  getLastColumn = () => this.tab.lastColumn();
  getMaxRows = () => this.tab.maxRows();
  getMaxColumns = () => this.tab.maxColumns();

  insertRowsAfter = (row: number, count: number) => this.done(this.tab.insertRows(row + 1, count));
  insertRowsBefore = (row: number, count: number) => this.done(this.tab.insertRows(row, count));
  insertColumnsAfter = (column: number, count: number) =>
    this.done(this.tab.insertColumns(column + 1, count));

  deleteRow = (row: number) => this.deleteRows(row, 1);
  deleteColumn = (column: number) => this.deleteColumns(column, 1) as unknown as Google;

  deleteRows(row: number, count: number): Google {
    if (row < 1 || row + count - 1 > this.tab.maxRows()) throw new Error('Those rows are out of bounds.');
    if (count >= this.tab.maxRows() - this.tab.frozenRows()) {
      throw new Error("You can't delete all the rows on the sheet.");
    }
    return this.done(this.tab.deleteRows(row, count));
  }

  deleteColumns(column: number, count: number): void {
    if (column < 1 || column + count - 1 > this.tab.maxColumns())
      throw new Error('Those columns are out of bounds.');
    if (count >= this.tab.maxColumns()) throw new Error("You can't delete all the columns on the sheet.");
    this.done(this.tab.deleteColumns(column, count));
  }

  getFrozenRows = () => this.tab.frozenRows();
  setFrozenRows = (rows: number) => void this.tab.setFrozenRows(rows);
  getColumnWidth = (column: number) => this.tab.columnWidth(column);
  setColumnWidth = (column: number, pixels: number) => this.done(this.tab.setColumnWidth(column, pixels));

  getConditionalFormatRules(): Rule[] {
    return this.tab.colourRules().map(rule => {
      return expose(
        this.run,
        'ConditionalFormatRule',
        new ConditionalFormatRuleService(this.run, this.tab, rule),
      );
    });
  }
  setConditionalFormatRules(rules: Rule[]): void {
    this.tab.setColourRules(rules.map(rule => (rule as unknown as ConditionalFormatRuleService).rule));
  }

  private areaNamed(a1: string): Area {
    const { tab, cells } = splitReference(a1);
    const size = { maxRows: this.tab.maxRows(), maxColumns: this.tab.maxColumns() };
    const area = tab === null || tab === this.tab.name ? areaOf(cells, size) : null;
    if (!area) throw new Error(`Range not found`);
    return area;
  }

  private done(_: unknown): Google {
    return this as unknown as Google;
  }
}
