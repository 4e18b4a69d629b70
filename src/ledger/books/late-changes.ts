import type { Block } from '../model/block';
import type { ClosedMonth } from '../model/closed-month';
import type { JournalLine } from '../model/journal-line';
import type { Ledger } from '../model/ledger';
import type { SettledClient } from '../rules/settle';
import { negative, plus, sizeOf } from '../units/amounts';
import { groupsOf, valueAt } from '../units/groups';
import { type Currency, type MinorUnits, moneyText, noMoney } from '../units/money';
import { firstDay, lastDay, type Month } from '../units/month';
import { foldName } from '../units/names';
import { hoursText, noTime, type Seconds } from '../units/seconds';
import { lateText, type workByMonth } from './closed-month';
import { lateMemo } from './journals';
import { createSums } from './posting';

/** What the rows come to now. */
export interface BooksNow extends Pick<Ledger, 'blocks'> {
  readonly settled: readonly SettledClient[];
  readonly workIn: ReturnType<typeof workByMonth>;
  /** By month, as if nothing were closed. */
  readonly replayed: ReadonlyMap<Month, readonly JournalLine[]>;
}

/** What has become of a closed month since: in words, and the rows of Time that may say so. */
export interface LateNews {
  readonly month: Month;
  readonly row: number;
  /** Blank where nothing has moved. */
  readonly text: string;
  readonly rows: readonly number[];
}

/** Compares a closed month with what its rows come to now: figure by figure, for two changes may have one sum. */
export function lateNews(closed: ClosedMonth, frozen: readonly JournalLine[], now: BooksNow): LateNews {
  const { month, row, work } = closed;
  const late = lateText(work, now.workIn(month));
  const moved = movedHours(closed, now);
  const isByWork = late !== '' && moved.length < 2;
  const parts = [
    late,
    isByWork || moved.length === 0 ? '' : `Work was moved: ${moved.map(({ text }) => text).join(', ')}`,
    ...movedMoney(frozen, now.replayed.get(month) ?? [], {
      ...now,
      isWorkTold: late !== '' || moved.length > 0,
    }),
  ];
  const text = parts.filter(Boolean).join('; ');
  const gainers = isByWork ? [] : moved.filter(({ hasGained }) => hasGained).map(({ client }) => client);
  return { month, row, text, rows: text === '' ? [] : rowsOf(month, now, gainers) };
}

/** Clients whose charged hours of the month are others; of months closed long ago nobody knows. */
function movedHours({ hours, month }: ClosedMonth, { workIn }: BooksNow) {
  if (!hours) return [];
  const [was, is] = [hours, workIn(month).byClient].map(byKey);
  return [...new Map([...(was ?? []), ...(is ?? [])])].flatMap(([key, [client]]) => {
    const [then, now] = [was?.get(key)?.[1] ?? noTime, is?.get(key)?.[1] ?? noTime];
    const text = `${client} ${hoursText(then)} → ${hoursText(now)}`;
    return then === now ? [] : [{ client, text, hasGained: now > then }];
  });
}

/** A name that was typed in another way is the same client. */
function byKey(hours: ReadonlyMap<string, Seconds>): Map<string, readonly [string, Seconds]> {
  return new Map([...hours].map(each => [foldName(each[0]), each]));
}

/** Closing filled Charged, so an entry of that month without it came later; so may any of a client with more hours. */
function rowsOf(month: Month, { settled }: BooksNow, gainers: readonly string[]): number[] {
  const [from, to] = [firstDay(month), lastDay(month)];
  const rows: number[] = [];
  for (const { client, entries } of settled) {
    const gains = gainers.includes(client.name);
    for (const { entry } of entries) {
      if (entry.archived !== undefined || entry.date < from || entry.date > to) continue;
      if (gains || entry.typedCharge === undefined) rows.push(entry.row);
    }
  }
  return rows.sort((a, b) => a - b);
}

/** More would be no help in finding them. */
const mostBlocks = 5;

interface Told extends Pick<Ledger, 'blocks'> {
  /** What work has moved is told by its hours. */
  readonly isWorkTold: boolean;
}

/** One sentence a block whose lines are others: its row, and each account before and after. */
function movedMoney(
  frozen: readonly JournalLine[],
  now: readonly JournalLine[],
  { blocks, isWorkTold }: Told,
): string[] {
  const sums = createSums();
  const add = (lines: readonly JournalLine[], sign: 1 | -1) => {
    for (const line of lines)
      if (line.memo !== lateMemo && !(isWorkTold && line.memo === 'Work'))
        sums.add({ ...line, memo: '' }, sign > 0 ? line.amount : negative(line.amount));
  };
  add(now, 1);
  add(frozen, -1);
  // Of most closed months nothing has moved.
  const moved = groupsOf(sums.lines(), blockKey);
  const rows = new Map((moved.size > 0 ? blocks : []).map(block => [block.number, block]));
  const linesOf = (lines: readonly JournalLine[], key: string) =>
    lines.filter(
      line => blockKey(line) === key && line.memo !== lateMemo && !(isWorkTold && line.memo === 'Work'),
    );
  const texts = [...moved]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, [line]]) => {
      const { client, block } = line as JournalLine;
      const accounts = accountsMoved(linesOf(frozen, key), linesOf(now, key));
      return `${placeOf(client, rows.get(block), block)}: ${accounts.join(', ')}`;
    });
  const more = texts.length - mostBlocks;
  return more > 0 ? [...texts.slice(0, mostBlocks), `and ${more} more blocks`] : texts;
}

function blockKey({ client, block }: JournalLine): string {
  return `${client}\t${block}`;
}

function placeOf(client: string, block: Block | undefined, number: string): string {
  return `${client} ${number} (${block ? `Blocks row ${block.row}` : 'gone from Blocks'})`;
}

function accountsMoved(then: readonly JournalLine[], now: readonly JournalLine[]): string[] {
  const sums = new Map<
    string,
    Record<'before' | 'after', MinorUnits> & { account: string; currency: Currency }
  >();
  const add = (when: 'before' | 'after') => (line: JournalLine) => {
    const { account, code, currency, amount } = line;
    const none = { before: noMoney, after: noMoney, account, currency };
    const sum = valueAt(sums, `${currency} ${code}`, () => none);
    sum[when] = plus(sum[when], amount);
  };
  then.forEach(add('before'));
  now.forEach(add('after'));
  return [...sums.values()]
    .filter(sum => sum.before !== sum.after)
    .map(({ account, currency, ...sum }) => {
      const money = (amount: MinorUnits) => moneyText(sizeOf(amount), currency);
      return `${account} ${money(sum.before)} → ${money(sum.after)}`;
    });
}
