import { expect, it } from 'vitest';
import { day, isFull } from '../thoroughness';
import { callsToStrike, firstOf, stepFor, strikeEach } from './strikes';

/** A run of so many calls, and which of them were struck. */
const runOf = (calls: number) => {
  const tried: number[] = [];
  return {
    tried,
    strike: async (call: number) => {
      tried.push(call);
      return call <= calls;
    },
  };
};

it('strikes every call in a full run, and in as many days as it skips calls', () => {
  expect(stepFor(100, true)).toBe(1);
  for (const least of [1, 4, 8, 11, 20, 100]) {
    const step = stepFor(least, false);
    const firsts = Array.from({ length: step }, (_, days) => firstOf(step, 20_000 + days));
    expect(firsts.sort((a, b) => a - b)).toEqual(Array.from({ length: step }, (_, index) => index + 1));
    expect(least / step, 'strikes of the shortest run').toBeGreaterThanOrEqual(1);
    expect(Math.floor(least / stepFor(least, false, 2))).toBeGreaterThanOrEqual(Math.min(least, 2));
  }
});

it('goes on until a run comes through, and gives the last call struck', async () => {
  const { tried, strike } = runOf(23);
  const last = await strikeEach(20, strike);
  const step = stepFor(20, isFull);
  expect(tried[0]).toBe(firstOf(step, day));
  expect(tried.every((call, index) => index === 0 || call - (tried[index - 1] ?? 0) === step)).toBe(true);
  expect(last).toBeGreaterThan(23 - step);
  expect(tried.at(-1)).toBe(last + step);
});

it('strikes the same calls of a run whose length is known', async () => {
  const { tried, strike } = runOf(23);
  await strikeEach(23, strike);
  expect(callsToStrike(23)).toEqual(tried.slice(0, -1));
});

it('fails where a run makes fewer calls than it must, and where none is ever reached', async () => {
  await expect(strikeEach(40, runOf(20).strike)).rejects.toThrow('of at least 40 calls');
  await expect(strikeEach(1, runOf(0).strike)).rejects.toThrow('of at least 1 calls');
});
