/** Which service calls of a run a sweep lets fail: by default some, other ones each day; in a full run all. */
import { expect } from 'vitest';
import { day, isFull } from '../thoroughness';

/** Every so many calls at most: few enough to be quick, odd so that no pattern of two calls is struck on one side only. */
export const longestStep = 27;

/**
 * Strikes a run at one call after the other, until one comes through.
 *
 * `strike` lets the given call fail, checks what became of it, and says whether it was reached. A run is known to make
 * at least `least` calls, and a sweep that finds fewer has gone another way; `fewest` of them are struck every day. Gives
 * the last call that was struck.
 */
export async function strikeEach(
  least: number,
  strike: (call: number) => Promise<boolean>,
  fewest = 1,
): Promise<number> {
  const step = stepFor(least, isFull, fewest);
  let last = 0;
  for (let call = firstOf(step, day); await strike(call); call += step) last = call;
  expect(last, `of at least ${least} calls, every ${step} was to be struck`).toBeGreaterThan(least - step);
  return last;
}

/** Which calls of a run of known length are struck: the same as a sweep that has to find out where it ends. */
export function callsToStrike(calls: number): number[] {
  const step = stepFor(calls, isFull);
  return Array.from({ length: calls }, (_, index) => index + 1).filter(
    call => call % step === firstOf(step, day) % step,
  );
}

export function stepFor(least: number, full: boolean, fewest = 1): number {
  const step = full ? 1 : Math.max(1, Math.min(longestStep, Math.floor(least / fewest)));
  return step % 2 === 0 ? step - 1 : step;
}

/** From 1; after `step` days each has had its turn. */
export function firstOf(step: number, today: number): number {
  return 1 + (today % step);
}
