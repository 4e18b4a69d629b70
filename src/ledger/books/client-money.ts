import type { Block } from '../model/block';
import type { Client } from '../model/client';
import type { Ledger } from '../model/ledger';
import type { Settings } from '../model/settings';
import type { TimeEntry } from '../model/time-entry';
import { byClient, type SettledClient, settleClient } from '../rules/settle';
import type { Currency } from '../units/money';
import { clientBooks } from './client-books';
import type { Posting, Side } from './posting';

/** Where a client's money stands in one currency by the books, in minor units. */
export interface ClientMoney {
  /** Money received, less what was given back; with its tax. */
  cash: number;
  /** Sold and not paid yet; with its tax. */
  receivable: number;
  tax: number;
  /** Brought forward from before this workbook. */
  opening: number;
  /** Value of hours that came from other clients, less what went to them. */
  moved: number;
  badDebts: number;
  /** Earned in every way, with what refunds were below or above the value of their hours. */
  revenue: number;
  deferred: number;
}

const nothing = {
  cash: 0,
  receivable: 0,
  tax: 0,
  opening: 0,
  moved: 0,
  badDebts: 0,
  revenue: 0,
  deferred: 0,
};

/** A client as settled, and what the books say of it by currency. */
export interface BookedClient {
  readonly settled: SettledClient;
  readonly money: ReadonlyMap<Currency, ClientMoney>;
}

/** Settles clients as of today and sums up the books of each: the postings of the month end, no others. */
export function bookedClients(
  { clients, blocks, entries, settings }: Ledger,
  keys: Iterable<string>,
): Map<string, BookedClient> {
  const wanted = new Set(keys);
  const [ownBlocks, ownEntries] = [byClient(blocks, wanted), byClient(entries, wanted)];
  const booked = new Map<string, BookedClient>();
  for (const key of wanted) {
    const client = clients.get(key);
    const own = { blocks: ownBlocks.get(key) || [], entries: ownEntries.get(key) || [] };
    if (client) booked.set(key, bookedClient(client, own, settings));
  }
  return booked;
}

function bookedClient(
  client: Client,
  own: { readonly blocks: readonly Block[]; readonly entries: TimeEntry[] },
  settings: Settings,
): BookedClient {
  const { today } = settings;
  const money = new Map<Currency, ClientMoney>();
  const write = ({ currency, date, amount, debit, credit, memo }: Posting) => {
    if (date > today) return;
    const sum = money.get(currency) || { ...nothing };
    money.set(currency, sum);
    add(sum, debit, memo, amount);
    add(sum, credit, memo, -amount);
  };
  const books = clientBooks(client, own.blocks, settings, write);
  const settled = settleClient(client, own, settings, today, { post: books });
  books.payUntil(today);
  return { settled, money };
}

/** Debits are above zero; what a firm owes and earns is told as people tell it, above zero too. */
function add(sum: ClientMoney, { role, across }: Side, memo: Posting['memo'], debit: number): void {
  if (across !== undefined) {
    sum.moved += debit;
    return;
  }
  switch (role) {
    case 'bank':
    case 'clearing':
      sum.cash += debit;
      break;
    case 'differences':
      if (memo === 'Transfer') sum.moved += debit;
      else sum.revenue -= debit;
      break;
    case 'service':
    case 'overage':
    case 'breakage':
      sum.revenue -= debit;
      break;
    case 'accrued':
      // Nobody was sent a bill for it: to the client it is neither owed nor paid.
      sum.revenue -= debit;
      break;
    case 'tax':
    case 'deferred':
      sum[role] -= debit;
      break;
    default:
      sum[role] += debit;
  }
}
