/** A firm with 25 due notices of every kind, and runs that fail at one service call after the other. */
import { expect } from 'vitest';
import type { Workbook } from '../../workbench/runtime';
import type { Aim, Fault } from '../../workbench/services/faults';
import { rowsOf } from './firm';
import { lowClients, morningOf, put, recipients, setting, states } from './low-firm';
import { strikeEach } from './strikes';

export const office = 'office@firm.example';
const start = '2026-11-23T07:00';
const typedTabs = ['Clients', 'Blocks', 'Time', 'Work types', 'Settings', 'Templates'];
const ended = ['Sent', 'Failed', 'Check'];
const isOpen = (state: unknown) => !ended.includes(String(state));

/** `due` clients, most of them low; the last four are used up, expiring, expired and without a good address. */
export async function dueFirm(due: number): Promise<Workbook> {
  const book = await lowClients(due, 2);
  const [usedUp, expiring, expired, bad] = [due - 3, due - 2, due - 1, due];
  const cell = (tab: string, column: string, client: number, value: string | number) =>
    put(book, tab, [{ [column]: value }], client + 1);
  cell('Time', 'Hours', usedUp, 20);
  cell('Time', 'Hours', expiring, 2);
  cell('Blocks', 'Expires', expiring, 46_355);
  cell('Blocks', 'Expires', expired, 46_342);
  cell('Clients', 'Email', bad, 'nobody');
  await book.engine.settle();
  await setting(book, 'Office manager email', office);
  // Its own tests tell of it; here it would only stand among the digests.
  await setting(book, 'Weekly mail', 'no');
  await book.call('refresh');
  await book.call('turnOnDailyNotices');
  return book;
}

/** What a person has typed, `Today` aside, which a run may write. */
function typed(book: Workbook): string {
  const rows = typedTabs.flatMap(name => book.print(name).filter(([first]) => first !== 'Today'));
  return JSON.stringify(rows);
}

/** Takes the firm back to the morning before its first run. */
export function rewind(book: Workbook, properties: ReadonlyMap<string, string>): void {
  const { world } = book;
  for (const tab of book.engine.tabs())
    if (['Notices', 'Notice texts', 'Told notices'].includes(tab.name) && tab.lastRow() > 1)
      tab.deleteRows(2, tab.lastRow() - 1);
  world.properties.clear();
  for (const [key, value] of properties) world.properties.set(key, value);
  world.caches.clear();
  world.outbox.length = 0;
  world.mailQuota.used.clear();
}

/** What fails, where, and in which run. */
interface Sweep {
  readonly fault: Fault;
  readonly aim?: Aim;
  readonly run: (book: Workbook) => Promise<unknown>;
  readonly least: number;
}

/** The hourly trigger, which looks after the workbook first. */
export const byTrigger = (book: Workbook) => morningOf(book, '2026-11-23');
/** The day's work alone, which may fail. */
export const dayAlone = (book: Workbook) => book.call('runDaily').catch(() => undefined);

/**
 * Lets a run fail at every call that fits, one after the other, and then runs the next days until all is
 * quiet: nobody is mailed twice, no notice is lost, nothing typed is changed, the lock is free, the trigger is there.
 *
 * The run makes at least `least` such calls.
 */
export async function sweep(
  book: Workbook,
  due: number,
  { fault, aim = {}, run, least }: Sweep,
): Promise<void> {
  const [properties, before] = [new Map(book.world.properties), typed(book)];
  await strikeEach(least, async call => {
    rewind(book, properties);
    await book.advanceTo(start);
    await book.engine.settle();
    if (fault === 'kill') book.faults.killAt(call, aim);
    else book.faults.throwAt(call, aim);
    await run(book);
    const { struck } = book.faults;
    book.faults.clear();
    expect([call, book.world.locked, book.triggers.length]).toEqual([call, false, 1]);
    for (const day of ['2026-11-24', '2026-11-25', '2026-11-26'])
      if (states(book).length < due || states(book).some(isOpen)) await morningOf(book, day);

    const sent = recipients(book);
    expect([call, sent.length]).toEqual([call, new Set(sent).size]);
    const all = states(book);
    expect([call, all.length, all.filter(isOpen)]).toEqual([call, due, []]);
    const named = rowsOf(book, 'Notices').filter(({ State }) => State === 'Sent');
    for (const { To } of named) expect([call, To, sent.includes(String(To))]).toEqual([call, To, true]);
    const mailed = rowsOf(book, 'Notices').filter(({ To }) => sent.includes(String(To)));
    expect([call, mailed.length]).toEqual([call, sent.length]);
    for (const { State } of mailed)
      expect([call, ['Sent', 'Check'].includes(String(State))]).toEqual([call, true]);
    expect([call, typed(book)]).toEqual([call, before]);
    expect([call, book.triggers.length]).toEqual([call, 1]);
    return struck;
  });
}
