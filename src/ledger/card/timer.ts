import { type Seconds, seconds } from '../units/seconds';

/** A person's running or stopped timer; instants in milliseconds, so that no change of a clock's hour counts. */
export interface Timer {
  readonly client: string;
  readonly startedAt: number;
  /** Nothing while it runs. */
  readonly stoppedAt?: number;
}

/** A timer as a page shows it. */
export interface TimerView {
  readonly client: string;
  /** Names this run of it. */
  readonly startedAt: number;
  /** Up to now, or until it was stopped. */
  readonly elapsed: Seconds;
  readonly isRunning: boolean;
  /** The day of the start in the spreadsheet's zone, which the row gets, as `2026-11-23`. */
  readonly day: string;
  /** Such as `23 Nov 2026 22:10`. */
  readonly started: string;
}

/** Reads what is remembered; nothing where there is none, or what is there makes no sense. */
export function readTimer(text: string | undefined): Timer | undefined {
  if (!text) return undefined;
  const kept = parsed(text);
  if (typeof kept.client !== 'string' || !Number.isFinite(kept.startedAt)) return undefined;
  const { client, startedAt, stoppedAt } = kept as unknown as Timer;
  return { client, startedAt, ...(Number.isFinite(stoppedAt) && { stoppedAt: Number(stoppedAt) }) };
}

/** Nobody knows what another script wrote; no timer runs for a hundred years. */
const longest = 3e9;

/** Whole seconds, of real time; a machine whose clock was set back gives none rather than fewer than none. */
export function elapsedOf({ startedAt, stoppedAt }: Timer, now: number): Seconds {
  const passed = Math.floor(((stoppedAt ?? now) - startedAt) / 1000);
  return seconds(Math.min(Math.max(passed, 0), longest));
}

function parsed(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch {
    // Another script of the same person may have written anything; a timer that cannot be read is none.
    return {};
  }
}
