/** Rows and columns that belong together and fold away under one sign, as Sheets' *Group rows* makes them. */
import { type Shift, shiftedLine } from './areas';

export type Axis = Shift['axis'];

/** Lines from `first` on. */
export interface LineSpan {
  readonly first: number;
  readonly count: number;
}

/** Of one axis, as plain values. */
export interface KeptLines {
  readonly depths: readonly (readonly [line: number, depth: number])[];
  readonly hidden: readonly number[];
  /** Whether the sign stands before the lines that it folds, not behind them. */
  readonly isControlBefore: boolean;
}

export type KeptLineGroups = Readonly<Record<Axis, KeptLines>>;

/** Sheets goes no deeper. */
const deepest = 8;

export class LineGroups {
  readonly isControlBefore: Record<Axis, boolean> = { row: false, column: false };
  readonly #depths: Record<Axis, Map<number, number>> = { row: new Map(), column: new Map() };

  /** How many groups a line is in; 0 in none. */
  depth(axis: Axis, line: number): number {
    return this.#depths[axis].get(line) ?? 0;
  }

  deepen(axis: Axis, { first, count }: LineSpan, by: number): void {
    for (let line = first; line < first + count; line++) {
      const depth = Math.max(0, this.depth(axis, line) + by);
      if (depth > deepest) throw new Error(`The group depth must not exceed ${deepest}.`);
      this.#set(axis, line, depth);
    }
  }

  /** The lines around this one that are together at this depth. */
  at(axis: Axis, line: number, depth: number): LineSpan | undefined {
    const isIn = (each: number) => each > 0 && this.depth(axis, each) >= depth;
    if (depth < 1 || !isIn(line)) return undefined;
    let [first, last] = [line, line];
    while (isIn(first - 1)) first--;
    while (isIn(last + 1)) last++;
    return { first, count: last - first + 1 };
  }

  depths(axis: Axis): KeptLines['depths'] {
    return [...this.#depths[axis]].sort(([a], [b]) => a - b);
  }

  shift(shift: Shift): void {
    const { axis, at, count } = shift;
    const before = this.depths(axis);
    // A line put in between two of one group belongs to it.
    const within = count > 0 ? Math.min(this.depth(axis, at - 1), this.depth(axis, at)) : 0;
    this.#depths[axis].clear();
    for (const [line, depth] of before) {
      const moved = shiftedLine(line, shift);
      if (moved !== undefined) this.#set(axis, moved, depth);
    }
    if (within > 0) for (let line = at; line < at + count; line++) this.#set(axis, line, within);
  }

  restore(axis: Axis, { depths, isControlBefore }: KeptLines): void {
    this.isControlBefore[axis] = isControlBefore;
    for (const [line, depth] of depths) this.#set(axis, line, depth);
  }

  #set(axis: Axis, line: number, depth: number): void {
    if (depth > 0) this.#depths[axis].set(line, depth);
    else this.#depths[axis].delete(line);
  }
}
