import type { AccountRole } from '../model/accounts';
import type { Block } from '../model/block';
import type { JournalLine } from '../model/journal-line';
import { plus } from '../units/amounts';
import type { CalendarDate } from '../units/calendar-date';
import { valueAt } from '../units/groups';
import type { Currency, MinorUnits } from '../units/money';

/** Why something was booked; it stands in the journal. */
export type Memo =
  | 'Sold'
  | 'Tax'
  | 'Paid'
  | 'Paid after all'
  | 'Work'
  | 'Brought forward'
  | 'Correction'
  | 'Refund'
  | 'Transfer'
  | 'Overage invoiced'
  | 'Written off'
  | 'Expired unused'
  | 'Overage accrued';

/** One side of a posting: an account, and the block (or row of Blocks) by its number. */
export interface Side {
  readonly role: AccountRole;
  readonly block: string;
  /** The name of the client under whom it stands, where value goes from one client to another. */
  readonly across?: string;
}

/** An amount that goes from one account to another on a date; below zero it goes the other way. */
export interface Posting {
  readonly date: CalendarDate;
  readonly currency: Currency;
  readonly amount: MinorUnits;
  readonly debit: Side;
  readonly credit: Side;
  /** The client's name. */
  readonly client: string;
  readonly memo: Memo;
  /** What takes the place of bank, receivables and tax where `Cash side` is `none`. */
  readonly cashless: AccountRole;
}

/** An account and a row of Blocks; with a name, it is another client's (or on its way to another). */
export type BookSide = readonly [AccountRole, Pick<Block, 'number' | 'currency'>, string?];

/** Writes a posting; a row that is not in the books yet has it written when it comes into them. */
export type Book = (
  date: CalendarDate,
  amount: MinorUnits,
  debit: BookSide,
  credit: BookSide,
  memo: Memo,
  cashless?: AccountRole,
) => void;

/** A line that is still being added to. */
export type LineSum = Omit<JournalLine, 'amount'> & { amount: MinorUnits };

/** Sums up lines that differ in nothing but their amount. */
export interface LineSums {
  add(line: Omit<JournalLine, 'amount'>, amount: MinorUnits): LineSum;
  /** What does not come to nothing. */
  lines(): JournalLine[];
}

export function createSums(): LineSums {
  /** By client and block, with the few lines of each beside each other: no key is made of texts for every posting. */
  const clients = new Map<string, Map<string, LineSum[]>>();
  const all: LineSum[] = [];
  return {
    add: (line, amount) => {
      const { month, currency, code, account, client, block, memo } = line;
      const blocks = valueAt(clients, client, () => new Map<string, LineSum[]>());
      const own = valueAt(blocks, block, () => [] as LineSum[]);
      for (const sum of own) {
        if (sum.code !== code || sum.memo !== memo || sum.currency !== currency) continue;
        sum.amount = plus(sum.amount, amount);
        return sum;
      }
      const sum = { month, currency, code, account, client, block, memo, amount };
      own.push(sum);
      all.push(sum);
      return sum;
    },
    lines: () => all.filter(({ amount }) => amount !== 0),
  };
}

/** By currency, client and block, and of these the debits first, so that what belongs together stands together. */
export function inOrder(lines: readonly JournalLine[]): JournalLine[] {
  const placed = lines.map(line => ({ line, place: placeOf(line) }));
  placed.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));
  return placed.map(({ line }) => line);
}

function placeOf({ currency, client, block, memo, amount, code }: JournalLine): string {
  return `${currency}\t${client.toLowerCase()}\t${block}\t${memo}\t${amount < 0 ? 1 : 0}\t${code}`;
}
