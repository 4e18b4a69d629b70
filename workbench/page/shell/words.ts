/** Dates, hours and counts as the page writes them. */

/** `23 Nov 2026, 07:00` for the local time `2026-11-23T07:00:00`. */
export function localTime(local: string): string {
  const date = new Date(`${local.slice(0, 16)}:00Z`);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(date);
  const day = part({ day: 'numeric', month: 'short', year: 'numeric' }).replace('Sept', 'Sep');
  return `${day}, ${part({ hour: '2-digit', minute: '2-digit' })}`;
}

/** A local time so many hours later, as far as the minute. */
export function hoursAfter(local: string, hours: number): string {
  return new Date(Date.parse(`${local.slice(0, 16)}:00Z`) + hours * 3_600_000).toISOString().slice(0, 16);
}

/** `1 mail`, `3 mails`, `no mail`. */
export function counted(count: number, thing: string): string {
  return count === 0 ? `no ${thing}` : `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** `4.5 h`, with a real minus. */
export function hoursText(hours: number): string {
  return `${String(Math.round(hours * 100) / 100).replace('-', '−')} h`;
}
