import type { Block } from '../model/block';
import type { ClientTerms, Settings } from '../model/settings';
import { addDays, type CalendarDate, later } from '../units/calendar-date';
import { type Account, type BlockEvent, emptyAccount, type Post, phases, type Step } from './account';
import type { ChargedEntry } from './charging';
import { drawOrder, type OpenBlock, openBlock } from './open-block';
import { createRun } from './running-account';

/** Where a replay goes on instead of beginning with the first event; the account is changed by it. */
export interface Start {
  readonly asOf: CalendarDate;
  readonly account: Account;
}

export interface Replay {
  readonly blocks: readonly Block[];
  /** Sorted by date, start (blank first) and row. */
  readonly entries: readonly ChargedEntry[];
  readonly terms: ClientTerms;
  readonly unpaidBlocks: Settings['unpaidBlocks'];
  readonly asOf: CalendarDate;
  /** The account at the end of a day: what happened up to it is in it already. */
  readonly start?: Start | undefined;
  readonly tell?: ((step: Step) => void) | undefined;
  readonly post?: Post | undefined;
}

/** Replays blocks and work in the order of their dates, never of their typing, up to and including `asOf`. */
export function replay(given: Replay): Account {
  const { blocks, entries, terms, unpaidBlocks, asOf, start, tell, post } = given;
  const all = blocks.map(block => openBlock(block, unpaidBlocks));
  const account = start ? start.account : emptyAccount(all.filter(({ block }) => block.hours > 0));
  const run = createRun(account, terms, tell, post);
  const minusRows = start ? all.filter(({ block }) => block.hours <= 0) : [];
  const opened = start ? [...account.opened, ...minusRows] : all;
  const from = start ? start.asOf + 1 : -Infinity;
  const events = eventsOf(opened, from, asOf);
  let next = 0;
  const runBlocks = (date: CalendarDate, phase: number) => {
    for (let event = events[next]; event && isBefore(event, date, phase); event = events[++next])
      run.blockEvent(event);
  };
  for (const charged of entries) {
    const { date } = charged.entry;
    if (date > asOf) break;
    if (date < from) continue;
    runBlocks(date, phases.entries);
    run.work(charged);
  }
  runBlocks(asOf, phases.end);
  return account;
}

function isBefore(event: BlockEvent, date: CalendarDate, phase: number): boolean {
  return event.date < date || (event.date === date && event.phase < phase);
}

/** What happens to blocks on the days of the replay, in its order; most of their last days are still to come. */
function eventsOf(opened: readonly OpenBlock[], from: number, to: number): readonly BlockEvent[] {
  const begins: BlockEvent[] = [];
  const expiries: BlockEvent[] = [];
  const usables: BlockEvent[] = [];
  const add = (events: BlockEvent[], date: CalendarDate, phase: number, open: OpenBlock) => {
    if (date >= from && date <= to) events.push({ date, phase, open });
  };
  for (const open of opened) {
    const { date, kind, hours } = open.block;
    if (hours <= 0) add(begins, date, phases.minus, open);
    else if (kind === 'Overage invoice') add(begins, date, phases.invoice, open);
    else {
      add(begins, date, phases.sold, open);
      // It has expired on the day after its last one, but never before it was sold.
      add(expiries, later(addDays(open.expires, 1), date), phases.expires, open);
      add(usables, open.firstUsable, phases.usable, open);
    }
  }
  // Each list is in order already, most of the time, and lists in order are sorted by merging them.
  return begins.concat(expiries, usables).sort(compareEvents);
}

function compareEvents(a: BlockEvent, b: BlockEvent): number {
  const byDay = a.date - b.date || a.phase - b.phase;
  return (
    byDay || (a.phase < phases.entries ? drawOrder(a.open, b.open) : a.open.block.order - b.open.block.order)
  );
}
