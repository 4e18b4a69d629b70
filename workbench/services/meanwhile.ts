/** What people do in the sheet while a script runs: a lock binds scripts only. */

import type { TabEngine } from '../engine/spreadsheet';
import type { AuthMode, ServiceCall } from './execution';
import { type Aim, Countdown } from './faults';
import type { Edited } from './typing';
import type { World } from './world';

/** Something that a person does, on the cells as they stand at that moment; `people.ts` has the usual ones. */
export type Edit = (world: World, call: ServiceCall) => void;

/** Cells in which a person typed: `onEdit` hears of it in a run of its own. */
export interface Typed extends Edited {
  readonly tab: TabEngine;
}

export class Meanwhile {
  private plans: { readonly countdown: Countdown; readonly edit: Edit }[] = [];
  private typed: Typed[] = [];
  private failure: { readonly error: unknown } | null = null;

  /**
   * Does the edit right before the n-th call takes effect, data calls if nothing else is said, so that it falls between
   * this call and the one before. Calls are counted from 1 from now on, over all runs but those of functions in cells.
   */
  at(n: number, edit: Edit, aim: Aim = { kind: 'data' }): void {
    this.plans.push({ countdown: new Countdown(n, aim), edit });
  }

  /** Whether everything planned was done: a sweep over n ends where it no longer is. */
  get struck(): boolean {
    return this.plans.length > 0 && this.plans.every(({ countdown }) => countdown.isOver);
  }

  clear(): void {
    this.plans = [];
  }

  /** The script must not be able to catch what a test's own edit throws: it is thrown once the run is over. */
  strike(call: ServiceCall, mode: AuthMode, world: World): void {
    for (const { countdown, edit } of this.plans) {
      if (!countdown.comes(call, mode)) continue;
      try {
        edit(world, call);
      } catch (error) {
        this.failure ??= { error };
      }
      world.changed = true;
    }
  }

  /** Google tells a script of an edit while another run goes on; here runs come one after the other. */
  note(typed: Typed): void {
    this.typed.push(typed);
  }

  /** What was typed since the last time; throws what an edit threw. */
  take(): readonly Typed[] {
    const { failure, typed } = this;
    [this.failure, this.typed] = [null, []];
    if (failure) throw failure.error;
    return typed;
  }
}
