import type { ClosedMonth } from '../model/closed-month';
import type { JournalLine } from '../model/journal-line';
import { negative } from '../units/amounts';
import { type Currency, type MinorUnits, noMoney } from '../units/money';
import { type Month, monthsBetween, monthText } from '../units/month';
import type { CsvFile } from './exports/csv';
import { lateMemo } from './journals';
import { createSums } from './posting';

/** One account of a month, over all clients. */
export interface AccountTotal {
  readonly currency: Currency;
  readonly code: string;
  readonly account: string;
  readonly debit: MinorUnits;
  readonly credit: MinorUnits;
}

/** What *Month end* shows of a month. */
export interface MonthView {
  readonly month: string;
  readonly title: string;
  /** To choose from, the newest first. */
  readonly months: readonly { readonly month: string; readonly title: string; readonly isClosed: boolean }[];
  readonly isClosed: boolean;
  readonly canClose: boolean;
  readonly accounts: readonly AccountTotal[];
  readonly lines: number;
  /** Lines that change a closed month. */
  readonly late: number;
  /** Titles of the months that closing this one freezes. */
  readonly freezes: readonly string[];
  /** Time entries in them whose `Charged` is filled. */
  readonly fills: number;
  /** Of closed months: `Jan 2026: 2 entries came late: −1.5 h`. */
  readonly cameLate: readonly string[];
  readonly rowsLeftOut: number;
}

/** The kinds of file that a journal can be downloaded as. */
export const fileKinds = ['plain', 'quickbooks', 'xero'] as const;
export type FileKind = (typeof fileKinds)[number];

export interface MonthFiles {
  readonly files: readonly CsvFile[];
  readonly note: string;
}

/** What each account moves in a month: debits and credits are not set off against each other. */
export function accountTotals(lines: readonly JournalLine[]): AccountTotal[] {
  const [debits, credits] = [createSums(), createSums()];
  for (const line of lines)
    (line.amount > 0 ? debits : credits).add({ ...line, client: '', block: '', memo: '' }, line.amount);
  const totals = new Map<string, AccountTotal>();
  for (const { currency, code, account, amount } of [...debits.lines(), ...credits.lines()]) {
    const key = `${currency} ${code}`;
    const known = totals.get(key) || {
      currency,
      code,
      account,
      debit: noMoney,
      credit: noMoney,
    };
    totals.set(key, amount > 0 ? { ...known, debit: amount } : { ...known, credit: negative(amount) });
  }
  const order = ({ currency, code }: AccountTotal) => `${currency} ${code}`;
  return [...totals.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

export function lateLines(lines: readonly JournalLine[]): number {
  return lines.filter(({ memo }) => memo === lateMemo).length;
}

/** From the first month of the books to this one, the newest first. */
export function monthChoices(
  first: Month,
  last: Month,
  closed: ReadonlyMap<Month, ClosedMonth>,
): MonthView['months'] {
  const months = monthsBetween(first, last).reverse();
  return months.map(month => ({ month, title: monthText(month), isClosed: closed.has(month) }));
}
