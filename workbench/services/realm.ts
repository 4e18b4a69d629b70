/** A bare JavaScript context such as Apps Script runs a project in: no timers, no fetch, and a clock of ours. */

export interface Realm {
  readonly global: Record<string, unknown>;
  /** Evaluates the compiled bundle. */
  run(script: Script): void;
  /** A copy whose arrays, objects and Dates belong to the context; service objects pass as they are. */
  enter(value: unknown): unknown;
  /** An error of the context's own, so that `instanceof Error` holds in there. */
  error(message: string): Error;
  /** A function that the bundle declares at its top level, by a name that was checked to be one. */
  find(name: string): ((...args: unknown[]) => unknown) | undefined;
  /** The run is over: nothing that it left at the global object is there for the next one. */
  end(): void;
}

/** A compiled bundle; what it is depends on where it is evaluated. */
export type Script = { readonly script: unknown };

/** What the constructors of a context are called for. */
export interface Inner {
  readonly Array: typeof Array;
  readonly Object: typeof Object;
  readonly Date: typeof Date;
  readonly Error: typeof Error;
}

export type CreateRealm = (
  now: () => number,
  write: (level: string, text: string) => void,
  isService: (value: object) => boolean,
) => Realm;

/** Source of a function that puts Date on the settable clock and lets console write into our log. */
export const clockAndConsole = `((now, write) => {
  'use strict';
  const Machine = Date;
  const Clocked = function Date(...args) {
    if (!new.target) return new Machine(now()).toString();
    return Reflect.construct(Machine, args.length > 0 ? args : [now()], new.target);
  };
  Clocked.prototype = Machine.prototype;
  Object.defineProperty(Machine.prototype, 'constructor', { value: Clocked, writable: true, configurable: true });
  Object.assign(Clocked, { now, parse: Machine.parse, UTC: Machine.UTC });
  const text = value => (typeof value === 'object' && value !== null && !(value instanceof Error) ? JSON.stringify(value) : String(value));
  const line = level => (...args) => write(level, args.map(text).join(' '));
  const console = { log: line('log'), info: line('info'), warn: line('warn'), error: line('error'), time() {}, timeEnd() {} };
  return { Array, Object, Date: Clocked, Error, console };
})`;

/** How plain values enter a context, and errors are made there. */
export function entrance(
  inner: Inner,
  isService: (value: object) => boolean,
): Pick<Realm, 'enter' | 'error'> {
  const enter = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      // Whole columns are rows by the ten thousand, for which `Array.from` takes three times as long.
      const copy: unknown[] = new inner.Array(value.length);
      for (let index = 0; index < value.length; index++) copy[index] = enter(value[index]);
      return copy;
    }
    if (isService(value)) return value;
    if (isDate(value)) return new inner.Date(value.getTime());
    const copy = new inner.Object() as Record<string, unknown>;
    for (const [key, each] of Object.entries(value)) copy[key] = enter(each);
    return copy;
  };
  return {
    enter,
    error(message) {
      const error = new inner.Error(message);
      error.name = 'Exception';
      return error;
    },
  };
}

/** Holds for Dates of every context, unlike `instanceof`. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** A copy of a bundle's value in plain objects of ours; functions and service objects become their names. */
export function leave(value: unknown): unknown {
  if (typeof value === 'function') return `[function ${value.name}]`;
  if (typeof value !== 'object' || value === null) return value;
  if (isDate(value)) return new Date(value.getTime());
  if (Array.isArray(value)) return Array.from(value, leave);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, leave(each)]));
}
