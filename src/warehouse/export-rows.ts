import type { Ledger } from '../ledger/model/ledger';
import type { TabName } from '../ledger/model/tab-names';
import type { TabCells } from '../ledger/sheet/tab-cells';
import { type Row, type Table, tableNames, tables } from './tables';
import { type BesideRows, rowsOf } from './to-rows';

/** The files of an export: the tables, and what a person should mend or know. */
export type ExportFile = Table | 'issues';
export const exportFiles: readonly ExportFile[] = [...tableNames, 'issues'];

/** What may stand in the name of a table, and so tells books apart there. */
export function bookName(text: string): string {
  const plain = text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '');
  const words = plain.match(/[a-z0-9]+/g) || [];
  return words.join('_').slice(0, 60) || 'book';
}

/** The rows of one file, in the order of the sheet. */
export function exportRows(
  file: ExportFile,
  tabs: ReadonlyMap<TabName, TabCells>,
  ledger: Ledger,
  book: string,
): Row[] {
  if (file === 'issues')
    return ledger.issues.map(({ tab, row, message }) => ({ book, tab, sheet_row: row, message }));
  const of = (tab: TabName, row: Partial<BesideRows> = {}) => {
    const cells = tabs.get(tab);
    const beside = { book, doubt: doubtsIn(tab, ledger), isElsewhere: () => false, ...row };
    return cells ? rowsOf(file, cells, beside) : [];
  };
  return file === 'time' ? [...archivedRows(ledger, of), ...of('Time')] : of(tables[file]);
}

function doubtsIn(tab: TabName, { doubtful }: Ledger): BesideRows['doubt'] {
  const own = [...doubtful.values()].flat().filter(issue => issue.tab === tab);
  const messages = new Map(own.map(({ row, message }) => [row, message]));
  return row => messages.get(row);
}

type RowsOf = (tab: TabName, beside: Partial<BesideRows>) => Row[];

/** While entries are being moved they stand in both tabs, and count once. */
function archivedRows({ archive, entries }: Ledger, of: RowsOf): Row[] {
  const counted = new Set(entries.flatMap(({ archived, row }) => (archived === undefined ? [] : row)));
  const isElsewhere = archive?.seal?.moving ? (row: number) => !counted.has(row) : () => false;
  // By its place a row of time is known as archived, also one that somebody typed there.
  return of('Time archive', { isElsewhere }).map(row => ({ ...row, archive_place: row.archive_place ?? 0 }));
}
