import { elapsedOf, readTimer, type Timer, type TimerView } from '../../ledger/card/timer';
import type { SheetMoment } from '../../ledger/sheet/cell';
import { dateText, isoDate } from '../../ledger/units/calendar-date';
import { plainJson } from '../../ledger/units/plain-json';
import { clockText, seconds } from '../../ledger/units/seconds';
import type { PropertyStore } from '../../workbook/ports';

/** A person's own memory in this workbook, and the clock. */
export interface TimerDeps {
  readonly own: PropertyStore;
  /** Milliseconds. */
  readonly at: number;
  /** An instant as the spreadsheet's zone shows it. */
  momentOf(at: number): SheetMoment;
}

/** The timer of whoever asks; nothing where none was started. */
export function timerOf({ own }: Pick<TimerDeps, 'own'>): Timer | undefined {
  return readTimer(own.read().timer);
}

export function viewTimer({ at, momentOf }: TimerDeps, timer: Timer | undefined): TimerView | null {
  if (!timer) return null;
  const { client, startedAt, stoppedAt } = timer;
  const { date, second } = momentOf(startedAt);
  const clock = clockText(seconds(second - (second % 60)));
  return {
    client,
    startedAt,
    elapsed: elapsedOf(timer, at),
    isRunning: stoppedAt === undefined,
    day: isoDate(date),
    started: `${dateText(date)} ${clock}`,
  };
}

/** Starts one where there is none; one that is there stays, for its time would be lost. */
export function startTimer(deps: TimerDeps, client: unknown): TimerView | null {
  const name = String(client ?? '')
    .trim()
    .slice(0, 200);
  const running = timerOf(deps);
  if (!running && name === '') throw new Error('Choose the client before the timer is started.');
  return kept(deps, running ?? { client: name, startedAt: deps.at });
}

export function stopTimer(deps: TimerDeps): TimerView | null {
  const timer = timerOf(deps);
  return timer ? kept(deps, { stoppedAt: deps.at, ...timer }) : null;
}

export function discardTimer({ own }: Pick<TimerDeps, 'own'>): null {
  own.write({ timer: '' });
  return null;
}

function kept(deps: TimerDeps, timer: Timer): TimerView | null {
  deps.own.write({ timer: plainJson(timer) });
  return viewTimer(deps, timer);
}
