/**
 * A workbook as plain values: what a file holds, what a page keeps over a reload, and what crosses to a worker.
 *
 * Formulas are as typed in the workbook's locale. Rows and columns count from 1; tables go row by row.
 */

import type { KeptLineGroups } from './line-groups';
import type { Area, CellStyle, ColourRule, RawValue, ValidationRule } from './spreadsheet';
import type { KeptLimits } from './tab-limits';

export type Placed<T> = readonly [row: number, column: number, what: T];

/** Few different things on many cells: `at` holds, for each cell of the tab, a place in `list`, whose first is none. */
export interface Palette<T> {
  readonly list: readonly T[];
  readonly at: Uint16Array | readonly number[];
}

export interface TabContent {
  /** Absent in a file, which knows no ids. */
  readonly id?: string;
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** As far down as anything stands; where a formula stands, what it showed last. A spilled cell is blank. */
  readonly values: readonly (readonly RawValue[])[];
  readonly formulas: readonly Placed<string>[];
  readonly formats: Palette<string>;
  readonly looks: Palette<CellStyle>;
  readonly notes: readonly Placed<string>[];
  readonly validations: readonly { readonly area: Area; readonly rule: ValidationRule }[];
  readonly colourRules: readonly ColourRule[];
  readonly widths: readonly number[];
  readonly frozenRows: number;
  /** Out of sight. */
  readonly isHidden?: boolean;
  readonly merges?: readonly Area[];
  readonly frozenColumns?: number;
  /** Absent where nothing folds and nothing is hidden. */
  readonly lines?: KeptLineGroups | undefined;
  /** Absent in a file, which says nothing of editors. */
  readonly limits?: KeptLimits | undefined;
}

export interface BookContent {
  readonly tabs: readonly TabContent[];
  readonly names: readonly { readonly name: string; readonly tab: string; readonly area: Area }[];
}

/** Collects a palette while the cells are walked through. */
export function createPalette<T>(
  rows: number,
  columns: number,
  none: T,
  keyOf: (what: T) => string = String,
) {
  const list: T[] = [none];
  const places = new Map<string, number>([[keyOf(none), 0]]);
  const at = new Uint16Array(rows * columns);
  const seen = new Map<object, number>();
  return {
    palette: { list, at } as Palette<T>,
    /** Things that come from the same `origin` are alike, which spares comparing them. */
    set(row: number, column: number, what: T, origin?: object): void {
      let place = origin && seen.get(origin);
      if (place === undefined) {
        const key = keyOf(what);
        place = places.get(key) ?? list.push(what) - 1;
        places.set(key, place);
        if (origin) seen.set(origin, place);
      }
      at[(row - 1) * columns + column - 1] = place;
    },
  };
}

/** Every cell that has something of a palette. */
export function* placedOf<T>({ list, at }: Palette<T>, columns: number): Generator<Placed<T>> {
  for (let index = 0; index < at.length; index++) {
    const place = at[index];
    if (place) yield [Math.floor(index / columns) + 1, (index % columns) + 1, list[place] as T];
  }
}
