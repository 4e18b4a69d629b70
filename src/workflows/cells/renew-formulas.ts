import { type Cell, isBlank, isFormulaError } from '../../ledger/sheet/cell';
import { tabs } from '../../ledger/sheet/tabs';
import { counted } from '../../ledger/units/local-text';
import { ownLedgerCell, placeOf, renewLedger } from '../../workbook/formulas';
import { type Book, countingLedger, type OpenBook } from '../../workbook/open-book';
import type { FormulaArea } from '../../workbook/ports';
import { parseStamp, stampOf } from '../../workbook/stamp';
import type { CellWrite } from '../../workbook/write-cells';
import { hasLiveFunction, renewedFormula } from '../typing/complete-formula';
import { carryMarks, type ReplacedFormula, writeWhereStill } from '../typing/complete-formulas';

/** Cells of ours that show no answer. */
export interface FailedCells {
  /** Worked out anew. */
  readonly renewed: readonly string[];
  /** Left as they are, for another try would not help, or there were too many. */
  readonly left: readonly string[];
  /** What stands in the way of a table of ours, and which. */
  readonly inTheWay?: readonly InTheWay[];
}

/** A cell that holds something where a table is to be shown. */
interface InTheWay {
  readonly place: string;
  readonly formula: string;
}

/** Google starts about 30 at once, so more would only fail again. */
const mostRenewed = 25;

/**
 * Has the stamp worked out anew where its cell shows none, or that of another ledger; gives its place.
 *
 * A function in a cell that failed once stays failed until an argument changes, and all others hang on this one.
 */
export function renewStamp(book: Book, opened: OpenBook): string | undefined {
  const cell = ownLedgerCell(book.workbook);
  // While something is gone the formula names its column still, by which functions know of it.
  if (!cell || opened.ledger.missing.length > 0) return undefined;
  const shown = String(cell.value());
  const isStamp = parseStamp(shown) !== undefined;
  // What this run has written is on its way into the stamp; where nothing can be counted, any stamp will do.
  const isSettling = opened.hasWritten || opened.ledger.fatal.length > 0;
  if (isStamp && (isSettling || shown === stampOf(countingLedger(book, opened)).text)) return undefined;
  renewLedger(book.workbook, cell, opened.tabs);
  return placeOf(cell);
}

const overview = /^=\s*BLOCK(SUMMARY|TOTALS)\s*\(/i;
/** Another try gives the same: something stands in the way, or an argument is an error itself. */
const stays: readonly unknown[] = ['#REF!', '#N/A', '#NAME?'];

/**
 * In a person's own cells an error may be right, so nobody but a person has them worked out anew.
 *
 * `none yet`: the overview may have been written a moment ago, and is blank until Google has worked it out.
 */
export type Tries = 'none' | 'none yet' | 'overview' | 'all';

/** Finds the cells with functions of ours that show an error, and has those worked out anew that are to be tried. */
export function renewAnswers(areas: readonly FormulaArea[], book: Book, tries: Tries): FailedCells {
  const [renewed, left]: [string[], string[]] = [[], []];
  const inTheWay: InTheWay[] = [];
  const replaced: ReplacedFormula[] = [];
  for (const area of areas) {
    const failed = failedCells(area, book, tries);
    const tried: CellWrite[] = [];
    for (const { row, column, formula, value } of failed) {
      const again = renewedFormula(formula);
      const mayHelp = again !== formula && !stays.includes(value) && renewed.length < mostRenewed;
      const isTried = tries === 'all' || (tries === 'overview' && overview.test(formula));
      const way = value === '#REF!' ? wayOf(area, row, column, formula) : undefined;
      if (way !== undefined) inTheWay.push({ place: way, formula: area.place(row, column) });
      else if (!mayHelp || !isTried) left.push(area.place(row, column));
      else {
        tried.push({ row, column, value: again });
        renewed.push(area.place(row, column));
      }
    }
    for (const { row, column, value } of writeWhereStill(area, area.formulas(), tried)) {
      const before = area.formulas()[row]?.[column] ?? '';
      replaced.push({ key: area.key(row, column), before, after: String(value) });
    }
  }
  if (replaced.length > 0) carryMarks(book.store, replaced);
  return { renewed, left, inTheWay };
}

/** How many columns the tables of ours have that are shown below their formula. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/^=\s*BLOCKSUMMARY\s*\(/i, tabs.Balances.length],
  [/^=\s*BLOCKTOTALS\s*\(/i, 8],
  [/^=\s*BLOCKLIST\s*\(/i, 11],
  [/^=\s*BLOCKEXPLAIN\s*\(/i, 7],
];

/** The first cell that holds something where the table is to be shown; nothing where the error is another one. */
function wayOf(area: FormulaArea, row: number, column: number, formula: string): string | undefined {
  const width = widths.find(([pattern]) => pattern.test(formula))?.[1];
  if (width === undefined) return undefined;
  const values = area.values();
  for (let at = row; at < values.length; at++)
    for (let beside = column; beside < column + width; beside++) {
      const isSelf = at === row && beside === column;
      if (!isSelf && !isBlank((values[at]?.[beside] ?? '') as Cell)) return area.place(at, beside);
    }
  return undefined;
}

/** Only of tabs with functions of ours the values are read. */
function failedCells(area: FormulaArea, { toCell }: Pick<Book, 'toCell'>, tries: Tries) {
  const formulas = area.formulas();
  const own = formulas.flatMap((cells, row) =>
    cells.flatMap((formula, column) => (hasLiveFunction(formula) ? [{ row, column, formula }] : [])),
  );
  if (own.length === 0) return [];
  const values = area.values();
  return own.flatMap(cell => {
    const value = toCell(values[cell.row]?.[cell.column]);
    return isNoAnswer(cell.formula, value, tries) ? [{ ...cell, value }] : [];
  });
}

/** An overview has its headers at least. */
function isNoAnswer(formula: string, value: Cell, tries: Tries): boolean {
  return isFormulaError(value) || (tries !== 'none yet' && overview.test(formula) && isBlank(value));
}

/** What a person is told who asked for it; nothing where every cell shows an answer. */
export function describeFailed({ renewed, left, inTheWay = [] }: FailedCells): string[] {
  const hover = 'hover over the cell to read why.';
  return [
    ...inTheWay.map(
      ({ place, formula }) =>
        `${place} holds something that is in the way of the table of ${formula}. Move it to a tab of your own.`,
    ),
    renewed.length > 0
      ? `Google had failed in ${listed(renewed)}: worked out anew. Where an error stays, ${hover}`
      : '',
    left.length > 0 ? `An error stands in ${listed(left)}: ${hover}` : '',
  ].filter(Boolean);
}

const mostListed = 5;

function listed(places: readonly string[]): string {
  const more = places.length - mostListed;
  const named = places.slice(0, mostListed).join(', ');
  return more > 0 ? `${named} and ${counted(more, 'more cell')}` : named;
}
