import type { Block } from '../model/block';
import type { Issue } from '../model/issue';
import type { Settings } from '../model/settings';
import type { TimeEntry } from '../model/time-entry';
import { addTo, valueAt } from '../units/groups';
import { foldName } from '../units/names';
import { type Doubt, mendCell, type ReadRows } from './doubt';
import { doubtfulWork, isConfirmed } from './doubtful-work';
import { strayDates } from './stray-dates';

/** What is said of rows that are hardly meant so, and whose figures wait for a person's look by it. */
export interface Doubts {
  readonly issues: readonly Issue[];
  /** By folded client name. */
  readonly doubtful: ReadonlyMap<string, readonly Issue[]>;
}

/** The one look at what was read: typing, the check, the run and the states in cells all rest on it. */
export function doubtsOf(read: ReadRows, { unpaidBlocks }: Pick<Settings, 'unpaidBlocks'>): Doubts {
  const payments = unreadPayments(read.blocks, unpaidBlocks);
  const doubts: Doubt[] = [
    ...freePurchases(read.blocks),
    ...payments.filter(({ spoils }) => spoils),
    ...strayDates(read),
    ...doubtfulWork(read),
    ...equalRows(read),
  ];
  const doubtful = new Map<string, Issue[]>();
  for (const { clientKey, issue } of doubts) addTo(doubtful, clientKey, issue);
  const others = payments.filter(({ spoils }) => !spoils);
  return { issues: [...doubts, ...others].map(({ issue }) => issue), doubtful };
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
function equalRows({ clients, blocks, entries }: ReadRows): Doubt[] {
  const sold = twins(blocks, sizeOfSale, saleOf).map(pair => doubtOf('Blocks', pair, 'say so in Reference'));
  const worked = twins(entries, sizeOfWork, workOf)
    .filter(({ row }) => !isConfirmed(row, clients.get(row.clientKey)))
    .map(pair =>
      doubtOf('Time', pair, 'say in What was done how they differ, or type the hours into Charged too'),
    );
  return [...sold, ...worked];
}

interface Twin<Row> {
  readonly row: Row;
  readonly first: Row;
}

/** `sizeOf` is equal where rows are: of a hundred thousand most are told apart by it and their client. */
function twins<Row extends { readonly clientKey: string }>(
  rows: readonly Row[],
  sizeOf: (row: Row) => number,
  wordsOf: (row: Row) => string,
): Twin<Row>[] {
  const firstAlike = createFirstAlike(rows, sizeOf);
  const words = new Map<Row, Map<string, Row>>();
  const found: Twin<Row>[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as Row;
    const alike = firstAlike(at);
    if (alike === row) continue;
    // Their words are put together only where there are several.
    const byWords = valueAt(words, alike, () => new Map([[wordsOf(alike), alike]]));
    const own = wordsOf(row);
    const first = byWords.get(own);
    if (first) found.push({ row, first });
    else byWords.set(own, row);
  }
  return found;
}

/**
 * Gives the first row of the same client and size that it was asked for, or the row itself.
 *
 * A table of places in one block of memory: a map for each client, or a key in words for each row, costs ten times as
 * much where there are a hundred thousand.
 */
function createFirstAlike<Row extends { readonly clientKey: string }>(
  rows: readonly Row[],
  sizeOf: (row: Row) => number,
): (at: number) => Row {
  const last = 2 ** Math.ceil(Math.log2(rows.length * 2 + 2)) - 1;
  // Counted from 1: 0 is free.
  const table = new Int32Array(last + 1);
  const markOf = new Map<string, number>();
  return at => {
    const row = rows[at] as Row;
    const size = sizeOf(row);
    if (size === noSize) return row;
    const mark = valueAt(markOf, row.clientKey, () => Math.imul(markOf.size + 1, 0x9e3779b1));
    let place = (Math.imul(mark ^ size, 0x85ebca6b) >>> 7) & last;
    for (let taken = table[place]; taken; taken = table[place]) {
      const other = rows[taken - 1] as Row;
      if (other.clientKey === row.clientKey && sizeOf(other) === size) return other;
      place = (place + 1) & last;
    }
    table[place] = at + 1;
    return row;
  };
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
