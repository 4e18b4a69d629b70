type Clock = (at: Date) => string;

/**
 * Writes an instant of before 1900 as the clocks of a zone showed it then, in local mean time: `1899-12-30 01:30:00`.
 * Nothing for a zone that is only an offset, such as `GMT-07:00`, whose clocks never changed.
 */
export function localMeanClock(timeZone: string): Clock | undefined {
  if (/^(GMT|UTC)?[+-]\d/.test(timeZone)) return undefined;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hour12: false,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return at => {
    const parts = new Map(formatter.formatToParts(at).map(({ type, value }) => [type, value]));
    const part = (type: Intl.DateTimeFormatPartTypes, length = 2) =>
      (parts.get(type) ?? '').padStart(length, '0');
    // Where `hour12` is false midnight may be written as 24.
    const hour = part('hour') === '24' ? '00' : part('hour');
    return `${part('year', 4)}-${part('month')}-${part('day')} ${hour}:${part('minute')}:${part('second')}`;
  };
}
