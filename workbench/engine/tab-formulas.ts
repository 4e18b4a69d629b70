/**
 * The formulas of a tab as typed, beside what Univer was given for them.
 */
import { CellTable } from './cell-table';
import { type Cells, cellOf } from './cells';
import type { FormulaCell } from './circles';
import { CIRCULAR, type FormulaPlan, showError } from './formula-plan';
import { followMoves } from './formula-text';
import type { CellInput, ErrorValue } from './spreadsheet';
import type { Cell } from './univer';

export interface Planner {
  readonly locale: string;
  plan(formula: string): FormulaPlan;
}

export class TabFormulas {
  readonly table = new CellTable<FormulaCell>();
  /** What a person sees on hovering over an error. */
  readonly messages = new CellTable<ErrorValue>();
  readonly #planner: Planner;
  readonly #cells: Cells;

  constructor(planner: Planner, cells: Cells) {
    this.#planner = planner;
    this.#cells = cells;
  }

  /** What Univer is to keep for an input; the formula that was there before is forgotten. */
  cellFor(input: CellInput, row: number, column: number): Cell {
    const before = this.table.get(row, column);
    const style = before?.formatIsAutomatic ? { s: { n: null } } : {};
    const formatIsAutomatic = before?.formatIsAutomatic ?? this.#cells.format(row, column) === '';
    if (before) {
      this.table.set(row, column, undefined);
      this.messages.set(row, column, undefined);
    }
    if (!('formula' in input)) return { ...cellOf(input.value), ...style };
    const plan = this.#planner.plan(input.formula);
    this.table.set(row, column, { typed: input.formula, ...plan, circular: false, formatIsAutomatic });
    return { ...cellOf(input.cached ?? ''), f: plan.univer, ...style };
  }

  /** Makes known a formula that a person put into Univer's grid; gives what Univer has to be told, if anything. */
  adopt(row: number, column: number, typed: string, found: string): Cell | undefined {
    const known = this.table.get(row, column);
    if (known?.univer === found && known.typed === typed) return undefined;
    const plan = this.#planner.plan(typed);
    const formatIsAutomatic = known?.formatIsAutomatic ?? this.#cells.format(row, column) === '';
    this.table.set(row, column, { typed, ...plan, circular: false, formatIsAutomatic });
    return plan.univer === found ? undefined : { f: plan.univer, si: null };
  }

  forget(row: number, column: number): boolean {
    const known = this.table.get(row, column) !== undefined;
    this.table.set(row, column, undefined);
    this.messages.set(row, column, undefined);
    return known;
  }

  /** Marks a formula as part of a circle, or not any more: Univer gets an error for it, or its own text again. */
  circularCell(formula: FormulaCell, circular: boolean): Cell {
    formula.circular = circular;
    return { ...cellOf(''), f: circular ? showError('#REF!', CIRCULAR) : formula.univer };
  }

  /** Plans formulas anew, because functions or names are others now; gives what has changed for Univer. */
  *replan(): Generator<readonly [row: number, column: number, cell: Cell]> {
    for (const [row, column, formula] of [...this.table.entries()]) {
      const plan = this.#planner.plan(formula.typed);
      if (plan.univer === formula.univer) continue;
      this.table.set(row, column, { ...formula, ...plan, circular: false });
      yield [row, column, { f: plan.univer, si: null }];
    }
  }

  /** Takes over what Univer made of the formulas when lines were inserted or deleted, or tabs renamed. */
  followUniver(): void {
    for (const [row, column, formula] of [...this.table.entries()]) {
      const univer = this.#cells.own(row, column)?.f;
      if (!univer || univer === formula.univer || formula.circular) continue;
      const typed = followMoves(formula.typed, univer, this.#planner.locale);
      this.table.set(row, column, { ...formula, typed, ...this.#planner.plan(typed), univer });
    }
  }
}
