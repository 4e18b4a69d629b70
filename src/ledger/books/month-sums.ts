import { type AccountBook, type AccountRole, accountOf } from '../model/accounts';
import type { JournalLine } from '../model/journal-line';
import type { Settings } from '../model/settings';
import { minus, negative, plus } from '../units/amounts';
import type { CalendarDate } from '../units/calendar-date';
import { remembering, valueAt } from '../units/groups';
import { type Currency, type MinorUnits, noMoney } from '../units/money';
import { type Month, monthOf, monthsBetween, monthText } from '../units/month';
import type { CsvFile } from './exports/csv';
import { lateMemo } from './journals';
import { createSums, type LineSum, type LineSums, type Posting, type Side } from './posting';

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
  /** What cannot be read, with what it would take back; while there is any, nothing is written. */
  readonly unread: readonly string[];
  readonly rowsLeftOut: number;
}

/** The kinds of file that a journal can be downloaded as. */
const fileKinds = ['plain', 'quickbooks', 'xero', 'quickbooks invoices', 'xero invoices'] as const;
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
  isClosed: (month: Month) => boolean,
): MonthView['months'] {
  const months = monthsBetween(first, last).reverse();
  return months.map(month => ({ month, title: monthText(month), isClosed: isClosed(month) }));
}

/** Accounts through which money only passes show what stays there in a month, not each step. */
const passing: Partial<Record<AccountRole, string>> = {
  receivable: 'Receivables',
  clearing: 'Receipts to be matched',
  differences: 'Difference to the value drawn',
};

/** What a firm whose invoices are elsewhere does not move. */
const cashRoles: ReadonlySet<AccountRole> = new Set<AccountRole>(['bank', 'receivable', 'tax']);

/** Adds up postings by month, under the names that the firm's accounting knows. */
export function createMonthSums(book: AccountBook & Pick<Settings, 'cashSide'>) {
  const { cashSide } = book;
  const months = new Map<Month, LineSums>();
  const sumsOn = remembering((date: CalendarDate) => {
    const month = monthOf(date);
    return { month, sums: valueAt(months, month, createSums) };
  });

  function roleOf(role: AccountRole, cashless: AccountRole): AccountRole {
    if (cashSide === 'none') return cashRoles.has(role) ? cashless : role;
    const isMatched = cashSide === 'clearing account' && (role === 'bank' || role === 'receivable');
    return isMatched ? 'clearing' : role;
  }

  let last: { readonly posting: Posting; readonly sums: LineSums; from: LineSum; to: LineSum } | undefined;

  function write(posting: Posting): void {
    const { date, currency, amount, debit, credit, client, memo, cashless } = posting;
    const [from, to] = [roleOf(debit.role, cashless), roleOf(credit.role, cashless)];
    if (from === to && debit.block === credit.block) return;
    const { month, sums } = sumsOn(date);
    // Work on one block comes in a row: most of a hundred thousand entries add to the lines of the one before.
    if (last?.sums === sums && isAlike(last.posting, posting)) {
      last.from.amount = plus(last.from.amount, amount);
      last.to.amount = minus(last.to.amount, amount);
      return;
    }
    const line = (role: AccountRole, { block, across = client }: Side) => {
      const { code, name: account } = accountOf(book, role, currency);
      return { month, currency, code, account, client: across, block, memo: passing[role] || memo };
    };
    last = {
      posting,
      sums,
      from: sums.add(line(from, debit), amount),
      to: sums.add(line(to, credit), negative(amount)),
    };
  }

  return {
    write,
    lines: (): Map<Month, JournalLine[]> =>
      new Map([...months].map(([month, sums]) => [month, sums.lines()])),
  };
}

function isAlike(a: Posting, b: Posting): boolean {
  const isSame = a.client === b.client && a.currency === b.currency && a.memo === b.memo;
  return (
    isSame && a.cashless === b.cashless && isSameSide(a.debit, b.debit) && isSameSide(a.credit, b.credit)
  );
}

function isSameSide(a: Side, b: Side): boolean {
  return a.role === b.role && a.block === b.block && a.across === b.across;
}
