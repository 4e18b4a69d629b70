import { drawOrder, never, type OpenBlock } from '../rules/open-block';
import type { Pace } from '../rules/run-out';
import { greater, lesser, minus, plus } from '../units/amounts';
import type { CalendarDate } from '../units/calendar-date';
import type { Seconds } from '../units/seconds';
import { noTime, seconds } from '../units/seconds';

/** Hours of a block that would be left on its last day. */
export interface UnusedHours {
  readonly block: OpenBlock['block'];
  readonly left: Seconds;
  readonly unused: Seconds;
  readonly expires: CalendarDate;
}

/** Less than this is no reason to call. */
const least = 1800;

/**
 * What would expire unused within `days` if work goes on at the recent pace; without a pace, all of it.
 *
 * Blocks are drawn soonest expiry first, so what an earlier one takes of the time is gone for a later one.
 */
export function unusedHours(
  opened: readonly OpenBlock[],
  pace: Pace | undefined,
  today: CalendarDate,
  days: number,
): readonly UnusedHours[] {
  const ending = opened.filter(
    ({ state, left, expires }) =>
      state === 'usable' && left > 0 && expires < never && expires - today <= days,
  );
  let used = noTime;
  return ending.sort(drawOrder).flatMap(({ block, left, expires }) => {
    // Today is still to come, and the last day counts.
    const until = pace ? seconds(Math.round((pace.used * (expires - today + 1)) / pace.days)) : noTime;
    const drawn = lesser(left, greater(minus(until, used), noTime));
    used = plus(used, drawn);
    const unused = minus(left, drawn);
    return unused >= least ? [{ block, left, unused, expires }] : [];
  });
}
