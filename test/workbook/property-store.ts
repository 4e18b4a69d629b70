import type { PropertyStore } from '../../src/workbook/ports';

const kilobyte = 1024;
const bytes = (text: string) => new TextEncoder().encode(text).length;

/** Properties with Google's limits, by their names; `values` are what stands there. */
export interface StrictStore extends PropertyStore {
  readonly values: Record<string, string>;
  /** Of names and values. */
  size(): number;
}

export function strictStore(values: Record<string, string> = {}): StrictStore {
  const sizeOf = (given: object) =>
    Object.entries(given).reduce((sum, [name, value]) => sum + bytes(name) + bytes(value), 0);
  let size = sizeOf(values);
  return {
    values,
    size: () => size,
    read: () => values,
    write: given => {
      for (const [name, value] of Object.entries(given)) {
        if (bytes(value) > 9 * kilobyte) throw new Error(`Argument too large: ${name}`);
        size +=
          sizeOf({ [name]: value }) - (values[name] === undefined ? 0 : sizeOf({ [name]: values[name] }));
        values[name] = value;
      }
      if (size > 500 * kilobyte) throw new Error('You have exceeded the property storage quota.');
    },
    forget: names => {
      for (const name of names) {
        if (values[name] !== undefined) size -= sizeOf({ [name]: values[name] });
        delete values[name];
      }
    },
  };
}
