import { expect, it } from 'vitest';
import { firstOf, longestStep, stepFor } from './journeys/strikes';
import { daysOfAList, dealt, nextOf } from './thoroughness';

const from = 20_000;
const days = (count: number) => Array.from({ length: count }, (_, index) => from + index);
const list = (length: number) => Array.from({ length }, (_, index) => index);

it('gives every entry of a list its turn once in so many days, and all in a full run', () => {
  const all = list(49);
  expect(days(daysOfAList).flatMap(today => dealt(all, today, false))).toHaveLength(49);
  expect(new Set(days(daysOfAList).flatMap(today => dealt(all, today, false)))).toEqual(new Set(all));
  expect(dealt(all, from, true)).toEqual(all);
});

it('strikes every call of every dealt entry in so many days as list and step make together', () => {
  for (let least = 1; least <= 3 * longestStep; least++) {
    const step = stepFor(least, false);
    for (const entry of list(daysOfAList)) {
      const turns = days(daysOfAList * step).filter(today =>
        dealt(list(daysOfAList), today, false).includes(entry),
      );
      expect(new Set(turns.map(today => firstOf(step, today))).size, `step ${step}`).toBe(step);
    }
  }
});

it.each([1, 7, 24, 101, 404, 1320])('comes to each of %i points in as many turns as they fill', length => {
  const [all, count] = [list(length), 2];
  const turns = days(Math.ceil(length / count) * daysOfAList).filter(
    today => today % daysOfAList === from % daysOfAList,
  );
  expect(new Set(turns.flatMap(today => nextOf(all, count, today, false)))).toEqual(new Set(all));
  expect(nextOf(all, count, from, true)).toEqual(all);
});
