import type { JournalLine } from '../model/journal-line';
import { negative } from '../units/amounts';
import { type Month, monthsBetween } from '../units/month';
import { createSums, inOrder } from './posting';

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
