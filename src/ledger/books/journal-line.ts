import type { Currency, MinorUnits } from '../units/money';
import type { Month } from './month';

/** A line of a month's journal: the net amount of one account, client, block and reason. */
export interface JournalLine {
  readonly month: Month;
  readonly currency: Currency;
  readonly code: string;
  readonly account: string;
  /** Above zero it is a debit, below zero a credit. */
  readonly amount: MinorUnits;
  readonly client: string;
  readonly block: string;
  readonly memo: string;
}

type Kept = Omit<JournalLine, 'amount'> & { amount: number };

/** Sums up lines that differ in nothing but their amount. */
export interface LineSums {
  add(line: Omit<JournalLine, 'amount'>, amount: number): void;
  /** What does not come to nothing. */
  lines(): JournalLine[];
}

export function createSums(): LineSums {
  const sums = new Map<string, Kept>();
  return {
    add: (line, amount) => {
      const key = `${line.currency}\t${line.code}\t${line.client}\t${line.block}\t${line.memo}`;
      const sum = sums.get(key);
      if (sum) sum.amount += amount;
      else sums.set(key, { ...line, amount });
    },
    lines: () => [...sums.values()].filter(({ amount }) => amount !== 0) as unknown as JournalLine[],
  };
}

/** By currency, client and block, and of these the debits first, so that what belongs together stands together. */
export function compareLines(a: JournalLine, b: JournalLine): number {
  return (
    compareTexts(a.currency, b.currency) ||
    compareTexts(a.client.toLowerCase(), b.client.toLowerCase()) ||
    compareTexts(a.block, b.block) ||
    compareTexts(a.memo, b.memo) ||
    Number(a.amount < 0) - Number(b.amount < 0) ||
    compareTexts(a.code, b.code)
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
