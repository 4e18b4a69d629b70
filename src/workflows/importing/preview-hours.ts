import { type ClientEffect, effectOn } from '../../ledger/changes/effect';
import { type HourRow, hourRowsIn, timeRow } from '../../ledger/importing/hour-row';
import { markOfSource } from '../../ledger/importing/source';
import type { Ledger } from '../../ledger/model/ledger';
import type { TabName } from '../../ledger/model/tab-names';
import { crossingNews } from '../../ledger/notices/crossing';
import { routeOf } from '../../ledger/notices/due';
import { isDayOff, nextWorkingDay } from '../../ledger/notices/working-days';
import { type NewRow, withRows } from '../../ledger/reading/with-rows';
import { settleOne } from '../../ledger/rules/settle';
import { cellText } from '../../ledger/sheet/cell';
import { dateText, fromSheetSerial, toSheetSerial } from '../../ledger/units/calendar-date';
import { monthOf } from '../../ledger/units/month';
import { foldName } from '../../ledger/units/names';
import { readMemory } from '../../workbook/memory';
import { type Book, ledgerOf, type OpenBook, openBook } from '../../workbook/open-book';
import type { ReadTab } from '../../workbook/tabs';
import { soundTab } from '../../workbook/write-rows';
import { closedMonths } from '../books/books-tabs';
import { cellFinder, importTab, markedRows } from './import-rows';

/** What an import would do to the workbook as it stands now; rows are named by their place in what was sent. */
export interface HoursPreview {
  readonly already: readonly number[];
  /** Rows that look like one that stands there, with its place. */
  readonly alike: readonly (readonly [at: number, place: string])[];
  /** Rows that an earlier import has noted, and that stand there no more: somebody has emptied them, and they come again. */
  readonly again: readonly number[];
  readonly effects: readonly ClientEffect[];
  /** Whom it leaves low or used up, and when its mail would leave. */
  readonly news: readonly string[];
  /** Months of the rows that are closed, as `2026-01`. */
  readonly closed: readonly string[];
}

/** More in one go would keep a page waiting for too long. */
const mostRows = 20_000;

/** Rows that come together with the work; blocks have their numbers. */
export interface OtherRows {
  readonly clients: readonly NewRow[];
  readonly blocks: readonly NewRow[];
}

/** What these rows would do; `ticked` are sources that come although they look like rows that are there. */
export function previewHours(
  book: Book,
  given: unknown,
  ticked: unknown,
  others: OtherRows = { clients: [], blocks: [] },
): HoursPreview {
  const rows = hourRowsIn(given, mostRows);
  const opened = openBook(book);
  const marks = markedRows(book, soundTab(opened, 'Time'));
  const alikeOf = alikeFinder(opened);
  const noted = notedMarks(book);
  const found = rows.map((row, at) => {
    const mark = markOfSource(row[0]) ?? '';
    const isKnown = marks.get(mark)?.isWhole === true;
    const place = marks.has(mark) ? '' : alikeOf(row);
    const isFresh = !isKnown && (!place || (Array.isArray(ticked) && ticked.includes(row[0])));
    return { at, row, place, isFresh, isKnown, isNoted: !marks.has(mark) && noted.includes(mark) };
  });
  const fresh = found.filter(({ isFresh }) => isFresh);
  return {
    already: found.filter(({ isKnown }) => isKnown).map(({ at }) => at),
    alike: found.flatMap(({ at, place }) => (place ? [[at, place] as const] : [])),
    again: fresh.filter(({ isNoted }) => isNoted).map(({ at }) => at),
    ...effectOf(
      book,
      opened,
      fresh.map(({ row }) => row),
      others,
    ),
    closed: [...new Set(rows.map(([, day]) => monthOf(fromSheetSerial(day))))].filter(closedMonths(book)),
  };
}

/** The marks of all rows that imports have noted and nobody has taken back, one after the other. */
function notedMarks(book: Book): string {
  const columns = importTab(book)?.cells.columns;
  return (columns?.get('rows') ?? []).filter((_, index) => columns?.get('state')?.[index] === '').join();
}

const near = 60;
/** A page sends no more of a text while it only asks. */
const shownText = 60;

