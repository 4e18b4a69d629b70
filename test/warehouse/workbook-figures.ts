import { postLedger } from '../../src/ledger/books/journals';
import { createMonthSums } from '../../src/ledger/books/month-sums';
import { inOrder } from '../../src/ledger/books/posting';
import type { JournalLine } from '../../src/ledger/model/journal-line';
import { figuresOf } from '../../src/ledger/reports/figures';
import { summaryRows } from '../../src/ledger/reports/summary';
import { settleLedger } from '../../src/ledger/rules/settle';
import { earlier, isoDate } from '../../src/ledger/units/calendar-date';
import { amountNumber } from '../../src/ledger/units/money';
import { lastDay, type Month } from '../../src/ledger/units/month';
import type { ReadBook } from './any-book';

/** The overview of a whole workbook, without what only it knows. */
export function overview({ ledger }: ReadBook): unknown[][] {
  const settled = [...settleLedger(ledger, ledger.settings.today).values()];
  const [headers = [], ...rows] = summaryRows(settled.map(each => figuresOf(each, ledger)));
  const isKept = headers.map(header => header !== 'Last notice' && header !== 'Agreement');
  return rows.map(row =>
    row.filter((_, at) => isKept[at]).map(cell => (typeof cell === 'object' ? isoDate(cell.date) : cell)),
  );
}

/** What the month end writes for a month, as no month is closed. */
export function journalOf({ ledger }: ReadBook, month: Month): JournalLine[] {
  const until = earlier(lastDay(month), ledger.settings.today);
  const sums = createMonthSums(ledger.settings);
  postLedger(ledger, until, sums.write);
  return inOrder(sums.lines().get(month) ?? []);
}

export function journalRows(book: ReadBook, month: Month): unknown[][] {
  return journalOf(book, month).map(({ currency, account, code, amount, client, block, memo }) => {
    const size = amountNumber(amount, currency);
    return [month, currency, account, code, Math.max(size, 0), Math.max(-size, 0), client, block, memo];
  });
}

export function sorted(rows: readonly (readonly unknown[])[]): string[] {
  return rows.map(row => JSON.stringify(row)).sort();
}
