import type { AccountRole } from '../model/accounts';
import type { JournalLine } from '../model/journal-line';
import type { Settings } from '../model/settings';
import { minus, negative, plus } from '../units/amounts';
import type { CalendarDate } from '../units/calendar-date';
import { remembering, valueAt } from '../units/groups';
import { type Month, monthOf } from '../units/month';
import { createSums, type LineSum, type LineSums, type Posting, type Side } from './posting';

/** Accounts through which money only passes show what stays there in a month, not each step. */
const passing: Partial<Record<AccountRole, string>> = {
  receivable: 'Receivables',
  clearing: 'Receipts to be matched',
  differences: 'Difference to the value drawn',
};

/** What a firm whose invoices are elsewhere does not move. */
const cashRoles: ReadonlySet<AccountRole> = new Set<AccountRole>(['bank', 'receivable', 'tax']);

/** Adds up postings by month, under the names that the firm's accounting knows. */
export function createMonthSums({ accounts, cashSide }: Pick<Settings, 'accounts' | 'cashSide'>) {
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
    const line = (role: AccountRole, { block }: Side) => {
      const { code, name: account } = accounts[role];
      return { month, currency, code, account, client, block, memo: passing[role] || memo };
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
  return a.role === b.role && a.block === b.block;
}
