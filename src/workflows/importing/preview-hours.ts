import { type ClientEffect, effectOn } from '../../ledger/changes/effect';
import { type HourRow, isHourRow, timeRow } from '../../ledger/importing/hour-row';
import { markOfSource } from '../../ledger/importing/source';
import type { Ledger } from '../../ledger/model/ledger';
import { crossingNews } from '../../ledger/notices/crossing';
import { routeOf } from '../../ledger/notices/due';
import { isDayOff, nextWorkingDay } from '../../ledger/notices/working-days';
import { withRows } from '../../ledger/reading/with-rows';
import { settleOne } from '../../ledger/rules/settle';
import { type CalendarDate, dateText, isoDate } from '../../ledger/units/calendar-date';
import { foldName } from '../../ledger/units/names';
import { readMemory } from '../../workbook/memory';
import { type Book, ledgerOf, type OpenBook, openBook } from '../../workbook/open-book';
import type { ReadTab } from '../../workbook/tabs';
import { soundTab } from '../../workbook/write-rows';
import { closedMonths } from '../books/books-tabs';
import { importedMarks } from './import-rows';
import { alikeFinder, allStanding } from './standing-hours';

/** What an import would do to the workbook as it stands now; rows are named by their place in what was sent. */
export interface HoursPreview {
  readonly already: readonly number[];
  /** Rows that look like one that stands there, with its place. */
  readonly alike: readonly (readonly [at: number, place: string])[];
  /** Rows that an earlier import brought and that somebody has emptied: they come again. */
  readonly again: readonly number[];
  readonly effects: readonly ClientEffect[];
  /** Whom it leaves low or used up, and when its mail would leave. */
  readonly news: readonly string[];
  /** What else a person should know. */
  readonly says: readonly string[];
}

/** More in one go would keep a page waiting for too long. */
const mostRows = 20_000;

/** What these rows would do; `ticked` are sources that come although they look like rows that are there. */
export function previewHours(book: Book, given: unknown, ticked: unknown): HoursPreview {
  const rows = hourRowsIn(given, mostRows);
  const chosen = new Set(Array.isArray(ticked) ? ticked.map(String) : []);
  const opened = openBook(book);
  const time = soundTab(opened, 'Time');
  const standing = allStanding(book, time);
  const marks = new Set(standing.flatMap(({ mark }) => mark ?? []));
  const alikeOf = alikeFinder(standing);
  const [already, alike, fresh]: [number[], [number, string][], HourRow[]] = [[], [], []];
  const earlier = importedMarks(book);
  const again: number[] = [];
  for (const [at, row] of rows.entries()) {
    const mark = markOfSource(row[0]) ?? '';
    const like = marks.has(mark) ? undefined : alikeOf(row);
    if (marks.has(mark)) already.push(at);
    else if (like) alike.push([at, `row ${like.row} of ${like.tab}`]);
    if (marks.has(mark) || (like && !chosen.has(row[0]))) continue;
    if (earlier.has(mark)) again.push(at);
    fresh.push(row);
  }
  const { effects, news } = effectOf(book, opened, time, fresh);
  return { already, alike, again, effects, news, says: [...closedWords(book, fresh), ...laterWords(opened.ledger, fresh)] };
}

/** Rows as a page sends them; anything else is a mistake of whoever calls. */
export function hourRowsIn(given: unknown, most: number): readonly HourRow[] {
  if (!Array.isArray(given) || given.length > most || !given.every(isHourRow))
    throw new Error(`These are no rows of work, or more than ${most}. Nothing was written. Open the window again.`);
  return given;
}

/** The rows pass the same reader as what stands in the sheet, so what is shown is what will stand there. */
function effectOf(book: Book, { ledger: before, tabs }: OpenBook, time: ReadTab, rows: readonly HourRow[]) {
  if (rows.length === 0) return { effects: [], news: [] };
  const longer = new Map(tabs);
  longer.set('Time', { ...time, cells: withRows(time.cells, rows.map(timeRow)) as ReadTab['cells'] });
  const keys = [...new Set(rows.map(([, , client]) => foldName(client)))];
  const clients = tabs.get('Clients');
  const unlisted = new Map(rows.map(([, , client]) => [foldName(client), client]));
  const added = [...unlisted].filter(([key]) => !((before.clients.get(key)?.row ?? 0) > 0));
  const listed = added.map(([, Client]) => ({ Client, Active: true }));
  if (clients) longer.set('Clients', { ...clients, cells: withRows(clients.cells, listed) as ReadTab['cells'] });
  const after = ledgerOf(book, longer, before.numbers.highest, 'all work');
  const was = addedTo(before, after, keys);
  return { effects: effectOn(was, after, keys), news: keys.flatMap(key => newsOf(book, was, after, key)) };
}

/** A client that is new has nothing before, so that it is shown too. */
function addedTo(before: Ledger, after: Ledger, keys: readonly string[]): Ledger {
  const clients = new Map(before.clients);
  for (const key of keys) {
    const client = after.clients.get(key);
    if (client && !clients.has(key)) clients.set(key, client);
  }
  return { ...before, clients };
}

function newsOf(book: Book, before: Ledger, after: Ledger, key: string): string[] {
  const [was, is] = [before.clients.get(key), after.clients.get(key)];
  const [broken] = after.broken.get(key) ?? [];
  if (!was || !is || broken) return broken && is ? [`${is.name}: row ${broken.row} of ${broken.tab} cannot be counted, so what is left is not known.`] : [];
  const settled = settleOne(after, is);
  const news = crossingNews(settleOne(before, was), settled, after.settings);
  return news ? [`${news.text} ${mailWords(book, after, settled)}`] : [];
}

function mailWords(book: Book, ledger: Ledger, settled: ReturnType<typeof settleOne>): string {
  const { kind, reason } = routeOf(settled, ledger);
  if (kind === 'off') return `No mail: ${reason}`;
  if (!readMemory(book.store).daily) return 'Daily notices are off, so no mail leaves by itself.';
  if (kind === 'review') return `Its mail waits for your review: ${reason}`;
  const { date, second } = book.now();
  const { sendHour } = ledger.settings;
  const isToday = second < sendHour * 3600 && !isDayOff(date, ledger.settings);
  return `Its mail leaves on ${dateText(isToday ? date : nextWorkingDay(date, ledger.settings))}.`;
}

function closedWords(book: Book, rows: readonly HourRow[]): string[] {
  const closed = closedMonths(book);
  const counts = new Map<string, number>();
  for (const [, day] of rows) {
    const month = isoDate(day as CalendarDate).slice(0, 7);
    if (closed.has(month)) counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return [...counts].map(([month, count]) => `${month} is closed: ${count} of these lines will stand in the first open month.`);
}

function laterWords({ settings: { today } }: Ledger, rows: readonly HourRow[]): string[] {
  const later = rows.filter(([, day]) => day > today);
  const last = Math.max(...later.map(([, day]) => day));
  return later.length > 0 ? [`${later.length} of these lines are after today, up to ${dateText(last as CalendarDate)}.`] : [];
}
