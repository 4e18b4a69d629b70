import { type Journals, journalsUntil, postLedger } from '../../../src/ledger/books/journals';
import { createMonthSums } from '../../../src/ledger/books/month-sums';
import type { JournalLine } from '../../../src/ledger/model/journal-line';
import type { Ledger } from '../../../src/ledger/model/ledger';
import { amountNumber } from '../../../src/ledger/units/money';
import { lastDay, type Month } from '../../../src/ledger/units/month';
import { type Book, ledgerOf } from '../builders';

type Frozen = ReadonlyMap<Month, readonly JournalLine[]>;

export function journalsOf(
  ledger: Ledger,
  until: string,
  frozen: Frozen = new Map(),
  isClosed?: (month: Month) => boolean,
): Journals {
  const month = until as Month;
  const sums = createMonthSums(ledger.settings);
  postLedger(ledger, lastDay(month), sums.write);
  return journalsUntil(month, sums.lines(), frozen, isClosed);
}

/** A month's journal as an accountant reads it: `Dr 1000 1800 B-0001`, and with several clients or currencies which. */
export function desk(book: Book, month: string, until = month, frozen: Frozen = new Map()): string[] {
  const lines = journalsOf(ledgerOf(book), until, frozen).get(month as Month) ?? [];
  return lines.map(deskLine).sort();
}

export function deskLine({ amount, code, currency, block, client }: JournalLine): string {
  const side = amount > 0 ? 'Dr' : 'Cr';
  const who = client === 'Acme' ? '' : ` ${client}`;
  const money = `${amountNumber(Math.abs(amount) as never, currency)}${currency === 'USD' ? '' : ` ${currency}`}`;
  return `${side} ${code} ${money} ${block}${who}`;
}

/** Net amount of each account by code over all journals. */
export function totals(journals: Journals): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { code, amount } of [...journals.values()].flat()) sums[code] = (sums[code] ?? 0) + amount;
  return Object.fromEntries(Object.entries(sums).filter(([, amount]) => amount !== 0));
}
