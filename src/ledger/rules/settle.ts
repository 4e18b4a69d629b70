import type { Block } from '../block';
import type { Client } from '../client';
import type { Ledger } from '../ledger';
import type { Settings } from '../settings';
import type { TimeEntry } from '../time-entry';
import type { CalendarDate } from '../units/calendar-date';
import type { Seconds } from '../units/seconds';
import type { Account, Post } from './account';
import { type ChargedEntry, chargeEntries } from './charging';
import { type Replay, replay } from './replay';

/** A client with everything that happened to it up to a date: the one source of every figure. */
export interface SettledClient {
  readonly client: Client;
  readonly blocks: readonly Block[];
  /** All of them, sorted by date, start and row; those after the date are charged but not drawn. */
  readonly entries: readonly ChargedEntry[];
  readonly account: Account;
  readonly asOf: CalendarDate;
}

/** Settles every client as of a date; linear after the sort. */
export function settleLedger(
  ledger: Ledger,
  asOf: CalendarDate,
  postsOf?: (client: Client) => Post,
): Map<string, SettledClient> {
  const blocks = byClient(ledger.blocks);
  const entries = byClient(ledger.entries);
  const settled = new Map<string, SettledClient>();
  for (const [key, client] of ledger.clients) {
    const rows = { blocks: blocks.get(key) || [], entries: entries.get(key) || [] };
    const post = postsOf?.(client);
    settled.set(key, settleClient(client, rows, ledger.settings, asOf, { post }));
  }
  return settled;
}

export function settleClient(
  client: Client,
  { blocks, entries: rows }: { readonly blocks: readonly Block[]; readonly entries: TimeEntry[] },
  { unpaidBlocks }: Pick<Settings, 'unpaidBlocks'>,
  asOf: CalendarDate,
  listen: Pick<Replay, 'tell' | 'post'> = {},
): SettledClient {
  const { terms } = client;
  // The list was made for this client alone, so it is sorted where it stands.
  const entries = chargeEntries(rows.sort(compareEntries), terms);
  const account = replay({ blocks, entries, terms, unpaidBlocks, asOf, ...listen });
  return { client, blocks, entries, account, asOf };
}

/** Settles one client of the ledger as of today. */
export function settleOne({ blocks, entries, settings }: Ledger, client: Client): SettledClient {
  const isOwn = ({ clientKey }: { readonly clientKey: string }) => clientKey === client.key;
  const own = { blocks: blocks.filter(isOwn), entries: entries.filter(isOwn) };
  return settleClient(client, own, settings, settings.today);
}

/** Hours left in usable blocks − overage waiting; below zero it says so. */
export function balanceOf({ account }: SettledClient): Seconds {
  return (account.usable - account.waiting.total) as Seconds;
}

/** Hours that no block covers, waiting or to invoice. */
export function overageOf({ account }: SettledClient): Seconds {
  return (account.waiting.total + account.toInvoice.total) as Seconds;
}

/** Hours charged for time entries from `from` to `to`, both included. */
export function usedBetween({ entries }: SettledClient, from: number, to: number): Seconds {
  let used = 0;
  for (const { entry, charged } of entries) if (entry.date >= from && entry.date <= to) used += charged;
  return used as Seconds;
}

/** Rows by the key of their client, of all clients or of some. */
export function byClient<Row extends { readonly clientKey: string }>(
  rows: readonly Row[],
  wanted?: ReadonlySet<string>,
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    if (wanted && !wanted.has(row.clientKey)) continue;
    const group = groups.get(row.clientKey);
    if (group) group.push(row);
    else groups.set(row.clientKey, [row]);
  }
  return groups;
}

/** Date, Start (blank first), row; most sheets are in that order already. */
function compareEntries(a: TimeEntry, b: TimeEntry): number {
  return a.date - b.date || a.start - b.start || a.row - b.row;
}
