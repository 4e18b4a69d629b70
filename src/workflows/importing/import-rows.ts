import type { HourRow } from '../../ledger/importing/hour-row';
import { markOfSource } from '../../ledger/importing/source';
import type { NewRow } from '../../ledger/reading/with-rows';
import { type Cell, cellText, isMoment } from '../../ledger/sheet/cell';
import { foldHeader } from '../../ledger/sheet/headers';
import { isFilled } from '../../ledger/sheet/tab-cells';
import { tabs as tabSpecs } from '../../ledger/sheet/tabs';
import { dateText } from '../../ledger/units/calendar-date';
import { digestOf } from '../../ledger/units/digest';
import { groupsOf } from '../../ledger/units/groups';
import { monthOf } from '../../ledger/units/month';
import { foldName } from '../../ledger/units/names';
import { appendRows } from '../../workbook/append-rows';
import type { Book } from '../../workbook/open-book';
import { placeTab } from '../../workbook/place-tab';
import { type ReadTab, readTab } from '../../workbook/tabs';
import { writeIntoRows } from '../../workbook/write-into-rows';
import { rowCells } from '../../workbook/write-rows';
import { takeBack } from '../blocks/take-back';
import { closedMonths } from '../books/books-tabs';

/** Finds a cell of a tab by its header and its row, as the sheet counts it. */
export function cellFinder({ cells }: ReadTab): (header: string, row: number) => Cell {
  return (header, row) => cells.columns.get(foldHeader(header))?.[row - 2] ?? '';
}

/** A row of work whose mark an import knows. */
export interface MarkedRow {
  readonly read: ReadTab;
  readonly row: number;
  /** A run that died may have left a row without its hours. */
  readonly isWhole: boolean;
}

/** The rows of Time and of its archive that imports have written, by their marks. */
export function markedRows({ workbook, toCell }: Book, time: ReadTab): ReadonlyMap<string, MarkedRow> {
  const archive = readTab(workbook, 'Time archive', toCell, false);
  return new Map(
    [time, ...(archive ? [archive] : [])].flatMap(read => {
      const hours = read.cells.columns.get('hours');
      return (read.cells.columns.get('source') ?? []).flatMap((source, index) => {
        const mark = markOfSource(cellText(source));
        return mark === undefined
          ? []
          : [[mark, { read, row: index + 2, isWhole: isFilled(hours?.[index]) }] as const];
      });
    }),
  );
}

/** What may be changed by hand in a row; its client is not among it, for renaming changes that. */
const watched = tabSpecs.Time.map(({ header }) => header).filter(header => header !== 'Client');

/** A digest of what a row says, which is the same however Sheets hands its days and times over. */
function rowDigest(cell: (header: string) => Cell | undefined): string {
  const plain = (value: Cell = '') =>
    typeof value === 'number' ? Math.round(value * 86_400) : cellText(value).replace(/^'/, '');
  return digestOf(JSON.stringify(watched.map(header => plain(cell(header))))).slice(0, 8);
}

/** The tab in which imports note their rows; a renaming finds their clients there. */
export function importTab({ workbook, toCell }: Book): ReadTab | undefined {
  return readTab(workbook, 'Import rows', toCell, false);
}

/** Notes which rows an import is about to write, before it does: what it has not written is not found later. */
export function noteImport(
  book: Book,
  file: string,
  rows: readonly HourRow[],
  made: readonly NewRow[],
): void {
  if (!importTab(book)) placeTab(book.workbook, 'Import rows').tab.hide();
  const marks = rows.map(
    (row, at) => [row[2], `${markOfSource(row[0])} ${rowDigest(header => made[at]?.[header])}`] as const,
  );
  const lines = [...groupsOf(marks, ([client]) => client)].map(([Client, own]) => ({
    At: book.now(),
    File: file,
    Client,
    Rows: `|${own.map(([, mark]) => mark).join(',')}`,
  }));
  const tab = importTab(book);
  if (tab) appendRows(tab, rowCells(tab, lines));
}

/** A row that an import has written, and how it stands now. */
export interface ImportedRow {
  /** Its import, by day and file. */
  readonly of: string;
  /** The row of Import rows that names it. */
  readonly part: number;
  /** In Time, or in its archive. */
  readonly row: number;
  readonly isSame: boolean;
  /** What keeps it there: the archive, or a closed month. */
  readonly held: string;
}

/** The rows of all imports that still stand there; one that several have written belongs to the last. */
export function listImports(book: Book): readonly ImportedRow[] {
  return importedRows(book).rows;
}

/** The rows of one import that still stand there. */
export function importedBy(book: Book, of: string): readonly ImportedRow[] {
  return listImports(book).filter(each => each.of === of);
}

/** With the tabs as they were read: what is written later finds the rows by what they said then. */
function importedRows(book: Book) {
  const [noted, time] = [importTab(book), readTab(book.workbook, 'Time', book.toCell, false)];
  const rows = noted && time ? rowsOf(book, noted, time) : [];
  return { noted, time, rows };
}

function rowsOf(book: Book, noted: ReadTab, time: ReadTab): readonly ImportedRow[] {
  const standing = markedRows(book, time);
  const isClosed = closedMonths(book);
  const found = notedIn(noted).flatMap(({ of, part, client, mark, digest }) => {
    const { read, row = 0 } = standing.get(mark) ?? {};
    if (!read) return [];
    const cell = (header: string) => cellFinder(read)(header, row);
    const day = cell('Date');
    const month = isMoment(day) ? monthOf(day.date) : undefined;
    const isSame = foldName(cellText(cell('Client'))) === client && rowDigest(cell) === digest;
    const held = read === time ? (month && isClosed(month) ? month : '') : read.name;
    return [[mark, { of, part, row, isSame, held }] as const];
  });
  return [...new Map(found).values()];
}

/** How an import is called: by its day, and the file that it came from. */
export function importName(at: string, file: string): string {
  return `${at} ${file}`;
}

/** What a tab of imports names that was not taken back, the oldest first. */
function notedIn(tab: ReadTab) {
  const cell = cellFinder(tab);
  return Array.from({ length: tab.cells.rows }, (_, index) => index + 2).flatMap(part => {
    const [at, file, client, state, rows] = ['At', 'File', 'Client', 'State', 'Rows'].map(header =>
      cell(header, part),
    );
    const of = importName(at !== undefined && isMoment(at) ? dateText(at.date) : '', String(file));
    const marks = state === '' ? String(rows).slice(1).split(',').filter(Boolean) : [];
    return marks.map(each => {
      const [mark = '', digest] = each.split(' ');
      return { of, part, client: foldName(String(client)), mark, digest };
    });
  });
}

/** Empties the rows of an import that nobody has changed; gives the imports as they stand where `seen` is another picture. */
export function undoImport(
  book: Book,
  of: unknown,
  seen: unknown,
): { readonly left?: readonly ImportedRow[] } {
  const { noted, time, rows: all } = importedRows(book);
  const own = all.filter(each => each.of === of);
  const rows = own.filter(({ isSame }) => isSame).map(({ row }) => row);
  if (!noted || !time || own.some(({ held }) => held) || seen !== `${rows.length} ${own.length}`)
    return { left: all };
  const columns = tabSpecs.Time.map(({ header }) => time.column(header)).filter(column => column > 0);
  takeBack({
    tab: time,
    cells: rows.flatMap(row => columns.map(column => ({ row, column, value: '' }))),
    isNew: true,
  });
  const parts = [...new Set(own.map(({ part }) => part))];
  writeIntoRows(
    noted,
    parts.map(row => ({ row, column: noted.column('State'), value: 'undone' })),
  );
  return {};
}
