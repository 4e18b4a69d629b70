import type { JournalLine } from '../../model/journal-line';
import { sumOf } from '../../units/amounts';
import { valueAt } from '../../units/groups';
import type { Currency } from '../../units/money';
import { createSums } from '../posting';

/** Lines that balance by themselves and are imported in one go. */
export interface Part {
  readonly currency: Currency;
  /** Counted from 1 within the currency. */
  readonly part: number;
  readonly parts: number;
  readonly lines: readonly JournalLine[];
}

/**
 * One line an account and client, in parts of at most so many lines.
 *
 * A client's lines balance by themselves, so a part ends only between two clients; those between whom a transfer
 * went balance together, and stay so.
 */
export function partsOf(lines: readonly JournalLine[], most: number): Part[] {
  const currencies = [...new Set(lines.map(({ currency }) => currency))].sort();
  return currencies.flatMap(currency => {
    const parts: JournalLine[][] = [];
    for (const own of balanced(byClient(lines.filter(line => line.currency === currency)))) {
      const last = parts[parts.length - 1];
      if (last && last.length + own.length <= most) last.push(...own);
      else parts.push(own);
    }
    return parts.map((each, index) => ({ currency, part: index + 1, parts: parts.length, lines: each }));
  });
}

function balanced(clients: readonly JournalLine[][]): JournalLine[][] {
  const isEven = (own: readonly JournalLine[]) => sumOf(own.map(({ amount }) => amount)) === 0;
  const between = clients.filter(own => !isEven(own)).flat();
  return [...clients.filter(isEven), ...(between.length > 0 ? [between] : [])];
}

function byClient(lines: readonly JournalLine[]): JournalLine[][] {
  const clients = new Map<string, ReturnType<typeof createSums>>();
  for (const line of lines) {
    const sums = valueAt(clients, line.client, createSums);
    sums.add({ ...line, block: '', memo: '' }, line.amount);
  }
  return [...clients.values()].map(sums => sums.lines()).filter(own => own.length > 0);
}

/** ` (2 of 3)`, where there are several. */
export function partText({ part, parts }: Part): string {
  return parts > 1 ? ` (${part} of ${parts})` : '';
}
