import type { HourRow } from '../../ledger/importing/hour-row';
import { markOfSource } from '../../ledger/importing/source';
import { isMoment, serialOf } from '../../ledger/sheet/cell';
import { tabs as tabSpecs } from '../../ledger/sheet/tabs';
import { digestOf } from '../../ledger/units/digest';
import { groupsOf } from '../../ledger/units/groups';
import { appendRows } from '../../workbook/append-rows';
import type { Book } from '../../workbook/open-book';
import { placeTab } from '../../workbook/place-tab';
import { type ReadTab, readTab } from '../../workbook/tabs';
import type { CellValue } from '../../workbook/workbook';
import type { StandingRow } from './standing-hours';

/** A row as an import wrote it: its mark, and a digest of what it said. */
export interface ImportedRow {
  readonly mark: string;
  readonly digest: string;
}

/** Rows of one client that one import wrote; their client is in the tab, so that renaming finds it. */
export interface ImportPart {
  /** As the sheet counts it. */
  readonly row: number;
  readonly at: string;
  readonly day: string;
  readonly file: string;
  readonly client: string;
  readonly isUndone: boolean;
  readonly rows: readonly ImportedRow[];
}

/** What a row of Time says but for its client, which renaming changes. */
function contentDigest(parts: readonly (string | number)[]): string {
  return digestOf(JSON.stringify(parts)).slice(0, 8);
}

function digestOfHours([, day, , who, seconds, start, end, workType, what, note]: HourRow): string {
  return contentDigest([day, who, seconds, start, end, workType, what, note, '', ''].map(part => (typeof part === 'string' ? part.trim() : part)));
}

/** The same of a row as it stands now. */
export function digestOfStanding({ day = -1, who, seconds = -1, start = -1, end = -1, texts }: StandingRow): string {
  return contentDigest([day, who, seconds, start, end, ...texts]);
}

/** Notes which rows an import is about to write, before it does: what it has not written is not found later. */
export function noteImport(book: Book, file: string, rows: readonly HourRow[]): void {
  const tab = importTab(book);
  const now = serialOf(book.now());
  const lines = [...groupsOf(rows, ([, , client]) => client)].map(([client, own]) => {
    const marks = own.map(row => `${markOfSource(row[0])} ${digestOfHours(row)}`);
    return { At: now, File: file, Client: client, State: '', Rows: `|${marks.join(',')}` };
  });
  appendRows(
    tab,
    lines.map(line =>
      tabSpecs['Import rows'].map(({ header, format }) => ({
        column: tab.column(header),
        value: line[header as keyof typeof line] as CellValue,
        format: format || 'General',
      })),
    ),
  );
}

function importTab(book: Book): ReadTab {
  const found = readTab(book.workbook, 'Import rows', book.toCell, false);
  if (found && tabSpecs['Import rows'].every(({ header }) => found.column(header) > 0)) return found;
  const { tab, isNew } = placeTab(book.workbook, 'Import rows');
  if (isNew) tab.hide();
  return readTab(book.workbook, 'Import rows', book.toCell, false) as ReadTab;
}

/** What imports have written, the oldest first; nothing in a workbook that has seen none. */
export function importParts(book: Book): { readonly tab: ReadTab; readonly parts: readonly ImportPart[] } | undefined {
  const tab = readTab(book.workbook, 'Import rows', book.toCell, false);
  return tab && { tab, parts: partsIn(tab) };
}

function partsIn({ cells: { columns, rows } }: ReadTab): ImportPart[] {
  const text = (header: string, index: number) => String(columns.get(header)?.[index] ?? '');
  return Array.from({ length: rows }, (_, index) => {
    const at = columns.get('at')?.[index] ?? '';
    const marks = text('rows', index).replace(/^\|/, '').split(',').filter(Boolean);
    return {
      row: index + 2,
      at: isMoment(at) ? String(serialOf(at)) : String(at),
      day: isMoment(at) ? String(at.date) : '',
      file: text('file', index),
      client: text('client', index),
      isUndone: text('state', index) === 'undone',
      rows: marks.map(mark => ({ mark: mark.split(' ')[0] ?? '', digest: mark.split(' ')[1] ?? '' })),
    };
  }).filter(part => part.rows.length > 0);
}

/** The marks of all rows that imports have written and nobody has taken back. */
export function importedMarks(book: Book): ReadonlySet<string> {
  const parts = importParts(book)?.parts ?? [];
  return new Set(parts.filter(({ isUndone }) => !isUndone).flatMap(({ rows }) => rows.map(({ mark }) => mark)));
}
