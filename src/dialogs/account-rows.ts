import { type AccountTotal, accountTotals } from '../ledger/books/month-sums';
import type { JournalLine } from '../ledger/model/journal-line';
import type { MinorUnits } from '../ledger/units/money';
import { tableRow } from './page';
import { moneyFor } from './reader';

/** A journal by account: code and name, debit, credit; what is nothing is blank. */
export function accountRows(lines: readonly JournalLine[]): HTMLElement[] {
  return accountTotals(lines).map(accountRow);
}

export function accountRow({ code, account, currency, debit, credit }: AccountTotal): HTMLElement {
  const money = (amount: MinorUnits) => (amount === 0 ? '' : moneyFor(amount, currency));
  return tableRow(`${code} ${account}`, money(debit), money(credit));
}
