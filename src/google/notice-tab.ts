import { foldHeader } from '../ledger/headers';
import { type NoticeRow, readNotices } from '../ledger/notices/notice-row';
import { tabs } from '../ledger/tabs';
import type { NoticeTab } from '../workflows/send-renewal-notices';
import type { OpenTab } from './read-tabs';
import { type CellWrite, writeCells } from './write-cells';

type SpreadsheetApp = Pick<GoogleAppsScript.Spreadsheet.SpreadsheetApp, 'flush'>;

/** What a run changes in a row that stands; the rest was written once and may be the user's by now. */
const changing = ['To', 'State', 'Queued at', 'Sent at', 'Error'];

/** The tab `Notices`: its columns are where the user has put them. */
export function createNoticeTab(
  { sheet, cells, columns, lastFilled }: OpenTab,
  app: SpreadsheetApp,
): NoticeTab {
  const headers = tabs.Notices.map(({ header }) => header);
  const columnOf = (header: string) => columns.get(foldHeader(header));
  const writes = (rows: readonly NoticeRow[], only: readonly string[]): CellWrite[] =>
    rows.flatMap(row =>
      only.flatMap(header => {
        const column = columnOf(header);
        return column === undefined ? [] : [{ row: row.row, column, value: cellOf(row, header) }];
      }),
    );
  let last = lastFilled;
  return {
    rows: readNotices(cells),
    write: rows => writeCells(sheet, writes(rows, changing)),
    append: rows => {
      const first = last + 1;
      last += rows.length;
      if (last > sheet.getMaxRows()) sheet.insertRowsAfter(sheet.getMaxRows(), last - sheet.getMaxRows());
      setFormats(sheet, columns, first, rows.length);
      const placed = rows.map((row, index) => ({ ...row, row: first + index }));
      writeCells(
        sheet,
        writes(
          placed,
          headers.filter(header => header !== 'Outcome'),
        ),
      );
      return placed;
    },
    flush: () => app.flush(),
  };
}

function cellOf(row: NoticeRow, header: string): string | number {
  switch (header) {
    case 'Key':
      return row.key;
    case 'Client':
      return row.client;
    case 'Block':
      return row.block;
    case 'Level':
      return row.level;
    case 'To':
      return row.to;
    case 'State':
      return row.state;
    case 'Queued at':
      return row.queuedAt ?? '';
    case 'Sent at':
      return row.sentAt ?? '';
    default:
      return row.error;
  }
}

/** Formats come before values: in a text cell no name of a client can turn into a date or a formula. */
function setFormats(
  sheet: OpenTab['sheet'],
  columns: OpenTab['columns'],
  first: number,
  count: number,
): void {
  const specs = tabs.Notices.flatMap(spec => {
    const column = columns.get(foldHeader(spec.header));
    return column === undefined
      ? []
      : [{ column, format: spec.kind === 'moment' ? 'yyyy-mm-dd hh:mm' : '@' }];
  }).sort((a, b) => a.column - b.column);
  for (let from = 0; from < specs.length; ) {
    let to = from + 1;
    while (specs[to]?.column === (specs[from]?.column ?? 0) + to - from) to++;
    const formats = specs.slice(from, to).map(({ format }) => format);
    const range = sheet.getRange(first, specs[from]?.column ?? 1, count, to - from);
    range.setNumberFormats(Array.from({ length: count }, () => formats));
    from = to;
  }
}
