import { type Block, isCarriedOver, type Purpose, seriesOf } from '../model/block';
import type { ClientTerms } from '../model/settings';
import { minus, negative, plus } from '../units/amounts';
import type { CalendarDate } from '../units/calendar-date';
import { type MinorUnits, noMoney } from '../units/money';
import { noTime, type Seconds } from '../units/seconds';
import {
  type Account,
  type BlockEvent,
  coverFrom,
  type OverageQueue,
  type Post,
  phases,
  type Step,
  type Taking,
  type UncoveredHours,
} from './account';
import type { ChargedEntry } from './charging';
import { createDrawQueue, drawFrom, drawOrder, type OpenBlock } from './open-block';

/** Keeps one client's account, event by event, from the beginning or from where it stands. */
export function createRun(account: Account, terms: ClientTerms, tell?: (step: Step) => void, post?: Post) {
  const { opened, ended } = account;
  let byNumber: Map<string, OpenBlock> | undefined;
  const drawable = createDrawQueue();
  for (const open of opened) if (open.state === 'usable' && open.left > 0) drawable.add(open);
  const balance = () => minus(account.usable, account.waiting.total);
  const hoursLeft = () => plus(balance(), account.notYetUsable);

  /** Plain arguments, so that nothing is made where nobody listens: a large workbook has a hundred thousand steps. */
  function say(
    kind: Step['kind'],
    date: CalendarDate,
    drawn: Seconds,
    block?: Block,
    row?: number,
    entry?: ChargedEntry,
  ): void {
    if (tell) tell({ kind, date, entry, block, row, drawn, left: balance() });
  }

  /** Remembers what brought the hours to zero: a notice says so. */
  function watch(before: Seconds, by: 'use' | 'expiry', expired: Seconds): void {
    if (before > 0 && hoursLeft() <= 0) account.ranOut = { by, expired };
  }

  /** Adds to the sum in which the hours of a block stand. */
  function add(open: OpenBlock, change: Seconds): void {
    if (open.state === 'sold') account.notYetUsable = plus(account.notYetUsable, change);
    if (open.state === 'usable') account.usable = plus(account.usable, change);
  }

  /** Remembers what a minus row took, for its hours are worth what they drew. */
  function take(from: UncoveredHours['from'], open: OpenBlock, drawn: Seconds, worth: MinorUnits): void {
    const taking = 'kind' in from && account.takings.get(from);
    if (!taking || drawn === 0) return;
    taking.drawn = plus(taking.drawn, drawn);
    taking.value = plus(taking.value, worth);
    taking.from.add(open);
  }

  /** Draws from the usable blocks in draw order, or only from those that are `named`; what they do not cover is overage. */
  function use(
    wanted: Seconds,
    purpose: Purpose,
    from: UncoveredHours['from'],
    entry?: ChargedEntry,
    named?: readonly OpenBlock[],
  ): void {
    const { date, row } = from;
    const hoursBefore = hoursLeft();
    let left = wanted;
    const next = named ? () => named.find(open => open.left > 0) : drawable.first;
    for (let open = next(); open && left > 0; open = next()) {
      const before = open.value[purpose];
      const taken = drawFrom(open, left, purpose);
      const worth = minus(open.value[purpose], before);
      take(from, open, taken, worth);
      left = minus(left, taken);
      add(open, negative(taken));
      if (post && taken > 0) post.drawn(date, open, worth, from, taken);
      if (taken > 0) say(entry ? 'work' : 'takes out', date, taken, open.block, row, entry);
    }
    if (wanted === 0) say('work', date, noTime, undefined, row, entry);
    if (left > 0) wait(left, purpose, from, entry);
    watch(hoursBefore, 'use', noTime);
  }

  function wait(left: Seconds, purpose: Purpose, from: UncoveredHours['from'], entry?: ChargedEntry): void {
    const queue = entry && terms.overage === 'invoice' ? account.toInvoice : account.waiting;
    if (!entry) account.uncoveredRemoval = plus(account.uncoveredRemoval, left);
    queue.items.push({ from, purpose, arrival: account.arrivals++, left });
    queue.total = plus(queue.total, left);
    if (post && queue === account.toInvoice) post.overage(from.date, left);
    say('uncovered', from.date, left, entry ? undefined : (from as Block), from.row, entry);
  }

  function work(entry: ChargedEntry): void {
    account.charged = plus(account.charged, entry.charged);
    use(entry.charged, 'work', entry.entry, entry);
  }

  /**
   * A minus row that names a block draws only from it, expired or not; what a period carries over, only from the
   * blocks of its series.
   */
  function sourcesOf(block: Block): readonly OpenBlock[] | undefined {
    if (isCarriedOver(block)) {
      const own = opened.filter(open => open.state === 'usable' && seriesOf(open.block) === seriesOf(block));
      return own.sort(drawOrder);
    }
    byNumber ??= new Map(opened.map(open => [open.block.number.toUpperCase(), open]));
    const named = byNumber.get(block.reference.toUpperCase());
    // A block that is sold later is not there yet: as of a day, nothing later counts.
    return named && named.state !== 'later' ? [named] : undefined;
  }

  function takeOut(block: Block): void {
    const { kind, hours } = block;
    const purpose = kind === 'Correction' || kind === 'Opening' ? 'correction' : 'removal';
    account.takings.set(block, { drawn: noTime, value: noMoney, short: noTime, from: new Set() });
    if (hours < 0) use(negative(hours), purpose, block, undefined, sourcesOf(block));
    if (post) post.tookOut(block.date, block);
    const taking = account.takings.get(block) as Taking;
    taking.short = minus(negative(hours), taking.drawn);
  }

  function cover(open: OpenBlock, date: CalendarDate, kind: Step['kind'], queues: OverageQueue[]): void {
    coverFrom(open, queues, ({ from }, drawn, worth) => {
      take(from, open, drawn, worth);
      add(open, negative(drawn));
      if (post) post.drawn(date, open, worth, from, drawn);
      say(kind, date, drawn, open.block, from.row);
    });
  }

  function becomeUsable(open: OpenBlock, date: CalendarDate): void {
    const hasLapsed = open.state === 'lapsed';
    if (open.state !== 'sold' && !hasLapsed) return;
    add(open, negative(open.left));
    open.state = 'usable';
    add(open, open.left);
    say('usable', date, open.left, open.block);
    // Paid after its last day: its hours come and go at once.
    if (hasLapsed) {
      expire(open, date);
      return;
    }
    cover(open, date, 'gives back', [account.waiting]);
    if (open.left > 0) drawable.add(open);
  }

  function expire(open: OpenBlock, date: CalendarDate): void {
    const before = hoursLeft();
    add(open, negative(open.left));
    open.state = 'expired';
    if (post) post.expired(date, open);
    if (open.left === 0) return;
    ended.unused = plus(open.left, ended.on === date ? ended.unused : noTime);
    ended.on = date;
    watch(before, 'expiry', ended.unused);
    say('expires', date, open.left, open.block);
  }

  /** What was never usable does not expire: nobody had these hours yet. */
  function lapse(open: OpenBlock): void {
    add(open, negative(open.left));
    open.state = 'lapsed';
  }

  function blockEvent({ phase, open, date }: BlockEvent): void {
    if (phase === phases.sold) {
      open.state = 'sold';
      if (post) post.sold(date, open);
      add(open, open.left);
    } else if (phase === phases.expires) {
      if (open.state === 'usable') expire(open, date);
      else lapse(open);
    } else if (phase === phases.usable) becomeUsable(open, date);
    else if (phase === phases.minus) takeOut(open.block);
    else {
      open.state = 'invoice';
      if (post) post.sold(date, open);
      const before = account.toInvoice.total;
      cover(open, date, 'invoices', [account.waiting, account.toInvoice]);
      if (post) post.overage(date, minus(account.toInvoice.total, before));
    }
  }

  return { work, blockEvent };
}
