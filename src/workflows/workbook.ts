import type { TabName } from '../ledger/tabs';

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

/** The workbook as set up and refresh see it. Rows and columns count from 1. */
export interface Workbook {
  tab(name: TabName): Tab | undefined;
  addTab(name: TabName): Tab;
  /** The cell that the name `Ledger` stands for; nothing where there is no such name or its cell is gone. */
  ledgerCell(): FormulaCell | undefined;
  nameLedger(cell: FormulaCell): void;
}

/** Helps while typing and warns; never refuses what was typed. */
export type Help =
  | { readonly kind: 'box'; readonly text: string }
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly text: string }
  | { readonly kind: 'names'; readonly tab: Tab; readonly column: number; readonly text: string };

/** How a tab looks before set up: every list is by column, the first column first. */
export interface Look {
  /** On the cells of the header row. */
  readonly notes: readonly string[];
  /** Number formats of the first row below the headers. */
  readonly formats: readonly string[];
  /** Whether cells of the first row below the headers hold formulas. */
  readonly formulas: readonly boolean[];
  /** Whether cells of the first row below the headers have a list or a box. */
  readonly helped: readonly boolean[];
  readonly frozenRows: number;
}

export interface Colour {
  readonly formula: string;
  readonly text: string;
  readonly ground: string;
}

export interface Tab {
  /** As it is called in this workbook. */
  readonly name: string;
  /** Every cell from the first up to the last that holds something. */
  cells(): readonly (readonly unknown[])[];
  headers(): readonly unknown[];
  /** The last column that holds something, in any row. */
  lastColumn(): number;
  look(headerRow: number): Look;
  /** The formulas by which cells are coloured. */
  colours(): readonly string[];
  formulaCell(row: number, column: number): FormulaCell;

  /** Makes sure that the tab is so large. */
  grow(rows: number, columns: number): void;
  write(row: number, column: number, cells: readonly (readonly (string | number | boolean)[])[]): void;
  embolden(row: number, column: number, columns: number): void;
  setNotes(row: number, column: number, notes: readonly string[]): void;
  setWidth(column: number, pixels: number): void;
  /** Below and including `row`, or in `rows` rows from there. */
  setFormat(format: string, row: number, column: number, rows?: number): void;
  setHelp(help: Help, row: number, column: number, rows?: number): void;
  freeze(rows: number): void;
  colour(colours: readonly Colour[], row: number, columns: readonly number[]): void;
}
