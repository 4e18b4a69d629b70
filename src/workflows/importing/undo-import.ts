import { tabs as tabSpecs } from '../../ledger/sheet/tabs';
import { type CalendarDate, dateText, isoDate } from '../../ledger/units/calendar-date';
import { groupsOf } from '../../ledger/units/groups';
import { foldName } from '../../ledger/units/names';
import type { Book } from '../../workbook/open-book';
import { type ReadTab, readTab } from '../../workbook/tabs';
import { writeIntoRows } from '../../workbook/write-into-rows';
import { takeBack } from '../blocks/undo-last-dialog';
import { closedMonths } from '../books/books-tabs';
import { digestOfStanding, type ImportPart, importParts } from './import-rows';
import { allStanding, type StandingRow } from './standing-hours';

/** An import that can be taken back, as a page lists it. */
export interface DoneImport {
  readonly key: string;
  readonly day: string;
  readonly file: string;
  readonly rows: number;
  /** Rows of Time that were changed since, and stay. */
  readonly changed: readonly number[];
  /** Why it is not taken back. */
  readonly refusal: string;
}

interface Found extends DoneImport {
  readonly parts: readonly ImportPart[];
  /** Rows of Time that stand as they were written. */
  readonly unchanged: readonly number[];
}

/** The imports of which rows still stand there, the newest first. */
export function listImports(book: Book): readonly DoneImport[] {
  return findAll(book).found.map(({ key, day, file, rows, changed, refusal }) => ({ key, day, file, rows, changed, refusal }));
}

export type UndoneImport = { readonly imports: readonly DoneImport[] } | { readonly done: { readonly emptied: number; readonly changed: readonly number[] } };

/** Empties the rows of an import that nobody has changed; `seen` is how many the page has shown. */
export function undoImport(book: Book, key: unknown, seen: unknown): UndoneImport {
  const { found, time, tab } = findAll(book);
  const one = found.find(each => each.key === key);
  if (!one || !time || !tab || one.refusal !== '' || seen !== `${one.unchanged.length} ${one.changed.length}`) return { imports: listImports(book) };
  const columns = tabSpecs.Time.map(({ header }) => time.column(header)).filter(column => column > 0);
  const cells = one.unchanged.flatMap(row => columns.map(column => ({ row, column, value: '' })));
  takeBack({ tab: time, cells, isNew: true });
  const state = tab.column('State');
  writeIntoRows(tab, one.parts.map(({ row }) => ({ row, column: state, value: 'undone' })));
  return { done: { emptied: one.unchanged.length, changed: one.changed } };
}

function findAll(book: Book): { readonly found: readonly Found[]; readonly time?: ReadTab; readonly tab?: ReadTab } {
  const imports = importParts(book);
  const time = readTab(book.workbook, 'Time', book.toCell, false);
  if (!imports || !time) return { found: [] };
  const standing = new Map(allStanding(book, time).map(row => [row.mark, row]));
  const closed = closedMonths(book);
  const open = imports.parts.filter(({ isUndone }) => !isUndone);
  // A row belongs to the import that wrote it last: an earlier one was emptied, or died before it.
  const last = new Map(open.flatMap(part => part.rows.map(({ mark }) => [mark, part] as const)));
  const groups = groupsOf(open, ({ day, file }) => `${day} ${file}`);
  const found = [...groups].map(([key, parts]) => foundOf(key, parts, { standing, last, closed }));
  return { found: found.filter(({ rows }) => rows > 0).reverse(), time, tab: imports.tab };
}

interface Grounds {
  readonly standing: ReadonlyMap<string | undefined, StandingRow>;
  readonly last: ReadonlyMap<string, ImportPart>;
  readonly closed: ReadonlySet<string>;
}

function foundOf(key: string, parts: readonly ImportPart[], { standing, last, closed }: Grounds): Found {
  const rows = parts.flatMap(part =>
    part.rows.flatMap(({ mark, digest }) => {
      const stands = last.get(mark) === part ? standing.get(mark) : undefined;
      const isSame = stands && digestOfStanding(stands) === digest && foldName(stands.client) === foldName(part.client);
      return stands ? [{ stands, isSame }] : [];
    }),
  );
  const months = new Set(rows.map(({ stands: { day } }) => isoDate((day ?? 0) as CalendarDate).slice(0, 7)));
  const shut = [...months].filter(month => closed.has(month)).sort();
  const archived = rows.filter(({ stands }) => stands.tab !== 'Time').length;
  const [first] = parts;
  return {
    key,
    day: first?.day ? dateText(Number(first.day) as CalendarDate) : '',
    file: first?.file ?? '',
    rows: rows.length,
    changed: rows.flatMap(({ stands, isSame }) => (isSame ? [] : [stands.row])),
    unchanged: rows.flatMap(({ stands, isSame }) => (isSame ? [stands.row] : [])),
    refusal: refusalOf(shut, archived),
    parts,
  };
}

function refusalOf(shut: readonly string[], archived: number): string {
  if (archived > 0) return `${archived} of its rows are in Time archive, so it stays. Reopen their months first.`;
  return shut.length > 0 ? `It has rows in closed months (${shut.join(', ')}), so it stays. Reopen them first.` : '';
}
