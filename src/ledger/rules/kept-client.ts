import type { KeptClient, KeptEntry } from '../model/archive';
import type { Block } from '../model/block';
import type { Client } from '../model/client';
import type { Settings } from '../model/settings';
import { ordinaryWork, type TimeEntry } from '../model/time-entry';
import { rulesVersion } from '../model/version';
import type { CalendarDate } from '../units/calendar-date';
import { digestOf } from '../units/digest';
import type { Account } from './account';
import type { ChargedEntry } from './charging';
import { keepAccount } from './kept-account';
import { openBlock } from './open-block';

/** The archive whose end it is: its digest and its last day. */
export interface ArchiveEnd {
  readonly until: CalendarDate;
  readonly digest: string;
}

/** A client's blocks, and its entries as they are charged. */
export interface ChargedRows {
  readonly blocks: readonly Block[];
  readonly entries: readonly ChargedEntry[];
}

/** A client with all that happened to it up to the archive's end. */
interface AccountAtEnd extends ChargedRows {
  readonly client: Client;
  readonly account: Account;
}

export function keepClient(
  settled: AccountAtEnd,
  end: ArchiveEnd,
  settings: Pick<Settings, 'unpaidBlocks'>,
): KeptClient {
  const { client, blocks, entries, account } = settled;
  const archived = entries.filter(({ entry }) => entry.archived !== undefined);
  return {
    key: client.key,
    name: client.name,
    account: keepAccount(account),
    entries: remembered(archived).map(keptEntry),
    basis: basisOf(client, { blocks, entries }, end, settings),
  };
}

/** A notice names so many pieces of the last work, and run-out counts the first ones. */
const lately = 5;

/** The first entry and the first charged ones, and the last of both, each once. */
function remembered(archived: readonly ChargedEntry[]): readonly ChargedEntry[] {
  const charged = archived.filter(each => each.charged > 0);
  const asked = new Set([
    ...archived.slice(0, 1),
    ...charged.slice(0, lately),
    ...charged.slice(-lately),
    ...archived.slice(-1),
  ]);
  return archived.filter(each => asked.has(each));
}

function keptEntry({ entry, charged }: ChargedEntry): KeptEntry {
  const { date, start, archived = 0, worked, workType, what } = entry;
  return [date, start, archived, worked, charged, workType.name, what];
}

export function rememberedEntries({ key, entries }: KeptClient): TimeEntry[] {
  return entries.map(([date, start, archived, worked, charged, workType, what]) => ({
    row: 0,
    archived,
    clientKey: key,
    date,
    start,
    worked,
    typedCharge: charged,
    workType: { ...ordinaryWork, name: workType },
    what,
  }));
}

/**
 * A digest of everything that an account at the archive's end comes from.
 *
 * What happens later is not in it: a payment after the end changes nothing before it.
 */
export function basisOf(
  { terms }: Pick<Client, 'terms'>,
  { blocks, entries }: ChargedRows,
  { until, digest }: ArchiveEnd,
  { unpaidBlocks }: Pick<Settings, 'unpaidBlocks'>,
): string {
  const sold = blocks.filter(({ date }) => date <= until).sort((a, b) => a.order - b.order);
  const own = sold.map(block => {
    const { number, order, date, hours, kind, price, currency, reference } = block;
    const { starts, expires, firstUsable } = openBlock(block, unpaidBlocks);
    const usable = Math.min(firstUsable, until + 1);
    // What a minus row is worth is what it draws; its own price is for the books.
    const worth = hours > 0 ? price : 0;
    return [number, order, date, hours, kind, worth, currency, reference, starts, expires, usable];
  });
  const left = entries.filter(({ entry }) => entry.date <= until && entry.archived === undefined);
  const work = left.map(({ entry, charged }) => [entry.date, entry.start, charged]);
  return digestOf(JSON.stringify([rulesVersion, until, digest, terms.overage, own, work]));
}
