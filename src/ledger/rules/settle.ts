import type { Archive } from '../model/archive';
import type { Block } from '../model/block';
import type { Client } from '../model/client';
import type { Ledger, PassingLedger } from '../model/ledger';
import type { Settings } from '../model/settings';
import type { TimeEntry } from '../model/time-entry';
import { minus, plus } from '../units/amounts';
import type { CalendarDate } from '../units/calendar-date';
import { addTo, groupsOf } from '../units/groups';
import type { PassingRows } from '../units/passing-rows';
import { noTime, type Seconds } from '../units/seconds';
import type { Account, Post } from './account';
import { isSealedFor, needWholeLedger, startOf } from './archive';
import { type ChargedEntry, chargeEntries } from './charging';
import { rememberedEntries } from './kept-client';
import { type Replay, replay, type Start } from './replay';

/** A client with everything that happened to it up to a date: the one source of every figure. */
export interface SettledClient {
  readonly client: Client;
  readonly blocks: readonly Block[];
  /** All of them, sorted by date, start and row; those after the date are charged but not drawn. */
  readonly entries: readonly ChargedEntry[];
  readonly account: Account;
  readonly asOf: CalendarDate;
}

/** One client's. The list of entries was made for it alone, so it is sorted where it stands. */
interface Rows {
  readonly blocks: readonly Block[];
  readonly entries: TimeEntry[];
}

/** Settles every client as of a date; linear after the sort. Who listens needs a ledger whose archive was read. */
export function settleLedger(
  ledger: Ledger,
  asOf: CalendarDate,
  postsOf?: (client: Client) => Post,
): Map<string, SettledClient> {
  const settled = new Map<string, SettledClient>();
  eachSettled(ledger, asOf, each => void settled.set(each.client.key, each), postsOf);
  return settled;
}

/** The same, one client after the other: what a hundred thousand entries come to need not stand in memory at once. */
export function eachSettled(
  ledger: PassingLedger,
  asOf: CalendarDate,
  visit: (settled: SettledClient) => void,
  postsOf?: (client: Client) => Post,
): void {
  if (postsOf) needWholeLedger(ledger);
  const rowsOf = clientRows(ledger);
  for (const client of ledger.clients.values()) {
    const rows = rowsOf(client.key);
    const post = postsOf?.(client);
    visit(
      post
        ? settleClient(client, rows, ledger.settings, asOf, { post })
        : settleIn(ledger, client, rows, asOf),
    );
  }
}

export function settleClient(
  client: Client,
  { blocks, entries: rows }: Rows,
  { unpaidBlocks }: Pick<Settings, 'unpaidBlocks'>,
  asOf: CalendarDate,
  how: Pick<Replay, 'start' | 'tell' | 'post'> = {},
): SettledClient {
  const { terms } = client;
  const entries = chargeEntries(inOrder(rows), terms);
  const account = replay({ blocks, entries, terms, unpaidBlocks, asOf, ...how });
  return { client, blocks, entries, account, asOf };
}

/** Settles one client of the ledger as of today; where the archive was not read, what came before its end is not told. */
export function settleOne(ledger: Ledger, client: Client, tell?: Replay['tell']): SettledClient {
  const isOwn = ({ clientKey }: { readonly clientKey: string }) => clientKey === client.key;
  const own = { blocks: ledger.blocks.filter(isOwn), entries: ledger.entries.filter(isOwn) };
  return settleIn(ledger, client, own, ledger.settings.today, tell);
}

/** Whether every client can be settled as of a date without the archive; what was edited since may need it. */
export function isSettledWithout(ledger: PassingLedger, asOf: CalendarDate): boolean {
  if (!isSealedFor(ledger, asOf)) return false;
  const rowsOf = clientRows(ledger);
  return [...(ledger.archive as Archive).kept.keys()].every(key => {
    const client = ledger.clients.get(key);
    return client !== undefined && keptStart(ledger, client, rowsOf(key)) !== undefined;
  });
}

