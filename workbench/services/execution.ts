/** One run of the bundle: its rights, its list of service calls, its time limit and the faults put into it. */

import { authorizationRequired } from './permissions';
import type { Realm } from './realm';
import type { Question } from './ui';
import type { World } from './world';

export type AuthMode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';

/**
 * `data` is a round trip that reads or writes something, `size` asks how far a tab reaches, `handle` merely names a thing, `local` never leaves
 * the script's own machine.
 */
export type CallKind = 'data' | 'size' | 'lock' | 'handle' | 'local';

export interface ServiceCall {
  readonly service: string;
  readonly method: string;
  readonly kind: CallKind;
}

export interface ExecutionOptions {
  readonly name: string;
  readonly mode: AuthMode;
  /** Whether a person sits in front of it: `getUi` fails in a clock trigger. */
  readonly hasUi: boolean;
  readonly limit: number;
}

/** What is left to look at once a run is over; it holds on to nothing of the run's context. */
export interface Execution {
  readonly options: ExecutionOptions;
  readonly calls: readonly ServiceCall[];
  count(kind: CallKind): number;
  /** When it began, on the workbook's clock. */
  readonly startedAt: number;
  /** Simulated milliseconds. */
  readonly elapsed: number;
  /** Milliseconds on this machine. */
  readonly took: number;
  readonly error: string | null;
}

/** Ends the run: whatever the bundle does after it has no effect, whether it catches this or not. */
export class Stopped extends Error {
  /** What a person has to answer before the run begins anew. */
  question: Question | undefined;
}

/** What Google says to a run that took too long: in a cell it names a line, always the same. */
export function tooLong(mode: AuthMode): string {
  return `Exceeded maximum execution time${mode === 'CUSTOM_FUNCTION' ? ' (line 0).' : ''}`;
}

/** Of a run that Google did not let begin. */
export function refusedRun(options: ExecutionOptions, startedAt: number, error: string): Execution {
  return { options, calls: [], count: () => 0, startedAt, elapsed: 0, took: 0, error };
}

export class ActiveRun {
  readonly calls: ServiceCall[] = [];
  readonly startedAt: number;
  private readonly began = performance.now();
  /** While the bundle's top level is evaluated, before its function is called. */
  loading = true;
  stopped: Stopped | null = null;
  /** Milliseconds that services and waiting took. */
  simulated = 0;
  /** Whether it has changed anything that outlives it, and that cannot be taken back before it begins anew. */
  hasWritten = false;
  /** Properties, the document's and the user's, as they were before it wrote any. */
  private properties: readonly (readonly [Map<string, string>, ReadonlyMap<string, string>])[] = [];

  constructor(
    readonly world: World,
    readonly realm: Realm,
    readonly options: ExecutionOptions,
  ) {
    this.startedAt = world.clock.now();
  }

  /** Simulated time, in milliseconds. */
  get elapsed(): number {
    return this.world.clock.now() - this.startedAt;
  }

  recordOf(error: string | null): Execution {
    const { options, calls, startedAt, elapsed } = this;
    const took = performance.now() - this.began;
    const count = (kind: CallKind) => calls.filter(call => call.kind === kind).length;
    return { options, calls, count, startedAt, elapsed, took, error };
  }

  /** Every service call passes here before it has any effect. */
  record(call: ServiceCall): void {
    if (this.stopped) throw this.stopped;
    this.calls.push(call);
    if (call.kind === 'data' || call.kind === 'size') this.pass(this.world.millisecondsPerDataCall);
    this.checkTime();
    const { mode } = this.options;
    if (mode === 'CUSTOM_FUNCTION') return;
    this.world.meanwhile.strike(call, mode, this.world);
    const fault = this.world.faults.strike(call, mode);
    if (fault === 'kill') throw this.stop('The run was killed.');
    if (fault === 'throw') throw new Error(this.world.faults.words || `Service error: ${call.service}`);
  }

  /** Lets time pass on the workbook's clock. */
  pass(milliseconds: number): void {
    this.simulated += milliseconds;
    this.world.clock.advance(milliseconds);
  }

  checkTime(): void {
    if (this.elapsed > this.options.limit) throw this.stop(tooLong(this.options.mode));
  }

  /** A service is about to write. */
  writes(service: string): void {
    if (service !== 'Properties') this.hasWritten = true;
    else if (this.properties.length === 0) {
      const { properties, userProperties } = this.world;
      this.properties = [properties, ...userProperties.values()].map(own => [own, new Map(own)]);
    }
  }

  /** What it remembered so far is forgotten: it begins anew once the answer is there. */
  stopToAsk(question: Question): Stopped {
    for (const [own, before] of this.properties) {
      own.clear();
      for (const [key, value] of before) own.set(key, value);
    }
    const stopped = this.stop('Waits for an answer.');
    stopped.question = question;
    return stopped;
  }

  /** Google shows its own question, and the run is over whatever is answered. */
  stopForConsent(scopes: readonly string[]): Stopped {
    this.world.askedFor.push(scopes);
    return this.stop(authorizationRequired);
  }

  private stop(message: string): Stopped {
    this.stopped = new Stopped(message);
    return this.stopped;
  }
}
