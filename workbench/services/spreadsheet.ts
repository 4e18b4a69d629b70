/** `Spreadsheet`: the workbook that the add-on runs in; there is no other. */

import type { TabEngine } from '../engine/spreadsheet';
import { areaOf, splitReference } from './a1';
import type { ActiveRun } from './execution';
import { type Emulates, expose } from './expose';
import { NamedRangeService } from './named-range';
import { type RangeService, rangeOf } from './range';
import { type SheetService, sheetOf } from './sheet';

type Google = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

export function spreadsheetOf(run: ActiveRun): Google {
  return expose(run, 'Spreadsheet', new SpreadsheetService(run));
}

/** The tab that a person has before them; in a clock trigger the first. */
export function activeTab({ world }: ActiveRun): TabEngine {
  const [first, ...rest] = world.engine.tabs();
  const tab = [first, ...rest].find(each => each?.id === world.active.tab) ?? first;
  if (!tab) throw new Error('The workbook has no tabs.');
  return tab;
}

export class SpreadsheetService implements Emulates<Google, SpreadsheetService> {
  constructor(private readonly run: ActiveRun) {}

  getId = () => 'local-workbook';
  getName = () => 'Local workbook';
  getUrl = () => 'https://docs.google.com/spreadsheets/d/local-workbook/edit';
  getSpreadsheetTimeZone = () => this.engine.timeZone;
  getSpreadsheetLocale = () => this.engine.locale;
  getNumSheets = () => this.engine.tabs().length;
  getSheets = () => this.engine.tabs().map(tab => sheetOf(this.run, tab));
  getActiveSheet = () => sheetOf(this.run, activeTab(this.run));

  getSheetByName(name: string): Sheet | null {
    const tab = this.engine.tabs().find(each => each.name === name);
    return tab ? sheetOf(this.run, tab) : null;
  }

  setActiveSheet(sheet: Sheet): Sheet {
    return (sheet as unknown as SheetService).activate();
  }

  getActiveRange(): Range {
    const { row, column } = this.run.world.active;
    return rangeOf(this.run, activeTab(this.run), { row, column, rows: 1, columns: 1 });
  }

  insertSheet(name?: string | number | object, index?: number | object): Sheet {
    const wanted = typeof name === 'string' ? name : this.freeName();
    if (this.engine.tabs().some(tab => tab.name.toLowerCase() === wanted.toLowerCase())) {
      throw new Error(`A sheet with the name "${wanted}" already exists. Please enter another name.`);
    }
    const tab = this.engine.insertTab(
      wanted,
      [name, index].find(each => typeof each === 'number') as number | undefined,
    );
    this.run.world.active = { tab: tab.id, row: 1, column: 1 };
    return sheetOf(this.run, tab);
  }

  deleteSheet(sheet: Sheet): void {
    if (this.engine.tabs().length === 1) throw new Error("You can't remove all the sheets in a document.");
    this.engine.deleteTab((sheet as unknown as SheetService).tab.name);
  }

  getNamedRanges(): GoogleAppsScript.Spreadsheet.NamedRange[] {
    return this.engine
      .names()
      .map(({ name }) => expose(this.run, 'NamedRange', new NamedRangeService(this.run, name)));
  }

  getRangeByName(name: string): Range | null {
    const named = this.engine.names().find(each => each.name.toLowerCase() === name.toLowerCase());
    const tab = this.engine.tabs().find(each => each.name === named?.tab);
    return named && tab ? rangeOf(this.run, tab, named.area) : null;
  }

  setNamedRange(name: string, range: Range): void {
    if (!/^[A-Za-z_][\w.]*$/.test(name) || areaOf(name, { maxRows: 1, maxColumns: 1 })) {
      throw new Error(`The name "${name}" is not a valid name for a range.`);
    }
    const { tab, area } = range as unknown as RangeService;
    this.engine.setName(name, tab.name, area);
  }

  removeNamedRange(name: string): void {
    if (!this.engine.names().some(each => each.name === name)) {
      throw new Error(`The named range "${name}" does not exist.`);
    }
    this.engine.removeName(name);
  }

  /** A name, or an A1 text with its tab. */
  getRange(text: string): Range {
    const named = this.getRangeByName(text);
    if (named) return named;
    const { tab: name, cells } = splitReference(text);
    const tab = name === null ? activeTab(this.run) : this.engine.tabs().find(each => each.name === name);
    const area = tab && areaOf(cells, { maxRows: tab.maxRows(), maxColumns: tab.maxColumns() });
    if (!tab || !area) throw new Error('Range not found');
    return rangeOf(this.run, tab, area);
  }

  toast(text: string, title?: string | null): void {
    this.run.world.messages.push({ kind: 'toast', title: title ?? '', text, answer: '' });
  }

  private get engine() {
    return this.run.world.engine;
  }

  private freeName(): string {
    const taken = new Set(this.engine.tabs().map(tab => tab.name));
    let number = 1;
    while (taken.has(`Sheet${number}`)) number += 1;
    return `Sheet${number}`;
  }
}
