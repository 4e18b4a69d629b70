import { type CalendarDate, dateText, isoDate, parseIsoDate } from '../../ledger/units/calendar-date';
import { readMemory, remember } from '../../workbook/memory';
import type { Memory } from '../../workbook/memory-shapes';
import type { PropertyStore } from '../../workbook/ports';

/** Who sends the daily notices, as the person at the screen sees it. */
export interface DailyState {
  readonly by: 'you' | 'another' | 'nobody';
  /** In words; blank where nobody does. */
  readonly since: string;
  /** Why they have stopped, and what to do; blank where they go out. */
  readonly problem: string;
}

/** An hourly trigger that has not run for so many days does not run any more. */
const silentDays = 2;
export const permissionGone =
  'Google asks for your permission again. Choose Renewal notices > Turn on daily notices and allow what it asks for.';

/** `own` are the ids of the triggers of whoever asks. */
export function dailyState(memory: Memory, own: readonly string[], today: CalendarDate): DailyState {
  const { daily } = memory;
  if (!daily) return { by: 'nobody', since: '', problem: '' };
  const since = parseIsoDate(daily.since);
  return {
    by: own.includes(daily.trigger) ? 'you' : 'another',
    since: since === undefined ? '' : dateText(since),
    problem: dailyProblem(memory, today),
  };
}

/** Nobody hears of a trigger that fails or is gone, so the workbook says it when it opens. */
export function dailyProblem({ daily, problem, lastRun }: Memory, today: CalendarDate): string {
  if (!daily) return '';
  if (problem) return `Daily notices have stopped: ${problem.text}`;
  const last = parseIsoDate(lastRun || daily.since);
  if (last === undefined || today - last < silentDays) return '';
  return `Daily notices have not run since ${dateText(last)}. Choose Renewal notices > Turn on daily notices.`;
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
