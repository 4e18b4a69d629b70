import { figure, moneyOnPaper, type PaperTable, words } from '../../papers/paper';
import { type ColumnChart, columnPicture } from '../../pictures/columns';
import {
  amountNumber,
  type Currency,
  currencyDecimals,
  type MinorUnits,
  minorUnits,
  moneyText,
  noMoney,
} from '../../units/money';

/** An amount in a report; a text stands for itself. */
export interface Amount {
  readonly amount: MinorUnits;
  readonly currency: Currency;
}

type ReportCell = string | Amount;

/** One report of the books: for a page, a file and a tab alike. */
export interface Report {
  readonly heading: string;
  /** Words first, then figures. */
  readonly words: readonly string[];
  readonly figures: readonly string[];
  readonly rows: readonly { readonly cells: readonly ReportCell[]; readonly isStrong?: boolean }[];
  /** What it agrees with, or why it does not. */
  readonly remark: string;
  readonly charts: readonly ColumnChart[];
}

/** In pixels of a page of paper. */
const pictureWidth = 500;

export function reportTable(report: Report): PaperTable {
  const { heading, words: first, figures, rows, remark, charts } = withoutEmpty(report);
  const width = Math.min(16, Math.floor(70 / Math.max(1, figures.length)));
  return {
    heading,
    remark,
    pictures: charts
      .filter(({ columns }) => columns.length > 0)
      .map(chart => columnPicture(chart, pictureWidth)),
    columns: [
      ...first.map((header, at) => words(header, at === 0 ? 0 : header === '' ? 7 : 12)),
      ...figures.map(header => figure(header, width)),
    ],
    rows: rows.map(({ cells, isStrong = false }) => ({ cells: cells.map(textOf), isStrong })),
  };
}

/** Without columns in which nothing stands but the last, for a page is narrow. */
function withoutEmpty(report: Report): Report {
  const { words: first, figures, rows } = report;
  const isZero = (cell: ReportCell | undefined) => !cell || (typeof cell !== 'string' && cell.amount === 0);
  const isKept = (at: number) =>
    at === figures.length - 1 || rows.some(({ cells }) => !isZero(cells[first.length + at]));
  return {
    ...report,
    figures: figures.filter((_, at) => isKept(at)),
    rows: rows.map(row => ({
      ...row,
      cells: row.cells.filter((_, at) => at < first.length || isKept(at - first.length)),
    })),
  };
}

function textOf(cell: ReportCell): string {
  return typeof cell === 'string' ? cell : moneyOnPaper(cell.amount, cell.currency);
}

const longestBar = 24;

/** A cell of a tab; figures stay numbers. */
interface TabCell {
  readonly value: string | number;
  readonly format: string;
}

/** The rows of a tab; a bar beside the last figure shows how they compare. */
export function reportRows({ heading, words: first, figures, rows, remark }: Report): TabCell[][] {
  const sizeOf = (cells: readonly ReportCell[]) => {
    const last = cells[cells.length - 1];
    return last && typeof last !== 'string' ? Math.abs(last.amount) : 0;
  };
  const most = Math.max(1, ...rows.filter(({ isStrong }) => !isStrong).map(({ cells }) => sizeOf(cells)));
  const barOf = (cells: readonly ReportCell[]) => '█'.repeat(Math.round((sizeOf(cells) / most) * longestBar));
  return [
    [heading],
    [...first, ...figures],
    ...rows.map(({ cells, isStrong }) => [...cells, isStrong ? '' : barOf(cells)]),
    ...(remark ? [[remark]] : []),
    [''],
  ].map(cells => cells.map(tabCell));
}

function tabCell(cell: ReportCell): TabCell {
  if (typeof cell === 'string') return { value: cell, format: '@' };
  const decimals = currencyDecimals(cell.currency);
  const format = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  return { value: amountNumber(cell.amount, cell.currency), format };
}

/** Whether a report agrees with an account of Journal, in words. */
export function agreement(
  what: string,
  account: string,
  sums: ReadonlyMap<Currency, MinorUnits>,
  inJournal: ReadonlyMap<Currency, MinorUnits>,
): string {
  const currencies = [...new Set([...sums.keys(), ...inJournal.keys()])].sort();
  const others = currencies.flatMap(currency => {
    const [own, there] = [sums.get(currency) ?? noMoney, inJournal.get(currency) ?? noMoney];
    return own === there
      ? []
      : [`${moneyOnPaper(there, currency)} in place of ${moneyOnPaper(own, currency)}`];
  });
  if (others.length === 0) return `${what} and the account ${account} of Journal agree to the cent.`;
  return `The account ${account} of Journal shows ${others.join(', ')}: what came late stands in the next open month.`;
}

/** Money without its cents, where there is little room. */
export function shortMoney(currency: Currency): (value: number) => string {
  const unit = 10 ** currencyDecimals(currency);
  return value => {
    const whole = minorUnits(Math.round(value / unit) * unit);
    return moneyText(whole, currency)
      .replace(/[.,]0+$/, '')
      .replace(/^-/, '−');
  };
}

/** Currencies as a firm reads them: its own, then the others by their codes. */
export function ownFirst(currencies: Iterable<Currency>, own: Currency): readonly Currency[] {
  return [...new Set(currencies)].sort((a, b) => Number(b === own) - Number(a === own) || (a < b ? -1 : 1));
}
