/** A duration as a tracker writes it: exact to the second, or a bare number whose unit the column tells. */
export type WrittenTime =
  | { readonly seconds: number }
  | { readonly digits: string; readonly mark: '.' | ',' | '' };

const clock = /^(\d{1,2})(?:[:.h](\d{2}))?(?::(\d{2}))?(?:[.,]\d+)?\s*(?:([ap])\.?\s?m\.?)?$/i;
const daySeconds = 86_400;

/** A time of day in seconds since midnight, by 24 hours or AM and PM; nothing where it is none. */
export function readClock(text: string): number | undefined {
  const [match, hour = '', minute, second = '0', half] = clock.exec(text.trim()) ?? [];
  if (!match || (minute === undefined && half === undefined)) return undefined;
  const hours = Number(hour);
  if (half && (hours < 1 || hours > 12)) return undefined;
  const of24 = half ? (hours % 12) + (/p/i.test(half) ? 12 : 0) : hours;
  const size = of24 * 3600 + Number(minute ?? 0) * 60 + Number(second);
  return Number(minute ?? 0) < 60 && Number(second) < 60 && size <= daySeconds ? size : undefined;
}

const colons = /^(\d{1,6}):(\d{1,2})(?::(\d{1,2}))?(?:[.,]\d+)?$/;
const units =
  /^(?:(\d{1,6}(?:[.,]\d+)?)\s*(?:h|hrs?|hours?|std|st|uur|timer?|godz)\.?\s*)?(?:(\d{1,6}(?:[.,]\d+)?)\s*(?:m|mins?|minutes?|minuten)\.?\s*)?(?:(\d{1,7}(?:[.,]\d+)?)\s*(?:s|secs?|seconds?|sek)\.?)?$/i;
const shortMinutes = /^(\d{1,6})h(\d{1,2})$/i;
const bare = /^\d{1,9}(?:([.,])\d{1,12})?$/;

/** Reads `26:30:05`, `1:30`, `1h 30m`, `90m`, `8s`, `1.5`; nothing where it is none of these. */
export function readTime(text: string): WrittenTime | undefined {
  const body = text.trim().replace(/[\u00a0\u202f]/g, ' ');
  const whole = colons.exec(body) ?? shortMinutes.exec(body);
  if (whole) {
    const [hours = 0, minutes = 0, seconds = 0] = whole.slice(1).map(part => Number(part ?? 0));
    return minutes < 60 && seconds < 60 ? { seconds: hours * 3600 + minutes * 60 + seconds } : undefined;
  }
  const number = bare.exec(body);
  if (number) return { digits: body, mark: (number[1] ?? '') as '.' | ',' | '' };
  const found = body === '' ? null : units.exec(body);
  if (!found) return undefined;
  const sum = found
    .slice(1)
    .reduce((total, part = '0', place) => total + Number(part.replace(',', '.')) * 60 ** (2 - place), 0);
  return { seconds: Math.round(sum) };
}

/** Whether a time is below zero, as a correction is. */
export function isNegative(text: string): boolean {
  return /^[-−]\s*\d/.test(text.trim());
}

/**
 * The decimal mark of a column: the one that some number in it proves, as three digits behind it may be a thousand.
 *
 * Nothing where both are proved.
 */
export function markOf(times: readonly WrittenTime[]): '.' | ',' | undefined {
  const proves = (mark: '.' | ',') => times.some(time => 'mark' in time && time.mark === mark);
  const [point, comma] = [proves('.'), proves(',')];
  if (point && comma) return undefined;
  return comma ? ',' : '.';
}

/** A bare number of some unit, in whole seconds. */
export function secondsOf({ digits }: { readonly digits: string }, unit: number): number {
  const [whole = '0', part = ''] = digits.split(/[.,]/);
  // Exact: 0.1 h is 360 s, whatever a computer's 0.1 is.
  const scale = 10 ** Math.min(part.length, 9);
  const number = Number(whole) * scale + Number(part.slice(0, 9) || '0');
  return Math.floor((number * unit * 2 + scale) / (2 * scale));
}

/** Where a log has its time of day and its day in one cell: the day, and the rest behind it. */
export function dayAndClock(text: string): readonly [day: string, clock: string] {
  const found =
    /^(.*?\d)(?:T|,?\s+)(\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?\s*(?:[ap]\.?\s?m\.?)?)$/i.exec(
      text.trim(),
    );
  return found ? [found[1] ?? '', found[2] ?? ''] : [text.trim(), ''];
}

const instant = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?\s?(Z|UTC|[+-]\d\d:?\d\d)$/;

/** An instant such as `2026-01-05T08:00:00Z` in whole seconds since 1970; nothing where it names no zone. */
export function readInstant(text: string): number | undefined {
  const found = instant.exec(text.trim());
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second = '0', zone = 'Z'] = found;
  const at = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  const shift = (Number(hours) * 60 + Number(minutes)) * 60 * (sign === '-' ? -1 : 1);
  return at / 1000 - shift;
}
