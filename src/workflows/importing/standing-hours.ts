import type { HourRow } from '../../ledger/importing/hour-row';
import { markOfSource } from '../../ledger/importing/source';
import { readHours, readTimeOfDay } from '../../ledger/reading/hours';
import { readDate } from '../../ledger/reading/values';
import { type Cell, cellText, isProblem, type Parse } from '../../ledger/sheet/cell';
import { addTo } from '../../ledger/units/groups';
import { foldName } from '../../ledger/units/names';
import type { Book } from '../../workbook/open-book';
import { type ReadTab, readTab } from '../../workbook/tabs';

/** A row of work that stands in the workbook, as an import looks at it. */
export interface StandingRow {
  readonly tab: string;
  readonly row: number;
  /** By which an import knows it; nothing where it was typed or came otherwise. */
  readonly mark: string | undefined;
  readonly client: string;
  readonly who: string;
  readonly day: number | undefined;
  readonly seconds: number | undefined;
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** Work type, what was done and the note, then what nobody but a person fills. */
  readonly texts: readonly string[];
}

const textHeaders = ['work type', 'what was done', 'internal note', 'charged', 'asked by'];

/** The rows of a tab of work, in whatever order people have brought them. */
export function standingRows({ name, cells }: ReadTab): StandingRow[] {
  const cell = (header: string, index: number): Cell => cells.columns.get(header)?.[index] ?? '';
  const text = (header: string, index: number) => cellText(cell(header, index));
  const value = <T>(parse: Parse<T>, header: string, index: number): T | undefined => {
    const read = parse(header, cell(header, index));
    return isProblem(read) ? undefined : read;
  };
  return Array.from({ length: cells.rows }, (_, index) => ({
    tab: name,
    row: index + 2,
    mark: markOfSource(text('source', index)),
    client: text('client', index),
    who: text('who', index),
    day: value(readDate, 'date', index),
    seconds: value(readHours, 'hours', index),
    start: value(readTimeOfDay, 'start', index),
    end: value(readTimeOfDay, 'end', index),
    texts: textHeaders.map(header => text(header, index)),
  })).filter(({ client, mark, seconds }) => client !== '' || mark !== undefined || seconds !== undefined);
}

/** Work in Time and, where there is one, in its archive. */
export function allStanding({ workbook, toCell }: Pick<Book, 'workbook' | 'toCell'>, time: ReadTab): StandingRow[] {
  const archive = readTab(workbook, 'Time archive', toCell, false);
  return [time, ...(archive ? [archive] : [])].flatMap(standingRows);
}

/** What is odd about a row that is no double by its mark. */
export type FindAlike = (row: HourRow) => StandingRow | undefined;

const near = 60;
/** A page sends no more of a text while it only asks. */
const shownText = 60;

/** Finds the same person at the same time, or the same client, day, hours and words. */
export function alikeFinder(standing: readonly StandingRow[]): FindAlike {
  const [byPerson, byWork] = [new Map<string, StandingRow[]>(), new Map<string, StandingRow>()];
  const workKey = (client: string, day: number, seconds: number, text: string) =>
    [foldName(client), day, seconds, foldName(text.slice(0, shownText))].join('\u0000');
  for (const row of standing) {
    const { day, seconds, start, who } = row;
    if (day === undefined || seconds === undefined) continue;
    if (who !== '' && start !== undefined) addTo(byPerson, `${foldName(who)} ${day}`, row);
    const [, what = '', note = ''] = row.texts;
    if (row.mark === undefined) byWork.set(workKey(row.client, day, seconds, what || note), row);
  }
  return ([, day, client, who, seconds, start, , , what, note]) => {
    const sameStart = (row: StandingRow) => row.start !== undefined && Math.abs(row.start - start) <= near;
    const together = start < 0 || who === '' ? undefined : byPerson.get(`${foldName(who)} ${day}`)?.find(sameStart);
    return together ?? byWork.get(workKey(client, day, seconds, what || note));
  };
}
