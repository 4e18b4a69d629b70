import type { Client } from '../client';
import type { Ledger } from '../ledger';
import { type SettledClient, settleClient } from '../rules/settle';
import type { Currency } from '../units/money';
import type { AccountRole } from './accounts';
import { clientBooks } from './client-books';
import type { Posting } from './posting';

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

/** Settles one client as of today and sums up what the books say of it: the postings of the month end, no others. */
export function clientMoney(
  { blocks, entries, settings }: Ledger,
  client: Client,
): { readonly settled: SettledClient; readonly money: ReadonlyMap<Currency, ClientMoney> } {
  const isOwn = ({ clientKey }: { readonly clientKey: string }) => clientKey === client.key;
  const own = { blocks: blocks.filter(isOwn), entries: entries.filter(isOwn) };
  const money = new Map<Currency, ClientMoney>();
  const write = ({ currency, date, amount, debit, credit, memo }: Posting) => {
    if (date > settings.today) return;
    const sum = money.get(currency) || { ...nothing };
    money.set(currency, sum);
    add(sum, debit.role, memo, amount);
    add(sum, credit.role, memo, -amount);
  };
  const books = clientBooks(client, own.blocks, settings, write);
  const settled = settleClient(client, own, settings, settings.today, { post: books });
  books.payUntil(settings.today);
  return { settled, money };
}

/** Debits are above zero; what a firm owes and earns is told as people tell it, above zero too. */
function add(sum: ClientMoney, role: AccountRole, memo: Posting['memo'], debit: number): void {
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
    case 'tax':
    case 'deferred':
      sum[role] -= debit;
      break;
    default:
      sum[role] += debit;
  }
}
