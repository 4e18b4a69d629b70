/**
 * Tells by its number format whether a cell shows a date, a time or a duration.
 */

export const GENERAL = 'General';
export const DATE = 'yyyy-mm-dd';
export const DATE_TIME = 'yyyy-mm-dd hh:mm:ss';

const known = new Map<string, boolean>();

export function isDateFormat(format: string): boolean {
  let isDate = known.get(format);
  if (isDate === undefined) {
    const bare = format.replace(/"[^"]*"|\\.|_./g, '').replace(/\[(?![hms]+\])[^\]]*\]/gi, '');
    isDate = bare.toLowerCase() !== 'general' && /[dyhms]/i.test(bare);
    known.set(format, isDate);
  }
  return isDate;
}

export function isGeneral(format: string): boolean {
  return format === '' || format.toLowerCase() === 'general';
}
