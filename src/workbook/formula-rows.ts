import type { Cell } from '../ledger/sheet/cell';
import { isFilled } from '../ledger/sheet/tab-cells';
import type { ReadTab } from './tabs';

/** Functions whose results fill cells below or beside their own. */
const spilling =
  /\b(ARRAYFORMULA|BYROW|FILTER|FLATTEN|IMPORTRANGE|MAKEARRAY|MAP|QUERY|SCAN|SEQUENCE|SORT|SORTN|SPLIT|TRANSPOSE|UNIQUE)\s*\(/i;

/**
 * Tells which rows of Time cannot be archived for a formula in them.
 *
 * A formula in `Charged` is no typed charge, for it may change; and with one that fills other cells a person would
 * lose what stands in rows that stay.
 */
export function staysForItsFormula(time: ReadTab): (row: number) => boolean {
  const formulas = time.tab.formulas();
  const charged = time.column('Charged') - 1;
  const below = (row: number, at: number) =>
    formulas[row]?.[at] === '' && isFilled(time.rows[row]?.[at] as Cell | undefined);
  return row =>
    (formulas[row - 1] || []).some(
      (formula, at) => formula !== '' && (at === charged || (spilling.test(formula) && below(row, at))),
    );
}

/**
 * Tells which cells of a column, counted from 1, a formula fills: its own, or one further up that fills those below.
 *
 * `formulas` are those of the whole tab.
 */
export function filledByFormula(
  formulas: readonly (readonly string[])[],
  column: number,
): (row: number) => boolean {
  const own = (row: number) => formulas[row - 1]?.[column - 1] || '';
  const first = formulas.findIndex((_, index) => spilling.test(own(index + 1)));
  return row => own(row) !== '' || (first >= 0 && row > first + 1);
}

/** Columns of Time, counted from 1, that a formula further up fills by itself: nothing may be written there. */
export function filledColumns(time: ReadTab): number[] {
  const formulas = time.tab.formulas();
  const [headers = []] = formulas;
  return headers.flatMap((_, at) => (formulas.some(row => spilling.test(row[at] || '')) ? [at + 1] : []));
}