/** Finds the row of the same person at the same time, or one typed by hand for the same client, day, hours and words. */
function alikeFinder({ ledger, tabs }: OpenBook): (row: HourRow) => string {
  const places = new Map<string, string>();
  const persons = new Map<string, [number, string][]>();
  const key = (...parts: readonly (string | number)[]) => parts.join('\u0000');
  for (const { row, clientKey, date, worked, start, archived } of ledger.entries) {
    const name: TabName = archived === undefined ? 'Time' : 'Time archive';
    const text = (header: string) => cellText(cellFinder(tabs.get(name) as ReadTab)(header, row));
    const place = `row ${row} of ${name}`;
    const words = foldName((text('What was done') || text('Internal note')).slice(0, shownText));
    if (markOfSource(text('Source')) === undefined)
      places.set(key(clientKey, toSheetSerial(date), worked, words), place);
    const person = key(foldName(text('Who')), toSheetSerial(date));
    if (start >= 0) persons.set(person, [...(persons.get(person) ?? []), [start, place]]);
  }
  return ([, day, client, who, worked, start, , , what, note]) => {
    const same = who !== '' && start >= 0 ? (persons.get(key(foldName(who), day)) ?? []) : [];
    const [, together] = same.find(([other]) => Math.abs(other - start) <= near) ?? [];
    return (
      together ??
      places.get(key(foldName(client), day, worked, foldName((what || note).slice(0, shownText)))) ??
      ''
    );
  };
}

/** The rows pass the same reader as what stands in the sheet, so what is shown is what will stand there. */
function effectOf(
  book: Book,
  { ledger, tabs }: OpenBook,
  rows: readonly HourRow[],
  { clients, blocks }: OtherRows,
) {
  const named = [...rows.map(([, , client]) => client), ...blocks.map(({ Client }) => String(Client))];
  const names = new Map(named.map(client => [foldName(client), client]));
  const keys = [...names.keys()];
  const longer = new Map(tabs);
  const add = (name: TabName, added: readonly NewRow[]) => {
    const read = tabs.get(name) as ReadTab;
    longer.set(name, { ...read, cells: withRows(read.cells, added) as ReadTab['cells'] });
  };
  const isListed = (key: string) => (ledger.clients.get(key)?.row ?? 0) > 0;
  add('Time', rows.map(timeRow));
  add('Blocks', blocks);
  const added = new Set(clients.map(({ Client }) => foldName(String(Client))));
  const unlisted = keys.filter(key => !isListed(key) && !added.has(key));
  add('Clients', [...clients, ...unlisted.map(key => ({ Client: names.get(key) ?? '', Active: true }))]);
  const after = keys.length > 0 ? ledgerOf(book, longer, ledger.numbers.highest, 'all work') : ledger;
  // A client that is new has nothing before, and is shown too.
  const before = { ...ledger, clients: new Map([...after.clients, ...ledger.clients]) };
  return {
    effects: effectOn(before, after, keys),
    news: keys.flatMap(key => newsOf(book, before, after, key)),
  };
}

function newsOf(book: Book, before: Ledger, after: Ledger, key: string): string[] {
  const [was, is] = [before.clients.get(key), after.clients.get(key)];
  const [broken] = after.broken.get(key) ?? [];
  if (!was || !is) return [];
  if (broken)
    return [
      `${is.name}: row ${broken.row} of ${broken.tab} cannot be counted, so what is left is not known.`,
    ];
  const settled = settleOne(after, is);
  const news = crossingNews(settleOne(before, was), settled, after.settings);
  return news ? [`${news.text} ${mailWords(book, after, settled)}`] : [];
}

function mailWords(book: Book, ledger: Ledger, settled: ReturnType<typeof settleOne>): string {
  const { kind, reason } = routeOf(settled, ledger);
  if (kind !== 'send') return `${kind === 'off' ? 'No mail' : 'Its mail waits for review'}: ${reason}`;
  if (!readMemory(book.store).daily) return 'Daily notices are off, so no mail leaves by itself.';
  const { date, second } = book.now();
  const { settings } = ledger;
  const isToday = second < settings.sendHour * 3600 && !isDayOff(date, settings);
  return `Its mail leaves on ${dateText(isToday ? date : nextWorkingDay(date, settings))}.`;
}