/** Gives each client's rows; its entries are put together when it is asked for. */
function clientRows({ blocks, entries }: Pick<PassingLedger, 'blocks' | 'entries'>): (key: string) => Rows {
  const ownBlocks = byClient(blocks);
  const entriesOf = 'read' in entries ? passingEntries(entries) : byClient(entries);
  return key => ({ blocks: ownBlocks.get(key) || [], entries: entriesOf.get(key) || [] });
}

function passingEntries(entries: PassingRows<TimeEntry>): Pick<Map<string, TimeEntry[]>, 'get'> {
  const places = new Map<string, number[]>();
  for (let at = 0; at < entries.length; at++) addTo(places, entries.read(at).clientKey, at);
  return { get: key => places.get(key)?.map(entries.read) };
}

/** Settles from the first event on, or, where the archive was not read, from what is kept of its end. */
function settleIn(
  ledger: PassingLedger,
  client: Client,
  rows: Rows,
  asOf: CalendarDate,
  tell?: Replay['tell'],
): SettledClient {
  const { archive, settings } = ledger;
  const kept = archive && !archive.isRead && archive.kept.get(client.key);
  if (archive && !archive.isRead && !isSealedFor(ledger, asOf)) needWholeLedger(ledger);
  if (!kept) return settleClient(client, rows, settings, asOf, { tell });
  const start = keptStart(ledger, client, rows);
  if (!start) needWholeLedger(ledger);
  const all = { blocks: rows.blocks, entries: [...rememberedEntries(kept), ...rows.entries] };
  return settleClient(client, all, settings, asOf, { start, tell });
}

function keptStart(ledger: PassingLedger, client: Client, { blocks, entries }: Rows): Start | undefined {
  const until = ledger.archive?.seal?.until ?? 0;
  const early = entries.filter(({ date }) => date <= until).sort(compareEntries);
  const charged = chargeEntries(early, client.terms);
  return startOf(ledger, client, { blocks, entries: charged });
}

/** Hours left in usable blocks − overage waiting; below zero it says so. */
export function balanceOf({ account }: SettledClient): Seconds {
  return minus(account.usable, account.waiting.total);
}

/** Hours that no block covers, waiting or to invoice. */
export function overageOf({ account }: SettledClient): Seconds {
  return plus(account.waiting.total, account.toInvoice.total);
}

/** Hours charged for time entries from `from` to `to`, both included. */
export function usedBetween({ entries }: SettledClient, from: number, to: number): Seconds {
  let used = noTime;
  for (const { entry, charged } of entries)
    if (entry.date >= from && entry.date <= to) used = plus(used, charged);
  return used;
}

/** Rows by the key of their client, of all clients or of some. */
export function byClient<Row extends { readonly clientKey: string }>(
  rows: readonly Row[],
  wanted?: ReadonlySet<string>,
): Map<string, Row[]> {
  return groupsOf(rows, ({ clientKey }) => (wanted && !wanted.has(clientKey) ? undefined : clientKey));
}

/** Looked at first: a sheet is in order, most of the time. */
function inOrder(rows: TimeEntry[]): TimeEntry[] {
  for (let at = 1; at < rows.length; at++)
    if (compareEntries(rows[at - 1] as TimeEntry, rows[at] as TimeEntry) > 0)
      return rows.sort(compareEntries);
  return rows;
}

/** Date, Start (blank first), row; most sheets are in that order already. */
function compareEntries(a: TimeEntry, b: TimeEntry): number {
  return a.date - b.date || a.start - b.start || placeOf(a) - placeOf(b);
}

/** What was archived stood above what was typed since. */
function placeOf({ archived, row }: TimeEntry): number {
  return archived === undefined ? afterArchive + row : archived;
}

/** More than a sheet has rows. */
const afterArchive = 1e9;
