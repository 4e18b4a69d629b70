/** Faults that a test puts into a run: the n-th service call fails, or the run dies there. */

import type { AuthMode, CallKind, ServiceCall } from './execution';

export type Fault = 'throw' | 'kill';

export interface Aim {
  readonly kind?: CallKind;
  readonly service?: string;
  readonly method?: string;
  /** Of the run: `FULL` for a menu, a dialog or a clock trigger. */
  readonly mode?: AuthMode;
}

/** Which call a test means: the n-th that fits from now on, over all runs but those of functions in cells. */
export class Countdown {
  private seen = 0;

  constructor(
    private readonly at: number,
    private readonly aim: Aim,
  ) {}

  get isOver(): boolean {
    return this.seen >= this.at;
  }

  /** Whether this is the one. */
  comes(call: ServiceCall, mode: AuthMode): boolean {
    const { kind = call.kind, service = call.service, method = call.method, mode: wanted = mode } = this.aim;
    if (kind !== call.kind || service !== call.service || method !== call.method || wanted !== mode)
      return false;
    this.seen += 1;
    return this.seen === this.at;
  }
}

/** How Google lets a function in a cell fail, whatever the script does. */
export type FunctionFailure = 'internal' | 'too many' | 'too long';

export class Faults {
  private plan: { readonly fault: Fault; readonly countdown: Countdown } | null = null;
  private readonly functions = new Map<string, { left: number; readonly failure: FunctionFailure }>();
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

  /** The n-th execution of a function in cells from now on fails, once; executions are counted from 1. */
  failFunction(name: string, n: number, failure: FunctionFailure = 'internal'): void {
    this.functions.set(name.toUpperCase(), { left: n, failure });
  }

  clear(): void {
    this.disarm();
    this.functions.clear();
  }

  /** Takes back only what was to strike a service call. */
  disarm(): void {
    this.plan = null;
  }

  strike(call: ServiceCall, mode: AuthMode): Fault | null {
    if (!this.plan?.countdown.comes(call, mode)) return null;
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
    this.plan = { fault, countdown: new Countdown(at, aim) };
    this.struck = false;
  }
}
