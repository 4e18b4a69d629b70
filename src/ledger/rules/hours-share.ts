import { sumOf } from '../units/amounts';
import { noTime, type Seconds } from '../units/seconds';
import { balanceOf, type SettledClient } from './settle';
import { type StandingSettings, standingOf } from './standing';

/** What is left of the hours of the open blocks, or, once all are used up, of the newest purchase. */
export interface HoursShare {
  readonly left: Seconds;
  /** No time for a client that never bought. */
  readonly whole: Seconds;
  /** How much of a bar is filled: from 0 to 1. */
  readonly share: number;
}

export function hoursShare(settled: SettledClient, settings: StandingSettings): HoursShare {
  const left = balanceOf(settled);
  const open = settled.account.opened.filter(block => block.state === 'usable' && block.left > 0);
  const newest = standingOf(settled, settings).newest?.hours ?? noTime;
  const whole = sumOf(open.map(({ block }) => block.hours)) || newest;
  return { left, whole, share: whole > 0 ? Math.min(Math.max(left / whole, 0), 1) : 0 };
}
