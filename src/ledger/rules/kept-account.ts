import type { KeptAccount, KeptHours, Sums } from '../model/archive';
import type { Block, Purpose } from '../model/block';
import { ordinaryWork, type TimeEntry } from '../model/time-entry';
import { plus } from '../units/amounts';
import type { CalendarDate } from '../units/calendar-date';
import { noTime } from '../units/seconds';
import { type Account, emptyAccount, type OverageQueue, type Taking, type UncoveredHours } from './account';
import { openBlock } from './open-block';

export function keepAccount(account: Account): KeptAccount {
  const { opened, charged, uncoveredRemoval, takings, ranOut, ended } = account;
  return {
    blocks: opened
      .filter(({ state }) => state !== 'later')
      .map(({ block, state, left, drawn, value }) => [
        block.number,
        state,
        left,
        sumsOf(drawn),
        sumsOf(value),
      ]),
    hours: keepHours(account),
    charged,
    uncoveredRemoval,
    takings: [...takings].map(([row, { drawn, value, short, from }]) => [
      row.number,
      drawn,
      value,
      short,
      [...from].map(({ block }) => block.number),
    ]),
    ranOut,
    ended: { ...ended },
  };
}

function sumsOf<Unit>({ work, correction, removal }: Record<Purpose, Unit>): Sums<Unit> {
  return [work, correction, removal];
}

/**
 * What waits or is to be invoiced, in the order of its arrival.
 *
 * Work after work becomes one: whatever covers it is worth the same, and a client without blocks may have years of it.
 */
function keepHours({ waiting, toInvoice }: Account): readonly KeptHours[] {
  const openOf = (name: KeptHours[0], { items, first }: OverageQueue) =>
    items.slice(first).flatMap(item => (item.left > 0 ? [{ name, item }] : []));
  const all = [...openOf('waiting', waiting), ...openOf('toInvoice', toInvoice)];
  all.sort((a, b) => a.item.arrival - b.item.arrival);
  const kept: KeptHours[] = [];
  for (const { name, item } of all) {
    const { from, purpose, left } = item;
    const [lastName, , lastLeft = noTime, lastFrom] = kept[kept.length - 1] || [];
    const isWork = !('kind' in from);
    if (isWork && lastName === name && typeof lastFrom === 'number')
      kept[kept.length - 1] = [name, purpose, plus(lastLeft, left), lastFrom];
    else kept.push([name, purpose, left, isWork ? from.date : from.number]);
  }
  return kept;
}

/** The account again, with the client's blocks as they stand now; those that were not sold yet are `later`. */
export function restoreAccount(
  kept: KeptAccount,
  blocks: readonly Block[],
  unpaidBlocks: 'use' | 'wait',
): Account {
  const account = emptyAccount(
    blocks.filter(({ hours }) => hours > 0).map(block => openBlock(block, unpaidBlocks)),
  );
  const openOf = new Map(account.opened.map(open => [open.block.number, open]));
  const rowOf = new Map(blocks.map(block => [block.number, block]));
  for (const [number, state, left, drawn, value] of kept.blocks) {
    const open = named(openOf, number);
    Object.assign(open, { state, left });
    Object.assign(open.drawn, byPurpose(drawn));
    Object.assign(open.value, byPurpose(value));
    if (state === 'sold') account.notYetUsable = plus(account.notYetUsable, left);
    if (state === 'usable') account.usable = plus(account.usable, left);
  }
  for (const [name, purpose, left, from] of kept.hours) {
    const source = typeof from === 'number' ? workOn(from) : named(rowOf, from);
    wait(account, account[name], { from: source, purpose, arrival: account.arrivals, left });
  }
  for (const [number, drawn, value, short, from] of kept.takings) {
    const taking: Taking = { drawn, value, short, from: new Set(from.map(each => named(openOf, each))) };
    account.takings.set(named(rowOf, number), taking);
  }
  const { charged, uncoveredRemoval, ranOut, ended } = kept;
  return Object.assign(account, { charged, uncoveredRemoval, ranOut, ended: { ...ended } });
}

function byPurpose<Unit>([work, correction, removal]: Sums<Unit>): Record<Purpose, Unit> {
  return { work, correction, removal };
}

function wait(account: Account, queue: OverageQueue, item: UncoveredHours): void {
  account.arrivals++;
  queue.items.push(item);
  queue.total = plus(queue.total, item.left);
}

/** Of waiting work only the hours count any more. */
function workOn(date: CalendarDate): TimeEntry {
  const blank = { row: 0, clientKey: '', start: -1, worked: noTime, typedCharge: undefined, what: '' };
  return { ...blank, date, workType: ordinaryWork };
}

/** Whoever restores an account has made sure that its blocks are those it was kept with. */
function named<Found>(found: ReadonlyMap<string, Found>, number: string): Found {
  const one = found.get(number);
  if (one === undefined) throw new RangeError(`No block ${number} any more`);
  return one;
}
