/** What a person says of the tabs of a tracker of their own, and what has to be said. */

import { isoDate } from '../units/calendar-date';
import { foldName } from '../units/names';
import {
  type DateOrder,
  dateOrders,
  dayIn,
  orderOf,
  readDay,
  spelledOut,
  type WrittenDay,
} from './log-dates';
import { dayAndClock } from './log-times';
import type { HourAnswers, HourQuestion, LineProblem } from './plan-hours';
import type { FileRow } from './read-log';
import type { TableKind } from './tab-tables';

/** One answer for all, or one for each by its name; `*` stands for every other. */
export type SaidByName = string | Readonly<Record<string, string>>;

export interface BookAnswers extends Omit<HourAnswers, 'dates' | 'ticked'> {
  /** `dmy`, `mdy` or `ymd`, by tab. */
  readonly dates?: SaidByName | undefined;
  /** What a column of unknown unit holds, by `Tab / Column`. */
  readonly balance?: SaidByName | undefined;
  /** What a tab holds: `clients`, `blocks`, `hours` or `leave out`. */
  readonly tabs?: SaidByName | undefined;
  /** The field of a column by `Tab / Column`; `not read` for none. */
  readonly columns?: SaidByName | undefined;
}

/** What has to be said before anything is written. */
export interface BookQuestion extends Omit<HourQuestion, 'name'> {
  readonly name: HourQuestion['name'] | 'balance' | 'tabs';
  /** The tab that it is about; a name may stand in several. */
  readonly tab?: string;
}

/** What becomes of the lines of one tab. */
export interface TabPlan {
  readonly tab: string;
  /** Missing where a person has to say it. */
  readonly kind?: TableKind;
  /** Where its first line stands, as the sheet counts it. */
  readonly row: number;
  /** Lines below the headers that are not blank. */
  readonly lines: number;
  readonly fresh: number;
  readonly already: number;
  readonly leftOut: readonly LineProblem[];
  readonly unreadable: readonly LineProblem[];
  /** What is odd in lines that are brought in. */
  readonly notes: readonly LineProblem[];
  /** What a person should know of the tab. */
  readonly says: readonly string[];
  readonly headers: readonly string[];
  /** What each column is taken for; blank where it is not read. */
  readonly fields: readonly string[];
}

export function columnName(tab: string, header: string): string {
  return `${tab} / ${header}`;
}

export function saidOf(said: SaidByName | undefined, of: string): string | undefined {
  if (typeof said !== 'object') return said;
  // A tab that has made room for one of ours is still meant by its old name.
  const names = [of, of.replace(/ \(before(?: \d+)?\)/, '')].map(foldName);
  const own = Object.entries(said).find(([name]) => names.includes(foldName(name)));
  return own?.[1] ?? said['*'];
}

/** The fields of a table: as a person has said, else by its headers; each only once. */
export function fieldsSaid<Field extends string>(
  { name, headers }: { readonly name: string; readonly headers: readonly string[] },
  guessed: readonly (Field | '')[],
  all: readonly Field[],
  said: SaidByName | undefined,
): (Field | '')[] {
  const chosen = headers.map(header => {
    const text = typeof said === 'object' ? saidOf(said, columnName(name, header)) : undefined;
    return text === undefined ? undefined : (all.find(each => foldName(each) === foldName(text)) ?? '');
  });
  const isTaken = (field: Field | '', at: number) =>
    chosen.some((each, other) => each === field && (chosen[at] === undefined || other < at));
  return headers.map((_, at) => {
    const field = chosen[at] ?? guessed[at] ?? '';
    return field !== '' && isTaken(field, at) ? '' : field;
  });
}

/** The order of the days of a tab, or the question that tells it, or the lines that speak against each other. */
export interface TabOrder {
  readonly order: DateOrder;
  readonly question?: BookQuestion;
  readonly problem?: string;
}

/** One order for the whole tab; `columns` are those with days. */
export function orderIn(
  tab: string,
  rows: readonly FileRow[],
  columns: readonly number[],
  said: SaidByName | undefined,
): TabOrder {
  const days = rows.flatMap(({ line, cells }) =>
    columns.flatMap(at => {
      const day = readDay(dayAndClock(cells[at] ?? '')[0]);
      return day ? [{ line, day }] : [];
    }),
  );
  const { order, choices, against } = orderOf(days);
  if (against)
    return {
      order: 'dmy',
      problem: `Row ${against[0]} has the day before the month, and row ${against[1]} the month before the day. Write all days of ${tab} in one form.`,
    };
  const chosen = choices.find(each => each === saidOf(said, tab));
  if (order ?? chosen) return { order: order ?? chosen ?? 'dmy' };
  return {
    order: 'dmy',
    question: dateQuestion(
      tab,
      days.map(({ day }) => day),
      choices,
    ),
  };
}

function dateQuestion(tab: string, days: readonly WrittenDay[], choices: readonly DateOrder[]): BookQuestion {
  const open = days.filter(day => 'parts' in day);
  const ends = { first: open[0], last: open[open.length - 1] };
  const readings = choices.map(each => `${each}: ${spelledOut(ends, each)}`);
  return {
    name: 'dates',
    tab,
    asks: tab,
    choices: dateOrders.filter(each => choices.includes(each)),
    text: `Which days are these in ${tab}? ${readings.join('; ')}.`,
  };
}

/** A day as ISO text, so that it reads the same everywhere; any other text as it is. */
export function isoText(text: string, order: DateOrder): string {
  const day = readDay(dayAndClock(text)[0]);
  const date = day && dayIn(day, order);
  return date === undefined ? text : isoDate(date);
}

/** Columns that nobody reads, so that a running balance is never taken for hours in silence. */
export function unreadColumns(headers: readonly string[], fields: readonly string[]): string[] {
  const names = headers.filter((header, at) => header !== '' && fields[at] === '');
  return names.length > 0 ? [`Not read: ${names.map(name => `"${name}"`).join(', ')}.`] : [];
}

/** What stands above the headers. */
export function aboveHeaders(rows: readonly FileRow[], top: number): string[] {
  const text = rows
    .slice(0, top)
    .map(({ cells }) => cells.filter(Boolean).join(' '))
    .join(' · ');
  return text === '' ? [] : [`Not read, above the headers: ${text.slice(0, 200)}`];
}
