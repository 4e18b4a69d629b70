/**
 * A spreadsheet that behaves like Google Sheets, with Univer as its grid and formula engine.
 */

import type { Worksheet } from '@univerjs/core';
import { startUniver } from '#univer';
import { registerBuiltIns } from './built-in-functions';
import { findCircles } from './circles';
import { CustomFunctions, type NoteError, type WholeColumns } from './custom-functions';
import { DefinedNames } from './defined-names';
import { planFormula } from './formula-plan';
import { absoluteReference } from './formula-references';
import { FormulaParseError, fromEnglish } from './formula-text';
import type { ResultMemo } from './result-memo';
import { noteSpills } from './spill-effects';
import type { Area, CustomFunction } from './spreadsheet';
import { Tab } from './tab';
import { showSheet, type TabHost } from './tab-sheet';
import { type FormulasOfBook, newSheet, type UniverParts } from './univer';
import { serialOfInstant } from './zone';

export interface EngineOptions {
  readonly timeZone?: string;
  readonly locale?: string;
  /** Names of the first tabs; `Sheet1` if left out. */
  readonly tabs?: readonly string[];
  /** Serial number of the moment that `NOW()` and `TODAY()` show; this machine's clock if left out. */
  readonly now?: () => number;
  /** How far whole columns reach that a function is handed; to the end of the grid if left out. */
  readonly wholeColumns?: WholeColumns;
  /** Of a tab that is new, instead of Sheets' 1000. */
  readonly rows?: number | undefined;
}

export function createEngine(options: EngineOptions = {}): Engine {
  const names = options.tabs ?? ['Sheet1'];
  const sheets = names.map((name, index) => newSheet(String(index), name, options.rows));
  return new Engine(startUniver({ sheets, styles: {} }), options);
}

/** Formulas that free or fill cells for others settle in two or three rounds. */
const MAX_ROUNDS = 10;

export class Engine implements TabHost {
  readonly timeZone: string;
  /** Such as `en_US` or `de_DE`. */
  readonly locale: string;
  readonly parts: UniverParts;
  readonly #noteError: NoteError = (caller, error) =>
    this.#tabs
      .get(caller.subUnitId ?? '')
      ?.formulaCells.messages.set(caller.row + 1, caller.column + 1, error);
  readonly #custom: CustomFunctions;
  readonly #rows: number | undefined;
  /** How often formulas were worked out: whatever one edit starts has the same number. */
  settlings = 0;
  readonly #ours = new Set<string>();
  readonly #tabs = new Map<string, Tab>();
  readonly #names: DefinedNames;
  #valuesChanged = false;
  #formulasChanged = false;
  #settling: Promise<void> = Promise.resolve();

