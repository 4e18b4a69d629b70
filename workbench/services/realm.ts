/** A bare JavaScript context such as Apps Script runs a project in: no timers, no fetch, and a clock of ours. */

import vm from 'node:vm';

export interface Realm {
  readonly global: Record<string, unknown>;
  run(script: vm.Script): void;
  /** A copy whose arrays, objects and Dates belong to the context; service objects pass as they are. */
  enter(value: unknown): unknown;
  /** An error of the context's own, so that `instanceof Error` holds in there. */
  error(message: string): Error;
  /** Makes a function of the context from source text. */
  compile(parameters: readonly string[], body: string): (...args: unknown[]) => unknown;
}

interface Inner {
  readonly Array: typeof Array;
  readonly Object: typeof Object;
  readonly Date: typeof Date;
  readonly Error: typeof Error;
  readonly Function: typeof Function;
}

/** Run inside each new context: takes away what Apps Script lacks and puts Date on the settable clock. */
const prelude = new vm.Script(`((now, write) => {
  'use strict';
  const Machine = Date;
  const Clocked = function Date(...args) {
    if (!new.target) return new Machine(now()).toString();
    return Reflect.construct(Machine, args.length > 0 ? args : [now()], new.target);
  };
  Clocked.prototype = Machine.prototype;
  Object.defineProperty(Machine.prototype, 'constructor', { value: Clocked, writable: true, configurable: true });
  Object.assign(Clocked, { now, parse: Machine.parse, UTC: Machine.UTC });
  const define = (name, value) => Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  define('Date', Clocked);
  for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics']) delete globalThis[name];
  const text = value => (typeof value === 'object' && value !== null && !(value instanceof Error) ? JSON.stringify(value) : String(value));
  const line = level => (...args) => write(level, args.map(text).join(' '));
  define('console', { log: line('log'), info: line('info'), warn: line('warn'), error: line('error'), time() {}, timeEnd() {} });
  return { Array, Object, Date: Clocked, Error, Function };
})`);

export function createRealm(
  now: () => number,
  write: (level: string, text: string) => void,
  isService: (value: object) => boolean,
): Realm {
  const context = vm.createContext({});
  const inner = prelude.runInContext(context)(now, write) as Inner;
  const enter = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || isService(value)) return value;
    if (Array.isArray(value)) return inner.Array.from(value, enter);
    if (isDate(value)) return new inner.Date(value.getTime());
    const copy = new inner.Object() as Record<string, unknown>;
    for (const [key, each] of Object.entries(value)) copy[key] = enter(each);
    return copy;
  };
  return {
    global: vm.runInContext('globalThis', context) as Record<string, unknown>,
    run: script => void script.runInContext(context),
    enter,
    error(message) {
      const error = new inner.Error(message);
      error.name = 'Exception';
      return error;
    },
    compile: (parameters, body) => inner.Function(...parameters, body) as (...args: unknown[]) => unknown,
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
