/** Dates written and read in Java's patterns, as `Utilities.formatDate` and `parseDate` do. */

import { habitsOf } from './locale';
import { zoneNamed } from './zone';

const english = habitsOf('en_US');

/** A wall clock as if it were UTC, and its zone, in a pattern such as `yyyy-MM-dd HH:mm:ss`. */
export function formatInstant(instant: number, zone: string, pattern: string): string {
  const { offsetAt } = zoneNamed(zone);
  const offset = offsetAt(instant);
  const wall = new Date(instant + offset);
  return tokensOf(pattern)
    .map(token => token.literal ?? field(token.letters, wall, offset, zone))
    .join('');
}

interface Token {
  readonly letters: string;
  readonly literal?: string;
}

function tokensOf(pattern: string): Token[] {
  return (pattern.match(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+/g) ?? []).map(text => {
    if (text === "''") return { letters: '', literal: "'" };
    if (text.startsWith("'")) return { letters: '', literal: text.slice(1, -1).replaceAll("''", "'") };
    return /[A-Za-z]/.test(text) ? { letters: text } : { letters: '', literal: text };
  });
}

function field(letters: string, wall: Date, offset: number, zone: string): string {
  const pad = (value: number) => String(value).padStart(letters.length, '0');
  const [year, month, weekday] = [wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDay()];
  switch (letters.charAt(0)) {
    case 'y':
      return letters.length === 2 ? String(year % 100).padStart(2, '0') : pad(year);
    case 'M':
      if (letters.length > 3) return english.longMonths[month] ?? '';
      return letters.length === 3 ? (english.months[month] ?? '') : pad(month + 1);
    case 'd':
      return pad(wall.getUTCDate());
    case 'D':
      return pad(Math.floor((wall.getTime() - Date.UTC(year, 0, 1)) / 86_400_000) + 1);
    case 'E':
      return (letters.length > 3 ? english.longWeekdays : english.weekdays)[weekday] ?? '';
    case 'u':
      return pad(weekday || 7);
    case 'H':
      return pad(wall.getUTCHours());
    case 'h':
      return pad(wall.getUTCHours() % 12 || 12);
    case 'm':
      return pad(wall.getUTCMinutes());
    case 's':
      return pad(wall.getUTCSeconds());
    case 'S':
      return pad(wall.getUTCMilliseconds());
    case 'a':
      return wall.getUTCHours() < 12 ? 'AM' : 'PM';
    case 'Z':
    case 'X':
      return offsetText(letters, offset);
    case 'z':
      return letters.length > 3 ? zone : offset === 0 ? 'GMT' : `GMT${offsetText('XXX', offset)}`;
    default:
      throw new Error(`Not emulated: Utilities.formatDate pattern letter ${letters.charAt(0)}`);
  }
}

function offsetText(letters: string, offset: number): string {
  if (letters.startsWith('X') && offset === 0) return 'Z';
  const minutes = Math.floor(Math.abs(offset) / 60_000);
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0');
  const colon = letters === 'XXX' ? ':' : '';
  return `${offset < 0 ? '-' : '+'}${hours}${letters === 'X' ? '' : colon + String(minutes % 60).padStart(2, '0')}`;
}

/** The instant that a text means; lenient as Java's, so that day 32 is the first of the next month. */
export function parseInstant(text: string, zone: string, pattern: string): number {
  const refuse = () => new Error(`Unparseable date: "${text}"`);
  const parts = { y: 1970, M: 1, d: 1, H: 0, m: 0, s: 0, S: 0, half: -1 };
  let rest = text;
  for (const { letters, literal } of tokensOf(pattern)) {
    if (literal !== undefined) {
      if (!rest.startsWith(literal)) throw refuse();
      rest = rest.slice(literal.length);
      continue;
    }
    const letter = letters.charAt(0);
    const named = letter === 'M' && letters.length > 2;
    const found = (named || /[aE]/.test(letter) ? /^\p{L}+/u : /^\d+/).exec(rest)?.[0];
    if (found === undefined) throw refuse();
    // Neighbouring fields have no separator, so each takes the digits its letters count.
    const taken =
      named || /[aE]/.test(letter) || letters.length < 2
        ? found
        : found.slice(0, Math.max(letters.length, letter === 'y' ? 4 : 2));
    rest = rest.slice(taken.length);
    if (named)
      parts.M = 1 + english.months.findIndex(name => taken.toLowerCase().startsWith(name.toLowerCase()));
    else if (letter === 'a') parts.half = /^p/i.test(taken) ? 12 : 0;
    else if (letter === 'h') parts.H = Number(taken) % 12;
    else if (letter in parts) parts[letter as 'y'] = Number(taken);
    else if (letter !== 'E') throw new Error(`Not emulated: Utilities.parseDate pattern letter ${letter}`);
    if (parts.M === 0) throw refuse();
  }
  if (/^yy$/.test((pattern.match(/y+/) ?? [''])[0]) && parts.y < 100) parts.y += parts.y < 46 ? 2000 : 1900;
  const hour = parts.half > 0 ? (parts.H % 12) + parts.half : parts.H;
  const wall = new Date(Date.UTC(2000, parts.M - 1, parts.d, hour, parts.m, parts.s, parts.S));
  wall.setUTCFullYear(parts.y + wall.getUTCFullYear() - 2000);
  return zoneNamed(zone).instantOf(wall.getTime());
}
