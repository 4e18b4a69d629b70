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
  const events = opened
    .flatMap(eventsOf)
    .filter(({ date }) => date >= from)
    .sort(compareEvents);
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

function eventsOf(open: OpenBlock): BlockEvent[] {
  const { date, kind, hours } = open.block;
  if (hours <= 0) return [{ date, phase: phases.minus, open }];
  if (kind === 'Overage invoice') return [{ date, phase: phases.invoice, open }];
  // It has expired on the day after its last one, but never before it was sold.
  const expired = later(addDays(open.expires, 1), date);
  return [
    { date, phase: phases.sold, open },
    { date: expired, phase: phases.expires, open },
    { date: open.firstUsable, phase: phases.usable, open },
  ];
}

function compareEvents(a: BlockEvent, b: BlockEvent): number {
  const byDay = a.date - b.date || a.phase - b.phase;
  return (
    byDay || (a.phase < phases.entries ? drawOrder(a.open, b.open) : a.open.block.order - b.open.block.order)
  );
}
