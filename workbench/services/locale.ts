/** How a locale writes numbers, dates and amounts of money, taken from the platform's own tables. */

export interface LocaleHabits {
  readonly decimal: string;
  readonly group: string;
  /** The parts of a short date in the order they are written, such as `mdy`. */
  readonly order: string;
  /** The format that a typed date gets. */
  readonly dateFormat: string;
  /** Three letters, as `mmm` shows them; the whole names are in `longMonths`. */
  readonly months: readonly string[];
  readonly longMonths: readonly string[];
  readonly weekdays: readonly string[];
  readonly longWeekdays: readonly string[];
}

const known = new Map<string, LocaleHabits>();

/** Sheets writes `de_DE`, the platform `de-DE`. */
export function habitsOf(locale: string): LocaleHabits {
  const habits = known.get(locale) ?? look(locale.replace('_', '-'));
  known.set(locale, habits);
  return habits;
}

function look(tag: string): LocaleHabits {
  const number = new Intl.NumberFormat(tag, { useGrouping: true }).formatToParts(1234567.5);
  const separator = (type: string, other: string) =>
    number.find(part => part.type === type)?.value.replace(/[\u00a0\u202f]/, ' ') ?? other;
  const written = (dateStyle: 'short' | 'medium') =>
    new Intl.DateTimeFormat(tag, { dateStyle, timeZone: 'UTC' }).formatToParts(0);
  // The medium form has two digits and the whole year, but in some languages names the month.
  const medium = written('medium');
  const named = medium.some(part => part.type === 'month' && !/^\d+$/.test(part.value));
  const date = named ? new Intl.DateTimeFormat(tag, { timeZone: 'UTC' }).formatToParts(0) : medium;
  const names = (options: Intl.DateTimeFormatOptions, count: number, step: number) =>
    Array.from({ length: count }, (_, index) =>
      // 1970-01-04 was a Sunday, the first day of a week here as in Java.
      new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }).format(
        Date.UTC(1970, step === 31 ? index : 0, step === 31 ? 15 : 4 + index),
      ),
    );
  const twoDigits = date.some(part => part.type === 'day' && part.value.length === 2);
  return {
    decimal: separator('decimal', '.'),
    group: separator('group', ','),
    order: date.map(part => (/^(day|month|year)$/.test(part.type) ? part.type.charAt(0) : '')).join(''),
    dateFormat: date
      .map(part => {
        if (part.type === 'day') return twoDigits ? 'dd' : 'd';
        if (part.type === 'month') return twoDigits ? 'mm' : 'm';
        return part.type === 'year' ? 'yyyy' : part.value;
      })
      .join(''),
    months: names({ month: 'short' }, 12, 31).map(name => name.replace(/\.$/, '').slice(0, 4)),
    longMonths: names({ month: 'long' }, 12, 31),
    weekdays: names({ weekday: 'short' }, 7, 1),
    longWeekdays: names({ weekday: 'long' }, 7, 1),
  };
}
