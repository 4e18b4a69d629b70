import { quoted, type SheetMoment } from '../../ledger/sheet/cell';
import { type CalendarDate, dateText, isoDate, parseIsoDate } from '../../ledger/units/calendar-date';
import { readMemory, remember } from '../../workbook/memory';
import type { Memory } from '../../workbook/memory-shapes';
import type { Book } from '../../workbook/open-book';
import type { PropertyStore } from '../../workbook/ports';
import type { Original } from '../../workbook/told';
import { findOriginal } from '../../workbook/told-tab';

/** Who sends the daily notices, as the person at the screen sees it. */
export interface DailyState {
  readonly by: 'you' | 'another' | 'nobody';
  /** In words; blank where nobody does. */
  readonly since: string;
  /** Why they have stopped, and what to do; blank where they go out. */
  readonly problem: string;
}

/** An hourly trigger that has not run on a day by this hour does not run any more. */
const silentUntil = 6;
export const permissionGone =
  'Google asks for your permission again. Choose Notices > Turn on daily notices and allow what it asks for.';

/** `own` are the ids of the triggers of whoever asks. */
export function dailyState(
  { book, memory }: { readonly book: Book; readonly memory: Memory },
  own: readonly string[],
): DailyState {
  const { daily } = memory;
  const problem = dailyProblem(book, memory);
  if (!daily) return { by: 'nobody', since: '', problem };
  const since = parseIsoDate(daily.since);
  return {
    by: own.includes(daily.trigger) ? 'you' : 'another',
    since: since === undefined ? '' : dateText(since),
    problem,
  };
}

/** Nobody hears of a trigger that fails or is gone, so the workbook says it when it opens. */
export function dailyProblem(book: Book, memory: Memory): string {
  const original = findOriginal(book, memory);
  if (original) return copyRefusal(original);
  if (memory.daily && memory.problem) return `Daily notices have stopped: ${memory.problem.text}`;
  return overdueText(memory, book.now());
}

/** Where a permission lapsed a script that is not published does not run at all, and so cannot say it itself. */
export function overdueText(
  { daily, lastRun }: Pick<Memory, 'daily' | 'lastRun'>,
  { date, second }: SheetMoment,
): string {
  const last = daily ? parseIsoDate(lastRun || daily.since) : undefined;
  const silent = last === undefined ? 0 : date - last;
  if (last === undefined || silent < 1 || (silent === 1 && second < silentUntil * 3600)) return '';
  return `Daily notices have not run since ${dateText(last)}: turn them on again (Notices > Turn on daily notices) and allow what Google asks for.`;
}

/** What a copy says before it mails anybody; whoever says yes puts it in the place of the other. */
export function askToTakeOver({ name }: Original): string {
  return `This is a copy of ${quoted(name)}, whose notices may still go out: then clients get each mail twice. Turn them off there first, if it is still in use. Send the notices of this copy from now on?`;
}

export function copyRefusal({ name }: Original): string {
  return `This is a copy of ${quoted(name)}, whose notices may still go out, so it sends none. To send from here, choose Notices > Turn on daily notices or Send due notices now and answer what it asks.`;
}

/** What is asked before daily notices are turned on; somebody else's come to an end with it. */
export function askToTurnOn({ by, since }: DailyState): string {
  const from = 'From now on notices leave once a day from the Gmail of whoever turns this on: yours.';
  if (by !== 'another') return `${from} Turn on?`;
  return `Daily notices have been on since ${since}, from the Gmail of somebody else. ${from} The other timer ends by itself. Take over?`;
}

export function rememberTurnedOn(store: PropertyStore, trigger: string, today: CalendarDate): void {
  const daily = { trigger, since: isoDate(today) };
  remember(store, readMemory(store), { daily, problem: null, lastRun: '' });
}

/** What to say after turning off; another person's timer is out of reach. */
export function rememberTurnedOff(store: PropertyStore, wasOn: boolean, own: readonly string[]): string {
  const memory = readMemory(store);
  if (!memory.daily || own.includes(memory.daily.trigger)) {
    remember(store, memory, { daily: null, problem: null });
    return wasOn || memory.daily ? 'Daily notices are off.' : 'Daily notices were not on.';
  }
  return 'Somebody else has turned them on. Choose Turn on daily notices to take over, then turn them off.';
}

/** Whether a run belongs to who sends the daily notices now; one that was taken over must end its own trigger. */
export function isTakenOver({ daily }: Memory, own: readonly string[]): boolean {
  return daily !== null && !own.includes(daily.trigger);
}

/** A trigger that was set before anybody noted whose it is belongs to whoever runs first. */
export function adoptTrigger(
  store: PropertyStore,
  memory: Memory,
  own: readonly string[],
  today: CalendarDate,
): Memory {
  const [trigger] = own;
  const daily = memory.daily ?? (trigger === undefined ? null : { trigger, since: isoDate(today) });
  return remember(store, memory, { daily, lastRun: isoDate(today), problem: null });
}

export function noteProblem(store: PropertyStore, at: number, text: string): void {
  remember(store, readMemory(store), { problem: { at, text } });
}
