/** How a locale writes numbers, dates and amounts of money, taken from the platform's own tables. */

export interface LocaleHabits {
  readonly decimal: string;
  readonly group: string;
  /** The parts of a short date in the order they are written, such as `mdy`. */
  readonly order: string;
  /** The format that a typed date gets. */
  readonly dateFormat: string;
  /** Short names; the whole ones are in `longMonths`. */
  readonly months: readonly string[];
  readonly longMonths: readonly string[];
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
  const names = (options: Intl.DateTimeFormatOptions) => {
    const month = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, index) => month.format(Date.UTC(1970, index, 15)));
  };
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
    months: names({ month: 'short' }).map(name => name.replace(/\.$/, '').slice(0, 4)),
    longMonths: names({ month: 'long' }),
  };
}
