import { type Settings, weekdays } from '../model/settings';
import { isDayOff, type WorkingTime } from '../notices/working-days';
import { type Paper, words } from '../papers/paper';
import { shortTable } from '../papers/short-table';
import { addDays, type CalendarDate, dateText, isoDate, weekday } from '../units/calendar-date';
import { counted } from '../units/local-text';
import { type NeedKind, needKinds } from './need';
import type { NeedyClient } from './needs';

/** The day for which the weekly mail of today goes out: the newest `Weekly mail on`, today included. */
export function weeklyDay(today: CalendarDate, on: Settings['weeklyMailOn']): CalendarDate {
  const wanted = (weekdays.indexOf(on) + 1) % 7;
  return addDays(today, -((weekday(today) - wanted + 7) % 7));
}

export interface WeeklyTiming {
  readonly date: CalendarDate;
  /** Since midnight. */
  readonly second: number;
  /** The day of the last one, as ISO text; blank where there was none. */
  readonly last: string;
  /** The day on which the daily notices were turned on, as ISO text; blank where nobody knows. */
  readonly since: string;
}

/**
 * Whether the weekly mail is still to be made up: from `Send hour` on, on its day.
 *
 * One whose day was missed, or is a day off, goes out on the next working day; what was missed before the hourly run
 * was turned on is no news.
 */
export function isWeeklyMailDue(
  settings: Pick<Settings, 'weeklyMail' | 'weeklyMailOn' | 'officeManagerEmail' | 'sendHour'> & WorkingTime,
  { date, second, last, since }: WeeklyTiming,
): boolean {
  const { weeklyMail, weeklyMailOn, officeManagerEmail, sendHour } = settings;
  if (!weeklyMail || officeManagerEmail === '' || second < sendHour * 3600) return false;
  if (isDayOff(date, settings)) return false;
  const day = isoDate(weeklyDay(date, weeklyMailOn));
  return last < day && since <= day;
}

const headings: Readonly<Record<NeedKind, string>> = {
  'to be paid': 'Hours to be paid: work without a block',
  'said yes': 'Said yes, not sold yet',
  'not paid': 'Not paid: past its due day',
  'no answer': 'No answer to notices',
  expires: 'Hours that would expire unused',
  overdue: 'Care tasks that are overdue',
  'no contact': 'No contact for too long',
  'small thing': 'Small things of high priority',
  size: 'The size of the next block',
  agreement: 'A monthly agreement would suit better',
};

/** The list as a mail: a table for each reason, the worst first. */
export function weeklyPaper(
  clients: readonly NeedyClient[],
  { today, firmName }: Pick<Settings, 'today' | 'firmName'>,
  remarks: readonly string[] = [],
): Paper {
  const tables = needKinds.map(kind => {
    const lines = clients.flatMap(({ name, needs }) =>
      needs.filter(need => need.kind === kind).map(({ text, weight }) => ({ cells: [name, text], weight })),
    );
    lines.sort((a, b) => b.weight - a.weight);
    const columns = [words('Client', 30), words('', 0)];
    return shortTable(
      headings[kind],
      columns,
      lines.map(({ cells }) => cells),
    );
  });
  return {
    title: `Who needs us, ${dateText(today)}`,
    firm: firmName,
    to: [],
    facts: [],
    remarks: [],
    headline: `${counted(clients.length, 'client needs', 'clients need')} us`,
    tables: tables.filter(({ rows }) => rows.length > 0),
    closing: [
      ...remarks,
      'More > Care > Who needs us leads to each row. Settings > Weekly mail turns this mail off.',
    ],
  };
}
