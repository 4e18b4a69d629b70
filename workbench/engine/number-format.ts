/** What a cell's number format makes of a number: which kind of value it is, and the text a person sees. */
import { numfmt } from '#univer';

export const GENERAL = 'General';
export const DATE = 'yyyy-mm-dd';
export const DATE_TIME = 'yyyy-mm-dd hh:mm:ss';

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

/** A date, a time or a duration: its number reaches a script as a Date. */
export function isTemporal(format: string): boolean {
  return /^(date|time|duration)/.test(kindOfFormat(format));
}

export function isGeneral(format: string): boolean {
  return format === '' || format.toLowerCase() === 'general';
}

export function displayNumber(value: number, format: string, locale: string): string {
  const isPlain = kindOfFormat(format) === 'automatic' || kindOfFormat(format) === 'text';
  return numfmt.format(isPlain ? GENERAL : format, value, { locale });
}
