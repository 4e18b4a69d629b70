import { type NoticeRow, readNotices } from '../ledger/notices/notice-row';
import { tabs } from '../ledger/tabs';
import { lastFilledRow, type ReadTab } from './open-tabs';
import { type CellWrite, writeCells } from './write-cells';

/** The rows of Notices; both verbs write one block where the tab's columns allow it. */
export interface NoticeTab {
  readonly rows: readonly NoticeRow[];
  write(rows: readonly NoticeRow[]): void;
  /** Below the last filled row; the rows get their places. */
  append(rows: readonly NoticeRow[]): void;
}

/** What a run fills in; Outcome comes later. */
const fields: Readonly<Record<string, keyof NoticeRow>> = {
  Key: 'key',
  Client: 'client',
  Block: 'block',
  Level: 'level',
  To: 'to',
  State: 'state',
  'Queued at': 'queuedAt',
  'Sent at': 'sentAt',
  Error: 'error',
};
/** What a run changes in a row that stands; the rest was written once and may be the user's by now. */
const changing = ['To', 'State', 'Queued at', 'Sent at', 'Error'];

/** The tab `Notices`: its columns are where the user has put them. */
export function createNoticeTab({ tab, rows: lines, cells, column }: ReadTab): NoticeTab {
  let last = lastFilledRow(lines);
  /** New rows get formats before values: in a text cell no name can turn into a date or a formula. */
  const cellsOf = (row: NoticeRow, isNew: boolean): CellWrite[] =>
    tabs.Notices.flatMap(({ header, format }) => {
      const field = fields[header];
      if (!field || column(header) === 0 || !(isNew || changing.includes(header))) return [];
      const value = row[field] || '';
      return [{ row: row.row, column: column(header), value, format: isNew ? format : undefined }];
    });
  return {
    rows: readNotices(cells),
    write: rows =>
      writeCells(
        tab,
        rows.flatMap(row => cellsOf(row, false)),
      ),
    append: rows => {
      for (const row of rows) Object.assign(row, { row: ++last });
      tab.grow(last, 1);
      writeCells(
        tab,
        rows.flatMap(row => cellsOf(row, true)),
      );
    },
  };
}
