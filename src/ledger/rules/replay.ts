import type { Block } from '../block';
import type { ClientTerms, Settings } from '../settings';
import type { CalendarDate } from '../units/calendar-date';
import type { ChargedEntry } from './charging';
import { drawFrom, drawOrder, expiryDay, type OpenBlock, openBlock, type Purpose } from './open-block';
import { addUncovered, coverFrom, createQueue, type OverageQueue } from './overage';

/** One step of the replay as a person would tell it; times in seconds, `left` is the balance after it. */
export interface Step {
  readonly kind: 'usable' | 'work' | 'uncovered' | 'gives back' | 'takes out' | 'expires' | 'invoices';
  readonly date: CalendarDate;
  readonly entry?: ChargedEntry;
  readonly block?: Block;
  /** The minus row or entry whose hours are given back, by its row. */
  readonly row?: number;
  readonly drawn: number;
  readonly left: number;
}

/** One client's account after the replay up to a date. */
export interface Account {
  readonly opened: readonly OpenBlock[];
  /** Hours left in usable blocks. */
  usable: number;
  /** Hours of sold blocks that are not usable yet. */
  notYetUsable: number;
  readonly waiting: OverageQueue;
  readonly toInvoice: OverageQueue;
  /** Charged by time entries. */
  charged: number;
  /** Of minus rows, what no block covered when they came. */
  uncoveredRemoval: number;
  /** What last brought balance and hours not yet usable from above zero to zero or below. */
  ranOut: { readonly by: 'use' | 'expiry'; readonly expired: number };
}

export interface Replay {
  readonly blocks: readonly Block[];
  /** Sorted by date, start (blank first) and row. */
  readonly entries: readonly ChargedEntry[];
  readonly terms: ClientTerms;
  readonly unpaidBlocks: Settings['unpaidBlocks'];
  readonly asOf: CalendarDate;
  readonly tell?: (step: Step) => void;
}

/** The order within a day; time entries come between 2 and 4. */
const phases = { sold: 0, expires: 1, usable: 2, entries: 3, minus: 4, invoice: 5 };

interface BlockEvent {
  readonly date: CalendarDate;
  readonly phase: number;
  readonly open: OpenBlock;
}

/** Replays blocks and work in the order of their dates, never of their typing, up to and including `asOf`. */
export function replay({ blocks, entries, terms, unpaidBlocks, asOf, tell }: Replay): Account {
  const run = createRun(terms, tell);
  const events = blockEvents(blocks, unpaidBlocks, run);
  let next = 0;
  for (const charged of entries) {
    const { date } = charged.entry;
    if (date > asOf) break;
    for (let event = events[next]; event && isBefore(event, date); event = events[next]) {
      run.blockEvent(event);
      next++;
    }
    run.work(charged);
  }
  for (let event = events[next]; event && event.date <= asOf; event = events[++next]) run.blockEvent(event);
  return run.account;
}

function isBefore(event: BlockEvent, date: CalendarDate): boolean {
  return event.date < date || (event.date === date && event.phase < phases.entries);
}

function blockEvents(blocks: readonly Block[], unpaid: Settings['unpaidBlocks'], run: Run): BlockEvent[] {
  const events: BlockEvent[] = [];
  for (const block of blocks) {
    const open = openBlock(block, unpaid);
    if (block.hours < 0) {
      events.push({ date: block.date, phase: phases.minus, open });
      continue;
    }
    run.known(open);
    if (block.kind === 'Overage invoice') {
      events.push({ date: block.date, phase: phases.invoice, open });
      continue;
    }
    events.push({ date: block.date, phase: phases.sold, open });
    const expires = expiryDay(block);
    if (expires !== undefined) events.push({ date: expires, phase: phases.expires, open });
    if (open.firstUsable !== undefined) events.push({ date: open.firstUsable, phase: phases.usable, open });
  }
  return events.sort((a, b) => a.date - b.date || a.phase - b.phase || eventOrder(a, b));
}

function eventOrder(a: BlockEvent, b: BlockEvent): number {
  return a.phase < phases.entries ? drawOrder(a.open, b.open) : a.open.block.order - b.open.block.order;
}

type Run = ReturnType<typeof createRun>;

