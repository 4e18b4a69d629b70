/**
 * How much of what could be tried is tried in this run; the only place that knows. `vitest.config.ts` fills it in.
 *
 * Long lists are dealt out to the days: an entry has its turn every `daysOfAList` days. A sweep strikes every so many
 * calls, from another first one each day; its step is odd and `daysOfAList` is a power of two, so that every call of
 * every entry meets in `daysOfAList` times the step days at most.
 */

/** `npm run test:full`: every call is struck. */
export const isFull = process.env.TEST_FULL === 'yes';

/** Days since 1970, the same for a whole run; a run of another day is repeated with `TEST_DAY=20784 npm test`. */
export const day = Number(process.env.TEST_DAY);

export const daysOfAList = 4;

/** What of a list has its turn today. */
export function dealt<Item>(all: readonly Item[], today = day, full = isFull): readonly Item[] {
  return full ? all : all.filter((_, index) => index % daysOfAList === today % daysOfAList);
}

/** So many of the points at which an entry of a dealt list can be struck: the next ones whenever it has its turn. */
export function nextOf<Item>(
  points: readonly Item[],
  count: number,
  today = day,
  full = isFull,
): readonly Item[] {
  if (full || points.length <= count) return points;
  const first = Math.floor(today / daysOfAList) * count;
  return Array.from({ length: count }, (_, index) => points[(first + index) % points.length] as Item);
}
