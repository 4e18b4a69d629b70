/** Puts a service object before the bundle: rights, signature, fault and record are checked at every call. */

import { type ActiveRun, Stopped } from './execution';
import { obstacleTo } from './guards';
import { authorizationRequired, grantedScopes } from './permissions';
import { isDate } from './realm';
import { fits, refusal } from './rule-table';
import { rules } from './rules';

/** The methods that a class of ours has are declared as Google declares them; the compiler compares. */
export type Emulates<Google, Own> = Pick<Google, keyof Google & keyof Own>;

const targets = new WeakMap<object, object>();
const proxies = new WeakMap<object, object>();
const names = new WeakMap<object, string>();

export function isService(value: object): boolean {
  return targets.has(value);
}

/** The object of ours behind what the bundle holds. */
export function own<T>(value: unknown): T {
  return (targets.get(value as object) ?? value) as T;
}

/** Typed as Google's whole class: what we lack throws `Not emulated` when it is asked for. */
export function expose<T>(run: ActiveRun, service: string, target: object): T {
  const rule = rules.get(service);
  if (!rule) throw new Error(`No rules for ${service}`);
  names.set(target, service);
  const proxy: object = new Proxy(target, {
    get(object, key) {
      if (typeof key === 'symbol' || key === 'toJSON' || key === 'then') return undefined;
      if (key === 'toString') return () => service;
      if (rule.enumerations.has(key)) return Reflect.get(object, key);
      if (rule.methods.has(key)) return (...args: unknown[]) => call(run, service, key, object, args);
      throw run.realm.error(`Not emulated: ${service}.${key}`);
    },
    set(_object, key) {
      throw run.realm.error(`Not emulated: setting ${service}.${String(key)}`);
    },
    ownKeys: () => [],
    getOwnPropertyDescriptor: () => undefined,
    getPrototypeOf: () => null,
  });
  targets.set(proxy, target);
  proxies.set(target, proxy);
  return proxy as T;
}

function call(run: ActiveRun, service: string, method: string, target: object, args: unknown[]) {
  const service_ = rules.get(service);
  const rule = service_?.methods.get(method);
  if (!service_ || !rule) throw new Error(`No rule for ${service}.${method}`);
  const { mode } = run.options;
  try {
    run.record({ service, method, kind: rule.kind });
    const scopes = mode === 'FULL' ? grantedScopes(run.world) : run.world.bundle.scopes;
    const refused = refusal(service_.path, method, rule, mode, scopes);
    if (refused) throw new Error(refused);
    if (rule.scope !== null && mode === 'FULL' && !run.world.isAllowed)
      throw new Error(authorizationRequired);
    if (mode === 'NONE' && run.loading) {
      throw new Error(`You do not have permission to call ${service}.${method} while the script loads.`);
    }
    if (!fits(rule, args, typeName)) {
      const shown = args.map(shownType).join(',');
      throw new Error(
        `The parameters (${shown}) don't match the method signature for ${service_.path}.${method}.`,
      );
    }
    const given = args.map(inner);
    const obstacle = obstacleTo(run.world, { service, method, rule, target, args: given });
    if (obstacle) throw new Error(obstacle);
    const implementation = Reflect.get(target, method) as ((...args: unknown[]) => unknown) | undefined;
    if (!implementation) throw new Error(`Not emulated: ${service}.${method}`);
    // A flush only hurries what was written before it.
    if (rule.writes && method !== 'flush') run.writes(service);
    if (rule.writes && rule.right === 'document') run.world.changed = true;
    const result = implementation.apply(target, given);
    // A method that gives the object itself back, for chaining, knows only the inner one.
    return proxies.get(result as object) ?? run.realm.enter(result);
  } catch (error) {
    // The bundle may catch this: it must be an error of its own context, and a stop must stay one.
    throw error instanceof Error && !(error instanceof Stopped) ? run.realm.error(error.message) : error;
  }
}

function inner(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from(value, each => (targets.has(each) ? own(each) : each));
  return own(value);
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object')
    return { number: 'Number', string: 'String', boolean: 'Boolean' }[typeof value as string] ?? typeof value;
  if (Array.isArray(value)) return 'Array';
  if (isDate(value)) return 'Date';
  return names.get(own(value)) ?? 'Object';
}

/** As Google writes it: `String`, `number`, `number[]`, `(class)`. */
function shownType(value: unknown): string {
  const name = typeName(value);
  if (name === 'Number' || name === 'Boolean') return name.toLowerCase();
  if (name === 'Array') return `${shownType((value as unknown[])[0])}[]`;
  if (name === 'Object' || name === 'Date') return '(class)';
  return rules.get(name)?.path ?? name;
}

/** An enumeration: its values are their names; one that does not exist throws. */
export function enumeration<T>(run: ActiveRun, name: string, ...values: string[]): T {
  return new Proxy(Object.fromEntries(values.map(value => [value, value])), {
    get(object, key) {
      if (typeof key === 'symbol' || key in object) return Reflect.get(object, key);
      throw run.realm.error(`Not emulated: ${name}.${key}`);
    },
  }) as T;
}
