/** Faults that a test puts into a run: the n-th service call fails, or the run dies there. */

import type { CallKind, ServiceCall } from './execution';

export type Fault = 'throw' | 'kill';

interface Plan {
  readonly fault: Fault;
  readonly at: number;
  readonly matches: (call: ServiceCall) => boolean;
}

export interface Aim {
  readonly kind?: CallKind;
  readonly service?: string;
  readonly method?: string;
}

export class Faults {
  private plan: Plan | null = null;
  private seen = 0;
  /** Whether the fault has struck: a sweep over n ends where it no longer does. */
  struck = false;
  /** What a call that fails says; blank: a service error, which tells nothing of what was done. */
  words = '';

  /** Calls are counted from 1 from now on, over all runs but those of functions in cells. */
  throwAt(n: number, aim: Aim = {}, words = ''): void {
    this.set('throw', n, aim);
    this.words = words;
  }

  killAt(n: number, aim: Aim = {}): void {
    this.set('kill', n, aim);
  }

  clear(): void {
    this.plan = null;
  }

  strike(call: ServiceCall): Fault | null {
    if (!this.plan?.matches(call)) return null;
    this.seen += 1;
    if (this.seen !== this.plan.at) return null;
    this.struck = true;
    return this.plan.fault;
  }

  private set(fault: Fault, at: number, aim: Aim): void {
    const matches = (call: ServiceCall) =>
      (Object.entries(aim) as [keyof ServiceCall, string][]).every(([key, value]) => call[key] === value);
    this.plan = { fault, at, matches };
    this.seen = 0;
    this.struck = false;
  }
}
