/** Evaluates the bundle in a page: in a frame of its own, with the page's names hidden and fresh variables a run. */

import {
  type CreateRealm,
  clockAndConsole,
  entrance,
  type Inner,
  type Realm,
  type Script,
} from '../services/realm';

/** What a page has and Apps Script lacks; as parameters they hide the page's own. */
const hidden = (
  'window self globalThis document location navigator history frames parent top opener origin name ' +
  'setTimeout setInterval clearTimeout clearInterval requestAnimationFrame cancelAnimationFrame requestIdleCallback ' +
  'queueMicrotask structuredClone reportError fetch XMLHttpRequest WebSocket EventSource Worker SharedWorker ' +
  'MessageChannel BroadcastChannel postMessage addEventListener removeEventListener dispatchEvent ' +
  'URL URLSearchParams FormData Headers Request Response File Blob FileReader DOMException DOMParser ' +
  'ReadableStream WritableStream TransformStream TextEncoder TextDecoder atob btoa crypto Crypto SubtleCrypto ' +
  'performance localStorage sessionStorage indexedDB caches alert confirm prompt open close print Image Audio ' +
  'WebAssembly SharedArrayBuffer Atomics'
).split(' ');
const services =
  'SpreadsheetApp PropertiesService CacheService LockService MailApp ScriptApp Utilities HtmlService'.split(
    ' ',
  );

type Evaluate = (...given: unknown[]) => (name: string) => ((...args: unknown[]) => unknown) | undefined;

/** A page has the zone of its machine: the add-on never looks at it, which the headless runs prove in many zones. */
export function useZone(_timeZone: string): void {}

let frame: (Window & { readonly Function: typeof Function; eval(code: string): unknown }) | undefined;

/** Hidden and empty; only its constructors are used, so that a bundle cannot bend those of the page. */
function scriptFrame() {
  if (!frame) {
    const element = document.createElement('iframe');
    element.hidden = true;
    element.title = 'Where the add-on runs';
    document.body.append(element);
    frame = element.contentWindow as unknown as NonNullable<typeof frame>;
  }
  return frame;
}

export function compileScript(code: string): Script {
  // Directly, so that it sees what the bundle declares.
  const find = "return name => eval('typeof ' + name + ' === \\'function\\' ? ' + name + ' : undefined');";
  const body = `${code}\n${find}`;
  return { script: new (scriptFrame().Function)('Date', 'console', ...services, ...hidden, body) };
}

export const createRealm: CreateRealm = (now, write, isService): Realm => {
  const { console, ...inner } = (scriptFrame().eval(clockAndConsole) as (...given: unknown[]) => unknown)(
    now,
    write,
  ) as Inner & { readonly console: unknown };
  const global: Record<string, unknown> = {};
  let find: ReturnType<Evaluate> = () => undefined;
  return {
    ...entrance(inner, isService),
    global,
    run({ script }) {
      find = (script as Evaluate)(inner.Date, console, ...services.map(name => global[name]));
    },
    find: name => find(name),
    // Its global object was its own.
    end() {},
  };
};
