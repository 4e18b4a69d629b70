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

/** How Google lets a function in a cell fail, whatever the script does. */
export type FunctionFailure = 'internal' | 'too many' | 'too long';

export class Faults {
  private readonly functions = new Map<string, { left: number; readonly failure: FunctionFailure }>();
  private plan: Plan | null = null;
  private seen = 0;
  /** Whether the fault has struck: a sweep over n ends where it no longer does. */
  struck = false;

  /** Calls are counted from 1 from now on, over all runs but those of functions in cells. */
  throwAt(n: number, aim: Aim = {}): void {
    this.set('throw', n, aim);
  }

  killAt(n: number, aim: Aim = {}): void {
    this.set('kill', n, aim);
  }

  /** The n-th execution of a function in cells from now on fails, once; executions are counted from 1. */
  failFunction(name: string, n: number, failure: FunctionFailure = 'internal'): void {
    this.functions.set(name.toUpperCase(), { left: n, failure });
  }

  clear(): void {
    this.plan = null;
    this.functions.clear();
  }

  strike(call: ServiceCall): Fault | null {
    if (!this.plan?.matches(call)) return null;
    this.seen += 1;
    if (this.seen !== this.plan.at) return null;
    this.struck = true;
    return this.plan.fault;
  }

  strikeFunction(name: string): FunctionFailure | null {
    const plan = this.functions.get(name.toUpperCase());
    if (!plan) return null;
    plan.left -= 1;
    if (plan.left > 0) return null;
    this.functions.delete(name.toUpperCase());
    return plan.failure;
  }

  private set(fault: Fault, at: number, aim: Aim): void {
    const matches = (call: ServiceCall) =>
      (Object.entries(aim) as [keyof ServiceCall, string][]).every(([key, value]) => call[key] === value);
    this.plan = { fault, at, matches };
    this.seen = 0;
    this.struck = false;
  }
}