function createRun(terms: ClientTerms, tell?: (step: Step) => void) {
  const opened: OpenBlock[] = [];
  const byNumber = new Map<string, OpenBlock>();
  /** Usable blocks with hours left, in draw order. */
  const drawable: OpenBlock[] = [];
  const account: Account = {
    opened,
    usable: 0,
    notYetUsable: 0,
    waiting: createQueue(),
    toInvoice: createQueue(),
    charged: 0,
    uncoveredRemoval: 0,
    ranOut: { by: 'use', expired: 0 },
  };
  let arrivals = 0;
  /** The hours that ended unused on one day, for a notice names them together. */
  const ended = { on: Number.NEGATIVE_INFINITY, unused: 0 };
  const balance = () => account.usable - account.waiting.total;
  const hoursLeft = () => balance() + account.notYetUsable;
  // Nothing where nobody listens, so that a hundred thousand steps are not even made.
  const told = tell && ((step: Omit<Step, 'left'>) => tell({ ...step, left: balance() }));

  /** Remembers what brought the hours to zero: a notice says so. */
  function watch(before: number, by: 'use' | 'expiry', expired: number): void {
    if (before > 0 && hoursLeft() <= 0) account.ranOut = { by, expired };
  }

  function draw(wanted: number, purpose: Purpose, each?: (open: OpenBlock, taken: number) => void): number {
    let left = wanted;
    for (let first = drawable[0]; first && left > 0; first = drawable[0]) {
      const taken = drawFrom(first, left, purpose);
      left -= taken;
      account.usable -= taken;
      if (first.left === 0) drawable.shift();
      each?.(first, taken);
    }
    return left;
  }

  function work(entry: ChargedEntry): void {
    const { date, row } = entry.entry;
    const before = hoursLeft();
    account.charged += entry.charged;
    const each =
      told &&
      ((open: OpenBlock, drawn: number) => told({ kind: 'work', date, entry, block: open.block, drawn }));
    const left = draw(entry.charged, 'work', each);
    if (left > 0) {
      const queue = terms.overage === 'invoice' ? account.toInvoice : account.waiting;
      addUncovered(queue, { from: { row }, purpose: 'work', arrival: arrivals++, left });
      told?.({ kind: 'uncovered', date, entry, drawn: left });
    } else if (entry.charged === 0) told?.({ kind: 'work', date, entry, drawn: 0 });
    watch(before, 'use', 0);
  }

  function becomesUsable(open: OpenBlock, date: CalendarDate): void {
    if (open.state !== 'sold') return;
    open.state = 'usable';
    account.notYetUsable -= open.left;
    account.usable += open.left;
    told?.({ kind: 'usable', date, block: open.block, drawn: open.left });
    coverFrom(open, [account.waiting], (item, drawn) => {
      account.usable -= drawn;
      told?.({ kind: 'gives back', date, block: open.block, row: item.from.row, drawn });
    });
    if (open.left === 0) return;
    const place = drawable.findIndex(other => drawOrder(open, other) < 0);
    drawable.splice(place < 0 ? drawable.length : place, 0, open);
  }

  function expire(open: OpenBlock, date: CalendarDate): void {
    if (open.left > 0) {
      const before = hoursLeft();
      if (open.state === 'usable') {
        account.usable -= open.left;
        drawable.splice(drawable.indexOf(open), 1);
      } else account.notYetUsable -= open.left;
      ended.unused = open.left + (ended.on === date ? ended.unused : 0);
      ended.on = date;
      watch(before, 'expiry', ended.unused);
      told?.({ kind: 'expires', date, block: open.block, drawn: open.left });
    }
    open.state = 'expired';
  }

  function takeOut({ block }: OpenBlock): void {
    const { date, kind, row } = block;
    const purpose = kind === 'Correction' || kind === 'Opening' ? 'correction' : 'removal';
    const named = byNumber.get(block.reference.toUpperCase());
    const before = hoursLeft();
    let left: number = -block.hours;
    const each = (open: OpenBlock, drawn: number) =>
      told?.({ kind: 'takes out', date, block: open.block, row, drawn });
    // A block that is sold later is not there yet: as of a day, nothing later counts.
    if (named && named.state !== 'later') left -= takeFrom(named, left, purpose, each);
    else left = draw(left, purpose, each);
    if (left > 0) {
      account.uncoveredRemoval += left;
      addUncovered(account.waiting, { from: { row }, purpose, arrival: arrivals++, left });
      told?.({ kind: 'uncovered', date, block, row, drawn: left });
    }
    watch(before, 'use', 0);
  }

  /** A minus row that names a block draws only from it, expired or not. */
  function takeFrom(
    open: OpenBlock,
    wanted: number,
    purpose: Purpose,
    each: (open: OpenBlock, taken: number) => void,
  ): number {
    const taken = drawFrom(open, wanted, purpose);
    if (open.state === 'usable') {
      account.usable -= taken;
      if (open.left === 0 && taken > 0) drawable.splice(drawable.indexOf(open), 1);
    } else if (open.state === 'sold') account.notYetUsable -= taken;
    if (taken > 0) each(open, taken);
    return taken;
  }

  function blockEvent({ phase, open, date }: BlockEvent): void {
    if (phase === phases.sold) {
      open.state = 'sold';
      account.notYetUsable += open.left;
    } else if (phase === phases.expires) expire(open, date);
    else if (phase === phases.usable) becomesUsable(open, date);
    else if (phase === phases.minus) takeOut(open);
    else {
      open.state = 'invoice';
      coverFrom(open, [account.waiting, account.toInvoice], (item, drawn) =>
        told?.({ kind: 'invoices', date, block: open.block, row: item.from.row, drawn }),
      );
    }
  }

  function known(open: OpenBlock): void {
    opened.push(open);
    byNumber.set(open.block.number.toUpperCase(), open);
  }

  return { account, known, work, blockEvent };
}
