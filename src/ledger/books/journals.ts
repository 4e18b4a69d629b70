import type { Block } from '../model/block';
import type { JournalLine } from '../model/journal-line';
import type { Ledger } from '../model/ledger';
import { type SettledClient, settleLedger } from '../rules/settle';
import { negative } from '../units/amounts';
import type { CalendarDate } from '../units/calendar-date';
import { type Month, monthsBetween } from '../units/month';
import { type ClientBooks, clientBooks } from './client-books';
import { createSums, inOrder, type Posting } from './posting';

/** What stands beside lines that change a closed month. */
export const lateMemo = 'Late or changed in a closed month';

/** The journals of all months up to one, in their order; a month without lines has an empty one. */
export type Journals = ReadonlyMap<Month, readonly JournalLine[]>;

/**
 * The journal of an open month is what the replay comes to at its end less all earlier months' journals.
 *
 * So closed months stay as they were issued, what came late stands in the first open month, and twelve months add
 * up to the year.
 */
export function journalsUntil(
  last: Month,
  replayed: ReadonlyMap<Month, readonly JournalLine[]>,
  frozen: ReadonlyMap<Month, readonly JournalLine[]>,
): Journals {
  const journals = new Map<Month, readonly JournalLine[]>();
  const [first] = [...replayed.keys(), ...frozen.keys()].sort();
  if (first === undefined) return journals;
  let owed = createSums();
  for (const month of monthsBetween(first, last)) {
    const own = replayed.get(month) || [];
    const closed = frozen.get(month);
    if (closed) {
      for (const line of own) owed.add({ ...line, memo: lateMemo }, line.amount);
      for (const line of closed) owed.add({ ...line, memo: lateMemo }, negative(line.amount));
      journals.set(month, closed);
    } else {
      const late = owed.lines().map(line => ({ ...line, month }));
      journals.set(month, inOrder([...own, ...late]));
      owed = createSums();
    }
  }
  return journals;
}

/** Whether debits and credits are equal in every currency. */
export function isBalanced(lines: readonly JournalLine[]): boolean {
  const sums = new Map<string, number>();
  for (const { currency, amount } of lines) sums.set(currency, (sums.get(currency) || 0) + amount);
  return [...sums.values()].every(sum => sum === 0);
}

/** Hears every posting up to `until`, and gives the settled clients from which they come: one replay tells both. */
export function postLedger(
  ledger: Ledger,
  until: CalendarDate,
  write: (posting: Posting) => void,
): Map<string, SettledClient> {
  const blocks = new Map<string, Block[]>();
  for (const block of ledger.blocks) {
    const own = blocks.get(block.clientKey);
    if (own) own.push(block);
    else blocks.set(block.clientKey, [block]);
  }
  const writeInTime = (posting: Posting) => {
    if (posting.date <= until) write(posting);
  };
  const open: ClientBooks[] = [];
  const settled = settleLedger(ledger, until, client => {
    const books = clientBooks(client, blocks.get(client.key) || [], ledger.settings, writeInTime);
    open.push(books);
    return books;
  });
  for (const books of open) books.payUntil(until);
  return settled;
}
