/** Whether Google lets a trigger run: with all permissions, and for 90 minutes within 24 hours of the first run. */

import type { Execution } from './execution';
import { authorizationRequired, missingScopes } from './permissions';
import type { World } from './world';

const day = 24 * 3_600_000;

export interface TriggerTime {
  readonly spent: number;
  readonly since: number;
}

/**
 * Why a trigger does not run at all, or null. That of a published add-on runs without a permission too, up to the first
 * call that is not allowed.
 */
export function refusedTrigger(world: World, user: string): string | null {
  if (!world.published && missingScopes(world).length > 0) return authorizationRequired;
  const { spent } = triggerTimeOf(world, user, world.clock.now());
  return spent >= world.triggerTime.limit ? 'Service using too much computer time for one day' : null;
}

export function spendTriggerTime(world: World, user: string, { elapsed, startedAt }: Execution): void {
  const { spent, since } = triggerTimeOf(world, user, startedAt);
  world.triggerTime.used.set(user, { spent: spent + elapsed, since });
}

/** Of the person, for the day that runs; a new one begins where the last is over. */
function triggerTimeOf({ triggerTime }: World, user: string, now: number): TriggerTime {
  const known = triggerTime.used.get(user);
  return known && now - known.since < day ? known : { spent: 0, since: now };
}
