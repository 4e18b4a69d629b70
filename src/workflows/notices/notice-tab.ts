import type { NoticeLevel } from '../../ledger/model/levels';
import { type NoticeRow, noticeKey, noticeStates } from '../../ledger/model/notice-row';
import { readNotices } from '../../ledger/reading/notice-row';
import { tabs } from '../../ledger/sheet/tabs';
import { appendRows } from '../../workbook/append-rows';
import { createRowPen, type HeaderCell, type RowNaming, type RowWrite } from '../../workbook/row-pen';
import { columnFinder, type FindColumn, openedTab, type ReadTab } from '../../workbook/tabs';
import type { CellValue } from '../../workbook/workbook';

/** The rows of Notices, found by Key at each verb; each writes one block where the tab's columns allow it. */
export interface NoticeTab {
  readonly rows: readonly NoticeRow[];
  /**
   * Leaves alone what a person has set otherwise since it was read, and gives those rows, as they stand.
   *
   * Of other rows it writes in the same step what their mails say.
   */
  write(rows: readonly NoticeRow[], unfigured: readonly NoticeRow[]): readonly NoticeRow[];
  /** What came of them; a formula that somebody keeps there stays. */
  writeOutcomes(rows: readonly NoticeRow[]): void;
  /** Below the last filled row. */
  append(rows: readonly NoticeRow[]): void;
  /** Looks whether the last write has met its rows. */
  check(): void;
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
/** Apart from the state, which changes with each mail: these are written once for all of a run. */
const figures: Fields = {
  'Hours left': row => row.figures?.hoursLeft ?? '',
  'Offer (h)': row => row.figures?.offerHours ?? '',
  'Offer price': row => row.figures?.offerPrice ?? '',
  Offers: row => row.figures?.offers ?? '',
  Digest: row => row.figures?.digest,
};
const outcome: Fields = { Outcome: row => row.outcome };

const naming: RowNaming = { find: keyIn, stay: keyIn };

/** The tab `Notices`: its columns are where the user has put them, and its rows wherever somebody moves them. */
export function createNoticeTab({ name, tab, cells }: ReadTab): NoticeTab {
  const pen = createRowPen({ name, tab }, naming);
  const states = createKnownStates();
  const writeOf = (row: NoticeRow, cells: readonly HeaderCell[], mayWrite?: MayWrite): RowWrite => ({
    name: row.key,
    cells,
    ...(mayWrite && { mayWrite: mayWrite(row) }),
  });
  const append = (rows: readonly NoticeRow[]) => {
    if (rows.length === 0) return;
    pen.check();
    const open = openedTab(name, tab);
    appendRows(
      open,
      rows.map(row =>
        cellsOf(row, filled).flatMap(({ header, value, format }) => {
          const column = open.column(header);
          return column > 0 ? [{ column, value, format }] : [];
        }),
      ),
    );
  };
  const read = readNotices(cells);
  states.note(read);
  return {
    rows: read,
    write: (rows, unfigured) => {
      const overruled: NoticeRow[] = [];
      const mayWrite: MayWrite = row => (cells, column) => {
        const isOurs = states.isKnown(row, textIn(cells, column, 'State'));
        if (!isOurs) overruled.push(row);
        return isOurs;
      };
      // One write a row: of copies each is met by its own.
      const figuresOf = (row: NoticeRow) => (unfigured.includes(row) ? cellsOf(row, figures) : []);
      const writes = [
        ...rows.map(row => writeOf(row, [...cellsOf(row, changing), ...figuresOf(row)], mayWrite)),
        ...unfigured.filter(row => !rows.includes(row)).map(row => writeOf(row, figuresOf(row))),
      ];
      const names = new Set(pen.write(writes).map(({ name }) => name));
      const gone = rows.filter(({ key }) => names.has(key));
      states.note(rows.filter(row => !overruled.includes(row)));
      // Who deletes the row of a mail that is leaving would make its fate unknown to everybody.
      append(gone.filter(({ state }) => leaving.includes(state)));
      return overruled;
    },
    writeOutcomes: rows => {
      const free = withoutFormula(tab);
      const own = rows.filter(({ key }) => free(key));
      pen.write(own.map(row => writeOf(row, cellsOf(row, outcome))));
    },
    append: rows => {
      append(rows);
      states.note(rows);
      for (const row of rows) Object.assign(row, { row: written });
    },
    check: () => pen.check(),
  };
}

/** A row of the sheet; where it stands is asked right before each write. */
const written = 1;
const leaving: readonly NoticeRow['state'][] = ['Sending', 'Sent', 'Check'];

type MayWrite = (row: NoticeRow) => NonNullable<RowWrite['mayWrite']>;

/** Tells what a run has read or written from what a person has set since. */
function createKnownStates() {
  const known = new Set<string>();
  const nameOf = (key: string, state: string) => `${key}\n${state.toLowerCase()}`;
  return {
    note: (rows: readonly NoticeRow[]) => {
      for (const { key, state } of rows) known.add(nameOf(key, state));
    },
    /** Of a mail that is leaving its fate stands, whatever a person sets meanwhile; another row is as the person says. */
    isKnown: (row: NoticeRow, found: string): boolean => {
      const isLeaving = known.has(nameOf(row.key, 'Sending'));
      if (isLeaving || known.has(nameOf(row.key, found))) return true;
      Object.assign(row, {
        state: noticeStates.find(each => each.toLowerCase() === found.toLowerCase()) ?? 'Held',
      });
      return false;
    },
  };
}

function textIn(row: readonly unknown[], column: FindColumn, header: string): string {
  return String(row[column(header) - 1] ?? '').trim();
}

/** The key as block and level say it, for a person may have typed into the column `Key`. */
function keyIn(row: readonly unknown[], column: FindColumn): string {
  const [block, level] = [textIn(row, column, 'Block'), textIn(row, column, 'Level').toLowerCase()];
  return block === '' || level === '' ? '' : noticeKey(block, level as NoticeLevel);
}

function cellsOf(row: NoticeRow, fields: Fields): readonly HeaderCell[] {
  return tabs.Notices.flatMap(({ header, format }): HeaderCell[] => {
    const field = fields[header];
    // New rows get formats before values: in a text cell no name can turn into a date or a formula.
    const isNew = fields === filled;
    return field ? [{ header, value: field(row) ?? '', format: isNew ? format : undefined }] : [];
  });
}

/** Tells of each key whether its cell of Outcome holds no formula. */
function withoutFormula(tab: ReadTab['tab']): (key: string) => boolean {
  const [rows, formulas] = [tab.cells(), tab.formulas()];
  const column = columnFinder(rows[0] || []);
  const taken = rows.filter((_, at) => formulas[at]?.[column('Outcome') - 1]);
  const keys = new Set(taken.map(row => keyIn(row, column)));
  return key => !keys.has(key);
}
