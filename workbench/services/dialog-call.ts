/** What may cross between a dialog and the server: plain JSON values, never a Date, a function or a circle. */

/** What a page gets for every call while its browser is signed in with several accounts. */
export const severalAccounts =
  "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.";

/** A copy as the other side gets it; throws, naming the place, where the request would fail. */
export function carried(value: unknown, path: string, above: readonly unknown[] = []): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object')
    throw new Error(`google.script.run cannot carry ${path}: a ${typeof value}.`);
  if (above.includes(value)) throw new Error(`google.script.run cannot carry ${path}: it contains itself.`);
  const inside = [...above, value];
  if (Array.isArray(value)) {
    return Array.from(value, (each, index) =>
      each === undefined ? null : carried(each, `${path}[${index}]`, inside),
    );
  }
  const kind = Object.prototype.toString.call(value);
  if (kind !== '[object Object]')
    throw new Error(`google.script.run cannot carry ${path}: ${kind.slice(8, -1)}.`);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries.map(([key, each]) => [key, carried(each, `${path}.${key}`, inside)]));
}
