/** `Spreadsheet`: the workbook that the add-on runs in; there is no other. */

import { areaIn, parseReference } from '../engine/formula-references';
import type { ActiveRun } from './execution';
import { type Emulates, expose } from './expose';
import { protectionsOf } from './protection';
import { type RangeService, rangeOf } from './range';
import { type SheetService, sheetOf } from './sheet';

type Google = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

export function spreadsheetOf(run: ActiveRun): Google {
  return expose(run, 'Spreadsheet', new SpreadsheetService(run));
}

class SpreadsheetService implements Emulates<Google, SpreadsheetService> {
  constructor(private readonly run: ActiveRun) {}

  getId = () => this.run.world.id;
  getName = () => this.run.world.name;
  getSpreadsheetTimeZone = () => this.engine.timeZone;
  getNumSheets = () => this.engine.tabs().length;
  getCurrentCell(): Range | null {
    const { tab, row, column } = this.run.world.active;
    const found = this.engine.tabs().find(each => each.id === tab);
    // Nowhere while a chart is shown.
    if (found?.limits.kind !== 'GRID') return null;
    return rangeOf(this.run, found, { row, column, rows: 1, columns: 1 });
  }

  getSheets = () => this.engine.tabs().map(tab => sheetOf(this.run, tab));

  getSheetByName(name: string): Sheet | null {
    const tab = this.tab(name);
    return tab ? sheetOf(this.run, tab) : null;
  }

  insertSheet(name?: unknown, index?: unknown): Sheet {
    const tab = this.engine.insertTab(String(name), Number(index));
    this.run.world.active = { tab: tab.id, row: 1, column: 1 };
    return sheetOf(this.run, tab);
  }

  deleteSheet(sheet: Sheet): void {
    if (this.engine.tabs().length === 1) throw new Error("You can't remove all the sheets in a document.");
    this.engine.deleteTab((sheet as unknown as SheetService).tab.name);
  }

  getProtections = (type: unknown) => protectionsOf(this.run, this.engine.tabs(), type);

  getRangeByName(name: string): Range | null {
    const named = this.engine.names().find(each => each.name.toLowerCase() === name.toLowerCase());
    const tab = named && this.tab(named.tab);
    return tab ? rangeOf(this.run, tab, named.area) : null;
  }

  setNamedRange(name: string, range: Range): void {
    if (!/^[A-Za-z_][\w.]*$/.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name)) {
      throw new Error(`The name "${name}" is not a valid name for a range.`);
    }
    const { tab, area } = range as unknown as RangeService;
    this.engine.setName(name, tab.name, area);
  }

  /** An A1 text with its tab. */
  getRange(text: string): Range {
    const tab = this.tab(parseReference(text)?.tab ?? '');
    const area = tab?.limits.kind === 'GRID' && areaIn(tab, text);
    if (!area) throw new Error('Range not found');
    return rangeOf(this.run, tab, area);
  }

  toast(text: string, title?: string | null): void {
    this.run.world.messages.push({ kind: 'toast', title: title ?? '', text, answer: '' });
  }

  private get engine() {
    return this.run.world.engine;
  }

  private tab(name: string) {
    return this.engine.tabs().find(each => each.name === name);
  }
}
