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

type Fields = Readonly<Record<string, keyof NoticeRow>>;

/** What a run changes in a row that stands; the rest was written once and may be the user's by now. */
const changing: Fields = {
  To: 'to',
  State: 'state',
  'Queued at': 'queuedAt',
  'Sent at': 'sentAt',
  Error: 'error',
};
/** What it fills in below; Outcome comes later. */
const filled: Fields = { Key: 'key', Client: 'client', Block: 'block', Level: 'level', ...changing };

/** The tab `Notices`: its columns are where the user has put them. */
export function createNoticeTab({ tab, rows: lines, cells, column }: ReadTab): NoticeTab {
  let last = lastFilledRow(lines);
  /** New rows get formats before values: in a text cell no name can turn into a date or a formula. */
  const write = (rows: readonly NoticeRow[], fields: Fields) => {
    const writes = rows.flatMap(row =>
      tabs.Notices.flatMap(({ header, format }): CellWrite[] => {
        const [field, at] = [fields[header], column(header)];
        if (!field || at === 0) return [];
        const value = row[field] || '';
        return [{ row: row.row, column: at, value, format: fields === filled ? format : undefined }];
      }),
    );
    writeCells(tab, writes);
  };
  return {
    rows: readNotices(cells),
    write: rows => write(rows, changing),
    append: rows => {
      for (const row of rows) Object.assign(row, { row: ++last });
      tab.grow(last, 1);
      write(rows, filled);
    },
  };
}
