import type { SeenTab } from '../ledger/model/ledger';
import type { TabName } from '../ledger/model/tab-names';

export type CellValue = string | number | boolean;

/** A cell that holds one formula of ours. */
export interface FormulaCell {
  /** As the tab is called in this workbook. */
  readonly tab: string;
  readonly row: number;
  readonly column: number;
  /** Blank where there is no formula. */
  formula(): string;
  /** What the cell shows; blank where there is nothing. */
  value(): unknown;
  write(formula: string): void;
}

/** The workbook as workflows see it. Rows and columns count from 1. */
export interface Workbook {
  /** By which Google knows it; a copy has another. */
  id(): string;
  /** As it is called in Drive. */
  title(): string;
  /** In whatever case the user writes its name. */
  tab(name: TabName): Tab | undefined;
  addTab(name: TabName): Tab;
  /** A tab that is none of those that set up makes: a statement to print, or one of another part of the add-on. */
  page(name: string): Tab | undefined;
  /** All tabs, ours and the user's own, as they are called, with the ids of their sheets. */
  pageIds(): ReadonlyMap<string, number>;
  /** What was there when nothing was missing, as far as it is remembered. */
  seen(): readonly SeenTab[];
  addPage(name: string): Tab;
  /** Gives a tab another name. */
  renamePage(name: string, to: string): void;
  /** Takes a tab out; a blank one comes in the place of the last. */
  removePage(name: string): void;
  /** The cell that the name `Ledger` stands for; nothing where there is no such name or its cell is gone. */
  ledgerCell(): FormulaCell | undefined;
  /** `place` is such as `Balances!A1`. */
  nameLedger(place: string): void;
  /** Makes sure that what was written stands in the sheet. */
  flush(): void;
}

/** Helps while typing and warns; never refuses what was typed. */
export interface Help {
  readonly text: string;
  readonly words?: readonly string[];
  /** The cells that hold what is offered, such as `Clients!A2:A`. */
  readonly names?: string;
}

/** How a tab looks before set up: every list is by column, the first column first. */
interface Look {
  /** On the cells of the header row. */
  readonly notes: readonly string[];
  /** Number formats of the first row below the headers. */
  readonly formats: readonly string[];
  /** Of the first row below the headers; blank where there is none. */
  readonly formulas: readonly string[];
  /** The lists and boxes of the first row below the headers. */
  readonly helps: readonly unknown[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
}

export interface Colour {
  readonly formula: string;
  readonly text: string;
  readonly ground: string;
}

/** Rows next to each other. */
export interface RowSpan {
  readonly row: number;
  readonly count: number;
}

/** Cells next to each other; in their first format, if they have any, before they get their values. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly values: CellValue[][];
  readonly formats: string[][] | undefined;
}

export interface Tab {
  /** As it is called in this workbook. */
  readonly name: string;
  /** Every cell from the first up to the last that holds something. */
  cells(): readonly (readonly unknown[])[];
  /** Some rows, up to the last column that holds something in any row. */
  rows(row: number, count: number): readonly (readonly unknown[])[];
  /** So many rows from the first on, or as many as the tab has. */
  top(count: number): readonly (readonly unknown[])[];
  /** The formula of every cell, blank where there is none. */
  formulas(): readonly (readonly string[])[];
  /** How many rows it has, filled or not. */
  rowCount(): number;
  /** The last row that holds anything; 0 in an empty tab. */
  lastRow(): number;
  /** The number formats of some rows, up to the last column that holds something in any row. */
  numberFormats(row: number, count: number): readonly (readonly string[])[];
  look(headerRow: number): Look;
  /** The formulas by which cells are coloured. */
  colours(): readonly string[];
  cell(row: number, column: number): FormulaCell;

  /** Makes sure that the tab is so large. */
  grow(rows: number, columns: number): void;
  /**
   * A text stays the text that it is, apostrophes and all: none becomes a formula, a date or a number.
   *
   * `look` comes right before the values go in, when all else is done; where it says no they do not. Gives whether they did.
   */
  write(block: Area, look?: () => boolean): boolean;
  /** Writes one value into cells of a column, wherever they are, in one step; in the format that they get first. */
  fill(rows: readonly RowSpan[], column: number, value: CellValue, format: string): void;
  /** Clears what stands in whole rows, wherever they are, in one step. */
  empty(rows: readonly RowSpan[]): void;
  /** Takes rows out; what stands below moves up. */
  remove(rows: RowSpan): void;
  /** Takes a column out; those behind it move up. */
  removeColumn(column: number): void;
  hide(): void;
  embolden(row: number, column: number, columns: number): void;
  /** Bold on a quiet ground. */
  dressHeaders(row: number, column: number, columns: number): void;
  /** From the first column on. */
  setNotes(row: number, notes: readonly string[]): void;
  setWidth(column: number, pixels: number): void;
  /** From `row` to the end of the tab. */
  setFormat(format: string, row: number, column: number): void;
  /** From `row` to the end of the tab, or in `rows` rows. */
  setHelp(help: Help, row: number, column: number, rows?: number): void;
  /** Long texts go on in further lines of their cell, from `row` to the end of the tab. */
  wrap(row: number, column: number): void;
  /** Makes boxes of cells below each other; a typed column of a table keeps what it has. */
  box(row: number, column: number, rows: number): void;
  freeze(rows: number): void;
  freezeColumns(columns: number): void;
  /** Rows that fold away under the row above them, and are folded at first. */
  foldRows(row: number, count: number): void;
  /** Columns that fold away under the column before them, and are folded at first. */
  foldColumns(column: number, count: number): void;
  /** A cell that is there for the script: small and grey. */
  mute(row: number, column: number): void;
  /** Asks whoever types into it whether it is meant so, but in the columns named; it never refuses. */
  guard(openColumns: readonly number[], headerRow: number): void;
  /** Whether it asks so already, or somebody has protected the tab otherwise. */
  isGuarded(): boolean;
  colour(colours: readonly Colour[], row: number, columns: readonly number[]): void;
}
