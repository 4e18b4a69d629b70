/** Dates written and read in Java's patterns of numbers, as `Utilities.formatDate` and `parseDate` do. */

import { javaZoneNamed } from './java-zone';

const fields: Readonly<Record<string, (wall: Date) => number>> = {
  y: wall => wall.getUTCFullYear(),
  M: wall => wall.getUTCMonth() + 1,
  d: wall => wall.getUTCDate(),
  H: wall => wall.getUTCHours(),
  m: wall => wall.getUTCMinutes(),
  s: wall => wall.getUTCSeconds(),
};

/** Runs of the same letter are fields; everything else stands for itself. */
function partsOf(pattern: string): { text: string; field: string | undefined }[] {
  return (pattern.match(/([A-Za-z])\1*|[^A-Za-z]+/g) ?? []).map(text => {
    const field = /[A-Za-z]/.exec(text)?.[0];
    const isKnown = field === undefined || fields[field];
    if (!isKnown || /'|^y{1,3}$|^M{3}/.test(text)) throw new Error(`Not emulated: date pattern ${text}`);
    return { text, field };
  });
}

export function formatInstant(instant: number, zone: string, pattern: string): string {
  const wall = new Date(javaZoneNamed(zone).wallOf(instant));
  const shown = partsOf(pattern).map(({ text, field }) =>
    field === undefined ? text : String(fields[field]?.(wall)).padStart(text.length, '0'),
  );
  return shown.join('');
}

/** The instant that a text means; lenient as Java's, so that day 32 is the first of the next month. */
export function parseInstant(text: string, zone: string, pattern: string): number {
  const parts = partsOf(pattern);
  const shape = parts.map(part =>
    part.field ? `(\\d{${part.text.length}})` : part.text.replace(/[.?*+^$()|[\]{}\\]/g, '\\$&'),
  );
  const found = new RegExp(`^${shape.join('')}`).exec(text);
  if (!found) throw new Error(`Unparseable date: "${text}"`);
  const order = parts.flatMap(({ field }) => field ?? []).join('');
  const [year = 1970, month = 1, ...rest] = Array.from('yMdHms', field => {
    const at = order.indexOf(field);
    return at < 0 ? undefined : Number(found[at + 1]);
  });
  const [day = 1, hour = 0, minute = 0, second = 0] = rest;
  return javaZoneNamed(zone).instantOf(Date.UTC(year, month - 1, day, hour, minute, second));
}
