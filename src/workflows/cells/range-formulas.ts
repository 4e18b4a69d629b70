import type { Issue } from '../../ledger/model/issue';
import { tabNames } from '../../ledger/model/tab-names';
import { foldHeader } from '../../ledger/sheet/headers';
import { counted } from '../../ledger/units/local-text';
import type { FormulaArea } from '../../workbook/ports';

/** Cells one below the other with the same function, each for the name beside it. */
interface Column {
  readonly area: FormulaArea;
  readonly row: number;
  readonly column: number;
  readonly count: number;
  readonly formula: string;
}

const functions = 'BLOCK(?:BALANCE|VALUE|USED|OVERAGE|SAVED|RUNOUT|QUOTE)';
/** What stays the same in every row: a text, a number, or a cell that does not move along. */
const fixed = '(?:"[^"]*"|[\\d.]+|\\$[A-Z]{1,3}\\$\\d+)?';
/** A function of ours for one cell: its name, the column and row of that cell, and what else it is given. */
const single = new RegExp(
  `^=\\s*(${functions})\\s*\\(\\s*(\\$?[A-Z]{1,3})(\\d+)\\s*((?:[;,]\\s*${fixed}\\s*)*?)[;,]\\s*Ledger\\s*(?:[;,]\\s*""\\s*)*\\)\\s*$`,
  'i',
);

/** Google starts about 30 at once, and there are more to start than these. */
const mostSingle = 20;

/** Each cell is an execution of its own at every edit, a column for a range of names is one. */
export function adviceOnFormulas(areas: readonly FormulaArea[]): Issue[] {
  const inOneCell = new RegExp(`\\b${functions}\\s*\\([^:]*$`, 'i');
  const counts = areas
    .map(area => ({
      tab: area.tab(),
      cells: area
        .formulas()
        .flat()
        .filter(each => inOneCell.test(each)),
    }))
    .filter(({ cells }) => cells.length > 0);
  const all = counts.reduce((sum, { cells }) => sum + cells.length, 0);
  if (all <= mostSingle) return [];
  const places = counts.map(({ tab, cells }) => `${tab} (${counted(cells.length, 'cell')})`).join(', ');
  const message = `Each cell with a function starts by itself at every edit, and Google starts about 30 at once: ${places}. Give a range of names, such as =BLOCKBALANCE(A2:A60; Ledger), or choose More > Set up > One formula a column….`;
  return [{ tab: 'Balances', row: 1, message }];
}

export function askToJoin(areas: readonly FormulaArea[]): { question: string } | { refusal: string } {
  const columns = columnsIn(areas);
  if (columns.length === 0)
    return {
      refusal:
        'No column to change: in a tab of your own, at least two cells one below the other with the same function, each for the cell beside it, such as =BLOCKBALANCE(A2; Ledger).',
    };
  const lines = columns.map(({ area, row, column, count, formula }) => {
    const [first, last] = [area.place(row, column), area.place(row + count - 1, column).replace(/^.*!/, '')];
    return `${first}:${last} (${counted(count, 'cell')}) becomes ${formula}`;
  });
  return { question: `${lines.join('\n')}\n\nThe figures stay the same. Change these formulas?` };
}

/** Looks anew, and again right before each write: a column into which somebody has typed meanwhile stays as it is. */
export function joinFormulas(areas: readonly FormulaArea[]): string {
  const columns = columnsIn(areas);
  const joined: Column[] = [];
  for (const each of columns) {
    if (!isStillThere(each)) continue;
    writeJoined(each);
    joined.push(each);
  }
  const cells = joined.reduce((sum, { count }) => sum + count, 0);
  const left = columns
    .filter(each => !joined.includes(each))
    .map(({ area, row, column }) => area.place(row, column));
  const others =
    left.length > 0 ? ` Somebody has just changed the column at ${left.join(', ')}: left as it is.` : '';
  return `${counted(cells, 'cell')} became ${counted(joined.length, 'formula')}. To take it back, press Ctrl+Z.${others}`;
}

function isStillThere({ area, row, column, count }: Column): boolean {
  const [read, now] = [area.formulas(), area.formulasNow()];
  const isStill = (at: number) => now[at]?.[column] !== '' && now[at]?.[column] === read[at]?.[column];
  return Array.from({ length: count }, (_, index) => row + index).every(isStill);
}

function writeJoined({ area, row, column, count, formula }: Column): void {
  const values = Array.from({ length: count }, (_, index) => [index === 0 ? formula : '']);
  area.write({ row, column, values, formats: undefined });
}

/** In our own tabs people sort, and rows are archived: there each row keeps its formula. */
function columnsIn(areas: readonly FormulaArea[]): Column[] {
  const own = new Set<string>(tabNames.map(foldHeader));
  return areas.filter(area => !own.has(foldHeader(area.tab()))).flatMap(columnsOf);
}

function columnsOf(area: FormulaArea): Column[] {
  const formulas = area.formulas();
  const found: Column[] = [];
  for (const column of (formulas[0] || []).keys()) {
    let row = 0;
    while (row < formulas.length) {
      const first = partsOf(area, formulas, row, column);
      let count = 1;
      while (first && isAlike(first, partsOf(area, formulas, row + count, column))) count++;
      if (first && count > 1) found.push({ area, row, column, count, formula: rangeFormula(first, count) });
      row += count;
    }
  }
  return found;
}

/** What a formula for the cell beside it is made of; nothing where it is of another kind. */
interface Parts {
  readonly name: string;
  readonly column: string;
  readonly row: number;
  readonly rest: string;
}

function partsOf(
  area: FormulaArea,
  formulas: readonly (readonly string[])[],
  row: number,
  column: number,
): Parts | undefined {
  const [, name = '', letters = '', digits = '', rest = ''] =
    single.exec(formulas[row]?.[column] || '') || [];
  const isBeside = digits !== '' && area.place(row, column).replace(/^.*\D/, '') === digits;
  return isBeside
    ? { name: name.toUpperCase(), column: letters.toUpperCase(), row: Number(digits), rest }
    : undefined;
}

function isAlike(first: Parts, other: Parts | undefined): boolean {
  return (
    other !== undefined &&
    first.name === other.name &&
    first.column === other.column &&
    first.rest === other.rest
  );
}

function rangeFormula({ name, column, row, rest }: Parts, count: number): string {
  return `=${name}(${column}${row}:${column}${row + count - 1}${rest}; Ledger)`;
}
