/** What Sheets makes of text typed into a cell, or handed to `setValues`: a number, a date, a formula, or text. */

import { kindOfFormat } from '../engine/number-format';
import { serialOfWall } from '../engine/zone';
import { habitsOf, type LocaleHabits } from './locale';

export interface Typed {
  readonly input: { readonly value: string | number | boolean } | { readonly formula: string };
  /** The format that an automatic cell takes on; absent where typing changes none. */
  readonly format?: string;
}

export interface TypingIn {
  readonly locale: string;
  /** The number format that the cell has already. */
  readonly format: string;
  /** The year of a date typed without one. */
  readonly year: number;
}

type Found = { value: number | boolean; format?: string } | null;

/** A format of the cell's own stays; one that typing suggests is only for automatic cells. */
export function parseTyped(text: string, cell: TypingIn): Typed {
  const kind = kindOfFormat(cell.format);
  if (kind === 'text') return { input: { value: text } };
  if (text.startsWith("'")) return { input: { value: text.slice(1) } };
  if (text.startsWith('=') && text.length > 1) return { input: { formula: text } };
  const habits = habitsOf(cell.locale);
  const bare = text.trim();
  const found =
    truth(bare) ??
    number(bare, habits) ??
    time(bare) ??
    date(bare, habits, cell.year) ??
    moment(bare, habits, cell.year);
  if (!found) return { input: { value: text } };
  const suggested = kind === 'automatic' ? found.format : undefined;
  return { input: { value: found.value }, ...(suggested ? { format: suggested } : {}) };
}

function truth(text: string): Found {
  return /^(true|false)$/i.test(text) ? { value: text.toLowerCase() === 'true' } : null;
}

function number(text: string, { decimal, group }: LocaleHabits): Found {
  const literal = (separator: string) => (separator === ' ' ? '[ \\u00a0\\u202f]' : `\\${separator}`);
  const shape = new RegExp(
    `^([-+]?)([$€£¥]?)\\s?([-+]?)((?:\\d{1,3}(?:${literal(group)}\\d{3})+|\\d+)?)(?:${literal(decimal)}(\\d*))?(e[-+]?\\d+)?\\s?([%€]?)$`,
    'i',
  );
  const [, sign, currency, inner, whole = '', fraction, exponent = '', unit] = shape.exec(text) ?? [];
  if (sign === undefined || (whole === '' && !fraction)) return null;
  const digits = Number(`${whole.replace(/\D/g, '')}.${fraction ?? ''}0${exponent}`);
  const value = (sign === '-') !== (inner === '-') ? -digits : digits;
  if (unit === '%')
    return { value: Number((value / 100).toPrecision(15)), format: fraction ? '0.00%' : '0%' };
  if (currency) return { value, format: fraction === undefined ? `${currency}#,##0` : `${currency}#,##0.00` };
  if (unit) return { value, format: `#,##0.00 ${unit}` };
  return { value, ...(/\D/.test(whole) ? { format: fraction === undefined ? '#,##0' : '#,##0.00' } : {}) };
}

/** `9:00`, `17:30:15`, `5:00 PM`; above 24 hours, or with a sign, it is a duration. */
function time(text: string): Found {
  const [, sign, h, m, s, fraction, half] =
    /^(-?)(\d+):([0-5]\d)(?::([0-5]\d)(\.\d+)?)?(?:\s*([ap])\.?m\.?)?$/i.exec(text) ?? [];
  if (h === undefined || m === undefined) return null;
  let hour = Number(h);
  if (half) {
    if (hour < 1 || hour > 12 || sign) return null;
    hour = (hour % 12) + (/p/i.test(half) ? 12 : 0);
  }
  const seconds = hour * 3600 + Number(m) * 60 + Number(s ?? 0) + Number(fraction ?? 0);
  const value = (sign ? -seconds : seconds) / 86_400;
  if (half) return { value, format: s ? 'h:mm:ss AM/PM' : 'h:mm AM/PM' };
  if (sign || hour >= 24) return { value, format: '[h]:mm:ss' };
  return { value, format: s ? 'h:mm:ss' : 'h:mm' };
}

function date(text: string, habits: LocaleHabits, thisYear: number): Found {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]), 'yyyy-mm-dd');
  const local = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?\.?$/.exec(text);
  if (local && habits.order !== 'ymd') {
    const [first, second] = [Number(local[1]), Number(local[3])];
    const [d, m] = habits.order.startsWith('d') ? [first, second] : [second, first];
    return day(local[4] ? fullYear(local[4]) : thisYear, m, d, habits.dateFormat);
  }
  const named =
    /^(\d{1,2})\.?[ -](\p{L}+)\.?,?(?:[ -](\d{4}|\d{2}))?$/u.exec(text) ??
    reorder(/^(\p{L}+)\.? (\d{1,2})(?:,? (\d{4}))?$/u.exec(text));
  if (!named?.[2]) return null;
  const month = monthNamed(named[2], habits);
  return day(
    named[3] ? fullYear(named[3]) : thisYear,
    month,
    Number(named[1]),
    named[3] ? 'd mmm yyyy' : 'd mmm',
  );
}

/** A date with a time after it. */
function moment(text: string, habits: LocaleHabits, thisYear: number): Found {
  const [, first = '', second = ''] = /^(.+?)[T ](\d{1,2}:.+)$/.exec(text) ?? [];
  const [day, clock] = [date(first, habits, thisYear), time(second)];
  if (!day || !clock || Number(clock.value) < 0 || Number(clock.value) >= 1) return null;
  return { value: Number(day.value) + Number(clock.value), format: `${day.format} ${clock.format}` };
}

function reorder(match: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return match && [match[0], match[2], match[1], match[3]];
}

function monthNamed(name: string, { months, longMonths }: LocaleHabits): number {
  const wanted = name.toLowerCase();
  return (
    ([...months.keys()].find(index => {
      const names = [months[index] ?? '', (longMonths[index] ?? '').slice(0, 3), longMonths[index] ?? ''];
      return names.some(each => each.toLowerCase() === wanted);
    }) ?? -1) + 1
  );
}

function fullYear(text: string): number {
  if (text.length === 4) return Number(text);
  return Number(text) + (Number(text) < 30 ? 2000 : 1900);
}

function day(year: number, month: number, date: number, format: string): Found {
  const wall = new Date(Date.UTC(year, month - 1, date));
  if (wall.getUTCMonth() !== month - 1 || wall.getUTCDate() !== date || year < 1900) return null;
  return { value: serialOfWall(wall.getTime()), format };
}
