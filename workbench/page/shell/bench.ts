/** What every part of the shell works with: the workbook at hand, and a way to say how it went. */

import { zoneNamed } from '../../engine/zone';
import type { Session } from '../session';
import type { Notices } from './notices';
import type { Doors } from './shell';

export interface Bench {
  readonly session: Session;
  readonly doors: Doors;
  readonly notices: Notices;
  /** Fires when another workbook takes the place of this one. */
  readonly signal: AbortSignal;
  /** Does something that may take a while; what it throws is shown. Says whether it went well. */
  act(work: () => Promise<unknown>): Promise<boolean>;
}

/** Part of the shell that looks again after every change. */
export interface Part {
  update(): void;
}

/** Local time of the workbook. */
export function localOf({ session }: Bench, instant: number): string {
  const wall = zoneNamed(session.workbook.engine.timeZone).wallOf(instant);
  return new Date(wall).toISOString().slice(0, 19);
}
