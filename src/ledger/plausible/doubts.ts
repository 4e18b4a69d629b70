import type { Block } from '../model/block';
import type { Issue } from '../model/issue';
import type { Settings } from '../model/settings';
import type { TimeEntry } from '../model/time-entry';
import { addTo, remembering, valueAt } from '../units/groups';
import { foldName } from '../units/names';
import { type RowSequence, rowReader } from '../units/passing-rows';
import { type Doubt, type KnownRows, type Look, mendCell, type SeeEntry } from './doubt';
import { isConfirmed, lookForLargeWork } from './doubtful-work';
import { lookForEarlyWork, lookForStrayWork, strayBlocks } from './stray-dates';

/** What is said of rows that are hardly meant so, and whose figures wait for a person's look by it. */
export interface Doubts {
  readonly issues: readonly Issue[];
  /** By folded client name. */
  readonly doubtful: ReadonlyMap<string, readonly Issue[]>;
}

/** The one look at what was read: typing, the check, the run and the states in cells all rest on it. */
export function doubtsOf(
  read: KnownRows & { readonly entries: RowSequence<TimeEntry> },
  settings: Rules,
): Doubts {
  const { entries } = read;
  const look = lookForDoubts(read, settings, entries.length);
  const entryAt = rowReader(entries);
  for (let at = 0; at < entries.length; at++) look.see(entryAt(at), at, entryAt);
  return look.found(entries);
}

type Rules = Pick<Settings, 'unpaidBlocks'>;

/** The same while work is read, of which there are so many entries at most. */
export function lookForDoubts(read: KnownRows, { unpaidBlocks }: Rules, mostEntries: number) {
  const [stray, early, large, equal] = [
    lookForStrayWork(read),
    lookForEarlyWork(read),
    lookForLargeWork(read),
    lookForEqualWork(read, mostEntries),
  ];
  const see: SeeEntry = (entry, at, entryAt) => {
    stray.see(entry, at, entryAt);
    early.see(entry, at, entryAt);
    large.see(entry, at, entryAt);
    equal.see(entry, at, entryAt);
  };
  const found = (entries: RowSequence<TimeEntry>): Doubts => {
    const payments = unreadPayments(read.blocks, unpaidBlocks);
    const doubts: Doubt[] = [
      ...freePurchases(read.blocks),
      ...payments.filter(({ spoils }) => spoils),
      ...strayBlocks(read),
      ...[stray, early, large].flatMap(look => look.found(entries)),
      ...equalSales(read.blocks),
      ...equal.found(entries),
    ];
    const doubtful = new Map<string, Issue[]>();
    for (const { clientKey, issue } of doubts) addTo(doubtful, clientKey, issue);
    const others = payments.filter(({ spoils }) => !spoils);
    return { issues: [...doubts, ...others].map(({ issue }) => issue), doubtful };
  };
  return { see, found };
}

/** A purchase for nothing: a price that was forgotten, or free hours, which are no purchase. */
function freePurchases(blocks: readonly Block[]): Doubt[] {
  const free = blocks.filter(({ kind, price, hours }) => kind === 'Purchase' && price === 0 && hours > 0);
  return free.map(({ row, clientKey }) => {
    const message =
      'A Purchase for 0. Type its Price; for free hours choose the Kind Goodwill, with the reason in Note.';
    const mends = [mendCell('Make it Goodwill', { tab: 'Blocks', row, header: 'Kind', value: 'Goodwill' })];
    return { clientKey, issue: { tab: 'Blocks', row, header: 'Price', message, mends } };
  });
}

/** What stands in Paid on and is no day; only where unpaid hours wait it spoils a figure. */
function unreadPayments(blocks: readonly Block[], unpaid: Settings['unpaidBlocks']): UnreadPayment[] {
  return blocks.flatMap(({ row, clientKey, paidUnread }) => {
    if (paidUnread === undefined) return [];
    const message = `Paid on ${paidUnread} is no day, so the block counts as unpaid. Type the day on which the money came, such as 2026-11-23; clear it if it has not come.`;
    const issue = { tab: 'Blocks' as const, row, header: 'Paid on', message };
    return [{ clientKey, issue, spoils: unpaid === 'wait' }];
  });
}

interface UnreadPayment extends Doubt {
  readonly spoils: boolean;
}

/** Rows that say the same as one above: typed or pasted twice, most of the time. */
function equalSales(blocks: readonly Block[]): readonly Doubt[] {
  const look = lookForTwins(blocks.length, sizeOfSale, saleOf);
  const blockAt = rowReader(blocks);
  for (const [at, block] of blocks.entries()) look.see(block, at, blockAt);
  return look.twins.map(pair => doubtOf('Blocks', pair, 'say so in Reference'));
}