  constructor(parts: UniverParts, options: EngineOptions) {
    const { timeZone = 'Etc/UTC', locale = 'en_US', now, wholeColumns = 'grid' } = options;
    this.timeZone = timeZone;
    this.locale = locale;
    this.parts = parts;
    this.#names = new DefinedNames(parts);
    this.#rows = options.rows;
    this.#custom = new CustomFunctions(parts, this.#noteError, wholeColumns);
    registerBuiltIns(parts, this.#noteError, now ?? (() => serialOfInstant(Date.now(), timeZone)));
  }

  tabs(): readonly Tab[] {
    return this.parts.book.getSheets().map(sheet => this.#tabOf(sheet));
  }

  insertTab(name: string, index = this.tabs().length): Tab {
    this.#refuseTaken(name);
    const id = String(1 + Math.max(-1, ...this.tabs().map(tab => tab.id)));
    const sheet = this.parts.core.mergeWorksheetSnapshotWithDefault(newSheet(id, name, this.#rows));
    const shown = this.parts.book.getActiveSheet();
    this.#run('sheet.mutation.insert-sheet', { index, sheet });
    // Univer shows it at once; whether a person sees another tab is for the script to say.
    if (shown) showSheet(this.parts, shown);
    this.shifted();
    const made = this.parts.book.getSheetBySheetId(id);
    if (!made) throw new Error(`Univer did not insert the tab "${name}".`);
    return this.#tabOf(made);
  }

  /** Formulas, names and lists follow. */
  renameTab(name: string, to: string): void {
    const tab = this.#named(name);
    if (name.toLowerCase() !== to.toLowerCase()) this.#refuseTaken(to);
    tab.rename(to);
    for (const each of this.tabs()) each.look.followRename(name, to);
  }

  deleteTab(name: string): void {
    const tab = this.#named(name);
    this.#names.removeOf(name);
    const id = tab.sheetId;
    this.parts.quietly(() => this.parts.api.getActiveWorkbook()?.deleteSheet(id));
    this.#tabs.delete(id);
    this.shifted();
  }

  names() {
    return this.#names.all();
  }

  setName(name: string, tab: string, area: Area): void {
    this.#names.set(name, tab, area);
    this.#replan();
  }

  /** Makes the add-on's functions known to formulas; called once, before any formula is worked out. */
  registerFunctions(functions: ReadonlyMap<string, CustomFunction>): void {
    const executors = this.parts.injector.get(this.parts.sheets.IFunctionService);
    for (const [name, implementation] of functions) {
      this.#ours.add(name.toUpperCase());
      executors.registerExecutors(this.#custom.executor(name.toUpperCase(), implementation));
    }
    this.#replan();
  }

  /** What the add-on's functions gave so far. */
  get results(): ResultMemo {
    return this.#custom.memo;
  }

  /** Waits until every formula that an edit touches is worked out. */
  settle(): Promise<void> {
    this.#settling = this.#settling.catch(() => {}).then(() => this.#settle());
    return this.#settling;
  }

  dispose(): void {
    this.parts.dispose();
  }

  plan(formula: string) {
    return planFormula(formula, this);
  }

  isOurs(functionName: string): boolean {
    return this.#ours.has(functionName.toUpperCase());
  }

  cellsOf(name: string): string | undefined {
    return this.#names.cellsOf(name);
  }

  /** A formula that Univer holds, as it would be typed. */
  typedForm(univer: string): string {
    const names = new Map(this.names().map(({ name, tab, area }) => [absoluteReference(tab, area), name]));
    try {
      return fromEnglish(univer, this.locale, reference => names.get(reference));
    } catch (error) {
      if (error instanceof FormulaParseError) return univer;
      throw error;
    }
  }

  changed(what: 'values' | 'formulas'): void {
    this.#valuesChanged = true;
    if (what === 'formulas') this.#formulasChanged = true;
  }

  shifted(): void {
    for (const tab of this.tabs()) tab.formulaCells.followUniver();
    this.#replan();
  }

  async #settle(): Promise<void> {
    this.settlings++;
    for (const tab of this.tabs()) tab.look.showColours(this.parts.look, tab.sheetId);
    await this.#calculate();
    // Figures first: they are what somebody waits for.
    for (const tab of this.tabs()) tab.look.show(this.parts.look, tab.sheetId);
  }

  async #calculate(): Promise<void> {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      if (this.#formulasChanged) this.#markCircles();
      if (!this.#valuesChanged) return;
      this.#valuesChanged = false;
      await this.parts.calculate(this.#formulas());
      if (noteSpills(this.tabs(), this.#names.references())) this.changed('formulas');
    }
  }

  /** In a page Univer fills formulas down by itself, and looks for them itself. */
  #formulas(): FormulasOfBook | undefined {
    if (this.parts.look) return undefined;
    const sheets = this.tabs().map(tab => [tab.sheetId, tab.formulasOfSheet()]);
    return { [this.parts.book.getUnitId()]: Object.fromEntries(sheets) };
  }

  #markCircles(): void {
    this.#formulasChanged = false;
    const tabs = this.tabs().map(tab => ({ name: tab.name, formulas: tab.formulaCells.table }));
    const circular = findCircles(tabs, this.#names.references());
    for (const tab of this.tabs()) {
      for (const [row, column, formula] of tab.formulaCells.table.entries()) {
        if (formula.circular !== circular.has(formula))
          tab.setCircular(row, column, formula, !formula.circular);
      }
    }
  }

  #replan(): void {
    this.#names.note();
    for (const tab of this.tabs()) tab.replanFormulas();
    this.changed('formulas');
  }

  #named(name: string): Tab {
    const tab = this.tabs().find(each => each.name === name);
    if (!tab) throw new Error(`No tab is named "${name}".`);
    return tab;
  }

  #refuseTaken(name: string): void {
    if (this.tabs().some(tab => tab.name.toLowerCase() === name.toLowerCase()))
      throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }

  #tabOf(sheet: Worksheet): Tab {
    const known = this.#tabs.get(sheet.getSheetId());
    if (known) return known;
    const tab = new Tab(this, sheet);
    this.#tabs.set(sheet.getSheetId(), tab);
    return tab;
  }

  #run(command: string, params: object): void {
    this.parts.run(command, { unitId: this.parts.book.getUnitId(), ...params });
  }
}
