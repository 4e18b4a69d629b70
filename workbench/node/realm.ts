/** Evaluates the bundle in a context of Node, with fresh variables a run. */

import vm from 'node:vm';
import {
  type CreateRealm,
  clockAndConsole,
  entrance,
  type Inner,
  type Realm,
  type Script,
} from '../services/realm';

/** Takes away what Apps Script lacks, and says what the language itself has. */
const prelude = new vm.Script(`(() => {
  for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics']) delete globalThis[name];
  const own = ['Date', 'console', 'globalThis', 'eval', 'undefined', 'NaN', 'Infinity'];
  const words = Object.getOwnPropertyNames(globalThis).filter(name => !own.includes(name));
  const meanings = words.map(name => globalThis[name]);
  const put = (name, value) => Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  const tidy = names => {
    for (const name of names) delete globalThis[name];
    for (const [index, word] of words.entries()) if (names.includes(word)) put(word, meanings[index]);
  };
  // With the machine's own Date, whatever stands there by then.
  return { words, meanings, put, tidy, createClock: (Date => ${clockAndConsole})(Date) };
})()`);

type Found = (name: string) => ((...args: unknown[]) => unknown) | undefined;
type Evaluate = (...meanings: readonly unknown[]) => Found;

interface Language {
  readonly words: readonly string[];
  readonly meanings: readonly unknown[];
  readonly put: (name: string, value: unknown) => void;
  readonly tidy: (names: readonly string[]) => void;
  readonly createClock: (...given: unknown[]) => Inner & { readonly console: unknown };
}

/** Lent to one run at a time; the next one finds its code warm. */
interface Context extends Language {
  /** What stands at the global object beside the language. */
  readonly global: Record<string, unknown>;
  readonly context: vm.Context;
  readonly evaluated: WeakMap<vm.Script, Evaluate>;
}

/** Those that no run has now: a run within a run has another. */
const free: Context[] = [];

function createContext(): Context {
  const global: Record<string, unknown> = {};
  const context = vm.createContext(global);
  return { ...(prelude.runInContext(context) as Language), global, context, evaluated: new WeakMap() };
}

/** The same in every context, and at hand as parameters: a look at a context's global object is slow. */
const { words } = createContext();

/** The script's own Dates live in the zone of the manifest, whatever the workbook's is. */
export function useZone(timeZone: string): void {
  process.env.TZ = timeZone;
}

export function compileScript(code: string): Script {
  // Directly, so that it sees what the bundle declares.
  const find = "return name => eval('typeof ' + name + ' === \\'function\\' ? ' + name + ' : undefined');";
  const body = `(function (${words.join()}) {${code}\n${find}\n})`;
  return { script: new vm.Script(body, { filename: 'Code.js' }) };
}

export const createRealm: CreateRealm = (now, write, isService): Realm => {
  const own = free.pop() ?? createContext();
  const { global } = own;
  const { console, ...inner } = own.createClock(now, write);
  own.put('Date', inner.Date);
  own.put('console', console);
  let find: Found = () => undefined;
  return {
    ...entrance(inner, isService),
    global,
    run({ script }) {
      find = evaluatedIn(own, script as vm.Script)(...own.meanings);
    },
    find: name => find(name),
    end() {
      own.tidy(Object.getOwnPropertyNames(global));
      free.push(own);
    },
  };
};

function evaluatedIn({ context, evaluated }: Context, script: vm.Script): Evaluate {
  const known = evaluated.get(script) ?? (script.runInContext(context) as Evaluate);
  evaluated.set(script, known);
  return known;
}
