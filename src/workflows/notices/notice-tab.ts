import type { NoticeRow } from '../../ledger/model/notice-row';
import { readNotices } from '../../ledger/reading/notice-row';
import { tabs } from '../../ledger/sheet/tabs';
import { lastFilledRow, type ReadTab } from '../../workbook/tabs';
import type { CellValue } from '../../workbook/workbook';
import { type CellWrite, writeCells } from '../../workbook/write-cells';

/** The rows of Notices; each verb writes one block where the tab's columns allow it. */
export interface NoticeTab {
  readonly rows: readonly NoticeRow[];
  write(rows: readonly NoticeRow[]): void;
  /** What the mails say. */
  writeFigures(rows: readonly NoticeRow[]): void;
  /** What came of them; a formula that somebody keeps there stays. */
  writeOutcomes(rows: readonly NoticeRow[]): void;
  /** Below the last filled row; the rows get their places. */
  append(rows: readonly NoticeRow[]): void;
}

type Fields = Readonly<Record<string, (row: NoticeRow) => CellValue | undefined>>;

/** What a run changes in a row that stands; the rest was written once and may be the user's by now. */
const changing: Fields = {
  To: row => row.to,
  State: row => row.state,
  'Queued at': row => row.queuedAt,
  'Sent at': row => row.sentAt,
  Error: row => row.error,
};
/** What it fills in below; the outcome and the figures come later. */
const filled: Fields = {
  Key: row => row.key,
  Client: row => row.client,
  Block: row => row.block,
  Level: row => row.level,
  ...changing,
};
/** Apart from the state, which changes with each mail: these are written for many rows at once. */
const figures: Fields = {
  'Hours left': row => row.figures?.hoursLeft ?? '',
  'Offer (h)': row => row.figures?.offerHours ?? '',
  'Offer price': row => row.figures?.offerPrice ?? '',
  Digest: row => row.figures?.digest,
};
const outcome: Fields = { Outcome: row => row.outcome };

/** The tab `Notices`: its columns are where the user has put them. */
export function createNoticeTab(open: ReadTab): NoticeTab {
  const { tab, cells, column } = open;
  let last = lastFilledRow(open);
  /** New rows get formats before values: in a text cell no name can turn into a date or a formula. */
  const write = (rows: readonly NoticeRow[], fields: Fields) => {
    const writes = rows.flatMap(row =>
      tabs.Notices.flatMap(({ header, format }): CellWrite[] => {
        const [field, at] = [fields[header], column(header)];
        if (!field || at === 0) return [];
        const value = field(row) ?? '';
        return [{ row: row.row, column: at, value, format: fields === filled ? format : undefined }];
      }),
    );
    writeCells(tab, writes);
  };
  return {
    rows: readNotices(cells),
    write: rows => write(rows, changing),
    writeFigures: rows => write(rows, figures),
    writeOutcomes: rows => {
      const formulas = tab.formulas();
      const isFree = ({ row }: NoticeRow) => !formulas[row - 1]?.[column('Outcome') - 1];
      write(rows.filter(isFree), outcome);
    },
    append: rows => {
      for (const row of rows) Object.assign(row, { row: ++last });
      tab.grow(last, 1);
      write(rows, filled);
    },
  };
}