function lookForEqualWork({ clients }: KnownRows, mostEntries: number): Look {
  const { see, twins } = lookForTwins(mostEntries, sizeOfWork, workOf);
  const isOpen = ({ row }: Twin<TimeEntry>) => !isConfirmed(row, clients.get(row.clientKey));
  const mend = 'say in What was done how they differ, or type the hours into Charged too';
  return { see, found: () => twins.filter(isOpen).map(pair => doubtOf('Time', pair, mend)) };
}

interface Twin<Row> {
  readonly row: Row;
  readonly first: Row;
}

/** `sizeOf` is equal where rows are: of a hundred thousand most are told apart by it and their client. */
function lookForTwins<Row extends { readonly clientKey: string }>(
  mostRows: number,
  sizeOf: (row: Row) => number,
  wordsOf: (row: Row) => string,
) {
  const firstAlike = createFirstAlike(mostRows, sizeOf);
  const words = new Map<number, Map<string, Row>>();
  const twins: Twin<Row>[] = [];
  const see = (row: Row, at: number, rowAt: (at: number) => Row) => {
    const alike = firstAlike(row, at, rowAt);
    if (alike === at) return;
    // Their words are put together only where there are several.
    const byWords = valueAt(words, alike, () => {
      const above = rowAt(alike);
      return new Map([[wordsOf(above), above]]);
    });
    const own = wordsOf(row);
    const first = byWords.get(own);
    if (first) twins.push({ row, first });
    else byWords.set(own, row);
  };
  return { see, twins };
}

/**
 * Gives the place of the first row of the same client and size that it was asked for, or of the row itself.
 *
 * A table of places in one block of memory: a map for each client, or a key in words for each row, costs ten times as
 * much where there are a hundred thousand. The bits that a place leaves free hold some of its row's hash, so that
 * hardly a row is looked at in vain.
 */
function createFirstAlike<Row extends { readonly clientKey: string }>(
  mostRows: number,
  sizeOf: (row: Row) => number,
): (row: Row, at: number, rowAt: (at: number) => Row) => number {
  const bits = Math.ceil(Math.log2(mostRows + 2));
  const places = 2 ** bits - 1;
  const last = 2 ** (bits + 1) - 1;
  // Counted from 1: 0 is free.
  const table = new Int32Array(last + 1);
  const markOf = remembering((_: string) => Math.imul(++clients, 0x9e3779b1));
  let clients = 0;
  return (row, at, rowAt) => {
    const size = sizeOf(row);
    if (size === noSize) return at;
    const hash = mixed(markOf(row.clientKey) ^ size);
    let slot = hash & last;
    for (let taken = table[slot]; taken; taken = table[slot]) {
      if (((taken ^ hash) & ~places) === 0) {
        const other = rowAt((taken & places) - 1);
        if (other.clientKey === row.clientKey && sizeOf(other) === size) return (taken & places) - 1;
      }
      slot = (slot + 1) & last;
    }
    table[slot] = (hash & ~places) | (at + 1);
    return at;
  };
}

function mixed(code: number): number {
  const once = Math.imul(code ^ (code >>> 15), 0x85ebca6b);
  return once ^ (once >>> 13);
}

/** Of a row that is like no other, whatever it says. */
const noSize = 0;

function sizeOfSale({ kind, date, hours }: Block): number {
  return kind === 'Purchase' ? date * mostSeconds + hours : noSize;
}

function sizeOfWork({ date, worked }: TimeEntry): number {
  return worked > 0 ? date * mostSeconds + worked : noSize;
}

/** More than any amount of seconds of one row. */
const mostSeconds = 1e8;

function workOf({ date, start, worked, what, who = '' }: TimeEntry): string {
  return `${date} ${start} ${worked}\n${who && foldName(who)}\n${what && foldName(what)}`;
}

function saleOf({ date, hours, price, starts, expires, reference }: Block): string {
  return `${date} ${hours} ${price} ${starts} ${expires}\n${reference && foldName(reference)}`;
}

function doubtOf(
  tab: 'Blocks' | 'Time',
  { row, first }: Twin<{ readonly row: number; readonly clientKey: string }>,
  mend: string,
): Doubt {
  const message = `Says the same as row ${first.row}: typed twice? Both count. Delete one; if both are right, ${mend}.`;
  return { clientKey: row.clientKey, issue: { tab, row: row.row, message } };
}
