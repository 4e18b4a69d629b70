/** What a cell's number format makes of a number: which kind of value it is, and the text a person sees. */

import { habitsOf } from './locale';
import { wallOfSerial } from './zone';

export type FormatKind = 'automatic' | 'text' | 'number' | 'date' | 'date time' | 'time' | 'duration';

const kinds = new Map<string, FormatKind>();

export function kindOfFormat(format: string): FormatKind {
  const kind = kinds.get(format) ?? look(format);
  kinds.set(format, kind);
  return kind;
}

function look(format: string): FormatKind {
  const first = (format.split(';')[0] ?? '').replace(/"[^"]*"|\\./g, '');
  if (/^\s*(general)?\s*$/i.test(first)) return 'automatic';
  if (first.trim() === '@') return 'text';
  const elapsed = /\[(h+|m+|s+)\]/i.test(first);
  const bare = first.replace(/\[[^\]]*\]/g, '');
  if (elapsed) return 'duration';
  const date = /[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare));
  const time = /[hs]/i.test(bare);
  if (date) return time ? 'date time' : 'date';
  return time ? 'time' : 'number';
}

/** The wall-clock kinds: their numbers reach a script as Dates. */
export function isTemporal(kind: FormatKind): boolean {
  return kind === 'date' || kind === 'date time' || kind === 'time' || kind === 'duration';
}

export function displayNumber(value: number, format: string, locale: string): string {
  const kind = kindOfFormat(format);
  if (kind === 'automatic' || kind === 'text') return plainNumber(value, locale);
  if (isTemporal(kind)) return temporal(value, format, locale);
  return patterned(value, format, locale);
}

function plainNumber(value: number, locale: string): string {
  const size = Math.abs(value);
  const text =
    size !== 0 && (size >= 1e15 || size < 1e-5)
      ? value
          .toExponential(5)
          .replace(/\.?0+e/, 'E')
          .replace('e', 'E')
      : String(Number(value.toPrecision(10)));
  return text.replace('.', habitsOf(locale).decimal);
}

/** `0`, `#`, `,`, `.`, `%`, quoted text and two sections (positive; negative). */
function patterned(value: number, format: string, locale: string): string {
  const sections = format.split(';');
  const negative = value < 0 && sections[1] !== undefined;
  const section = (negative ? sections[1] : sections[0]) ?? '';
  const found = /[#0][#0,]*(?:\.([#0]+))?|\.([#0]+)/.exec(
    section.replace(/"[^"]*"/g, m => ' '.repeat(m.length)),
  );
  const literal = (text: string) =>
    text.replace(/"([^"]*)"|\\(.)|\[[^\]]*\]|_./g, '$1$2').replaceAll('"', '');
  if (!found) return literal(section);
  const { decimal, group } = habitsOf(locale);
  const places = found[1] ?? found[2] ?? '';
  const scaled = Math.abs(value) * (section.includes('%') ? 100 : 1);
  const [whole = '0', fraction = ''] = decimalText(scaled, places.length).split('.');
  const least = (found[0].split('.')[0] ?? '').replace(/[^0]/g, '').length;
  const digits = (least === 0 && whole === '0' ? '' : whole).padStart(least, '0');
  const grouped = found[0].includes(',') ? digits.replace(/\B(?=(\d{3})+$)/g, group) : digits;
  let shown = fraction;
  while (shown.endsWith('0') && places[shown.length - 1] === '#') shown = shown.slice(0, -1);
  const sign = value < 0 && !negative && Number(decimalText(scaled, places.length)) !== 0 ? '-' : '';
  const before = literal(section.slice(0, found.index));
  const after = literal(section.slice(found.index + found[0].length));
  return sign + before + grouped + (shown ? decimal + shown : '') + after;
}

/** Rounds half away from zero as a sheet does, on the decimal digits that a person sees. */
function decimalText(value: number, places: number): string {
  const [digits = '0', exponent = '0'] = value.toPrecision(15).split('e');
  const rounded = Math.round(Number(`${digits}e${Number(exponent) + places}`));
  return (rounded / 10 ** places).toFixed(places);
}

function temporal(serial: number, format: string, locale: string): string {
  const negative = serial < 0 && kindOfFormat(format) === 'duration';
  const seconds = Math.round(Math.abs(serial) * 86_400);
  const wall = new Date(Math.round(wallOfSerial(serial) / 1000) * 1000);
  const { months, longMonths, weekdays, longWeekdays } = habitsOf(locale);
  const half = /am\/pm|a\/p/i.test(format);
  const elapsed: Record<string, number> = {
    h: Math.floor(seconds / 3600),
    m: Math.floor(seconds / 60),
    s: seconds,
  };
  const pad = (number: number, token: string) => String(number).padStart(token.length > 1 ? 2 : 1, '0');
  const tokens = format.match(/"[^"]*"|\\.|\[[^\]]*\]|am\/pm|a\/p|y+|m+|d+|h+|s+|./gi) ?? [];
  let minutes = false;
  const shown = tokens.map((token, index) => {
    const letter = token.charAt(0).toLowerCase();
    if (letter === '"') return token.slice(1, -1);
    if (letter === '\\') return token.charAt(1);
    if (/^\[[hms]+\]$/i.test(token)) {
      minutes = token.charAt(1).toLowerCase() === 'h';
      return pad(elapsed[token.charAt(1).toLowerCase()] ?? 0, token.slice(1, -1));
    }
    if (letter === '[') return '';
    if (/^a/i.test(token)) return /^a/i.test(token) && half ? (wall.getUTCHours() < 12 ? 'AM' : 'PM') : token;
    const asMinutes =
      minutes || /^\[?s/i.test(tokens.slice(index + 1).find(next => /[ymdhs]/i.test(next)) ?? '');
    if (/^[ydhs]/.test(letter)) minutes = letter === 'h';
    switch (letter) {
      case 'y':
        return token.length > 2 ? String(wall.getUTCFullYear()) : String(wall.getUTCFullYear()).slice(-2);
      case 'd':
        if (token.length > 2) return (token.length > 3 ? longWeekdays : weekdays)[wall.getUTCDay()] ?? '';
        return pad(wall.getUTCDate(), token);
      case 'h':
        return pad(half ? wall.getUTCHours() % 12 || 12 : wall.getUTCHours(), token);
      case 's':
        return pad(wall.getUTCSeconds(), token);
      case 'm':
        if (asMinutes) return pad(wall.getUTCMinutes(), token);
        if (token.length > 2) return (token.length > 3 ? longMonths : months)[wall.getUTCMonth()] ?? '';
        return pad(wall.getUTCMonth() + 1, token);
      default:
        return token;
    }
  });
  return (negative ? '-' : '') + shown.join('');
}
