import { cellText, isMoment } from '../../ledger/sheet/cell';
import { tabs as tabSpecs } from '../../ledger/sheet/tabs';
import { dateText, isoDate } from '../../ledger/units/calendar-date';
import { foldName } from '../../ledger/units/names';
import type { Book } from '../../workbook/open-book';
import { type ReadTab, readTab } from '../../workbook/tabs';
import { writeIntoRows } from '../../workbook/write-into-rows';
import { takeBack } from '../blocks/undo-last-dialog';
import { closedMonths } from '../books/books-tabs';
import { cellFinder, importTab, markedRows, rowDigest } from './import-rows';

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
  const [noted, time] = [importTab(book), readTab(book.workbook, 'Time', book.toCell, false)];
  if (!noted || !time) return [];
  const standing = markedRows(book, time);
  const closed = closedMonths(book);
  const found = notedIn(noted).flatMap(({ of, part, client, mark, digest }) => {
    const { read, row = 0 } = standing.get(mark) ?? {};
    if (!read) return [];
    const cell = (header: string) => cellFinder(read)(header, row);
    const day = cell('Date');
    const month = isMoment(day) ? isoDate(day.date).slice(0, 7) : '';
    const isSame = foldName(cellText(cell('Client'))) === client && rowDigest(cell) === digest;
    const held = read === time ? (closed.has(month) ? month : '') : read.name;
    return [[mark, { of, part, row, isSame, held }] as const];
  });
  return [...new Map(found).values()];
}

/** What a tab of imports names that was not taken back, the oldest first. */
function notedIn(tab: ReadTab) {
  const cell = cellFinder(tab);
  return Array.from({ length: tab.cells.rows }, (_, index) => index + 2).flatMap(part => {
    const [at, file, client, state, rows] = ['At', 'File', 'Client', 'State', 'Rows'].map(header =>
      cell(header, part),
    );
    const of = `${at !== undefined && isMoment(at) ? dateText(at.date) : ''} ${file}`;
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
  const all = listImports(book);
  const own = all.filter(each => each.of === of);
  const rows = own.filter(({ isSame }) => isSame).map(({ row }) => row);
  const [noted, time] = [importTab(book), readTab(book.workbook, 'Time', book.toCell, false)];
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
