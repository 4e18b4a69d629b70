/** A fresh context of Node for each run. */

import vm from 'node:vm';
import {
  type CreateRealm,
  clockAndConsole,
  entrance,
  type Inner,
  type Realm,
  type Script,
} from '../services/realm';

/** Takes away what Apps Script lacks, and puts clock and console in. */
const prelude = new vm.Script(`((now, write) => {
  const { console, ...inner } = ${clockAndConsole}(now, write);
  const define = (name, value) => Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  Object.defineProperty(inner.Date.prototype, 'constructor', { value: inner.Date, writable: true, configurable: true });
  define('Date', inner.Date);
  define('console', console);
  for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics']) delete globalThis[name];
  return { ...inner, Function };
})`);

/** The script's own Dates live in the zone of the manifest, whatever the workbook's is. */
export function useZone(timeZone: string): void {
  process.env.TZ = timeZone;
}

export function compileScript(code: string): Script {
  return { script: new vm.Script(code, { filename: 'Code.js' }) };
}

export const createRealm: CreateRealm = (now, write, isService): Realm => {
  const context = vm.createContext({});
  const inner = prelude.runInContext(context)(now, write) as Inner & { readonly Function: typeof Function };
  return {
    ...entrance(inner, isService),
    global: vm.runInContext('globalThis', context) as Record<string, unknown>,
    run: ({ script }) => void (script as vm.Script).runInContext(context),
    // Looked up by name: functions in top-level constants are no properties of the global object.
    find: name => inner.Function(`return typeof ${name} === 'function' ? ${name} : undefined;`)(),
  };
};
