import { closedNow, closedTest, digestText } from '../../ledger/books/closed-month';
import type { ClosedMonth } from '../../ledger/model/closed-month';
import type { JournalLine } from '../../ledger/model/journal-line';
import type { TabName } from '../../ledger/model/tab-names';
import { readClosedMonths, readJournal, type WrittenLine } from '../../ledger/reading/read-journal';
import { tabs } from '../../ledger/sheet/tabs';
import { negative } from '../../ledger/units/amounts';
import { toSheetSerial } from '../../ledger/units/calendar-date';
import { groupsOf } from '../../ledger/units/groups';
import type { MinorUnits } from '../../ledger/units/money';
import { amountNumber, currencyDecimals } from '../../ledger/units/money';
import { lastDay, type Month } from '../../ledger/units/month';
import { appendRows, expectedRow } from '../../workbook/append-rows';
import type { Book } from '../../workbook/open-book';
import type { Hash } from '../../workbook/ports';
import { isFilledRow, type ReadTab, readTab } from '../../workbook/tabs';
import { restoreRows } from '../../workbook/take-out-rows';
import type { CellValue } from '../../workbook/workbook';
import type { NewCell } from '../../workbook/write-cells';
import { writeIntoRows } from '../../workbook/write-into-rows';

/** The tabs of the books as they stand. */
export interface BooksTabs {
  readonly journal: ReadTab;
  readonly closedMonths: ReadTab;
  readonly written: readonly WrittenLine[];
  readonly rows: readonly ClosedMonth[];
  readonly closed: ReadonlyMap<Month, ClosedMonth>;
  isClosed(month: Month): boolean;
}

/** Which a workbook of an earlier version gets when it is set up again; until then nothing is written there. */
const later: readonly string[] = ['Closed by', 'Reopened by', 'Hours by client'];

export function readBooksTabs({ workbook, toCell }: Book): BooksTabs {
  const open = (name: TabName): ReadTab => {
    const tab = readTab(workbook, name, toCell, false);
    const missing =
      tab && tabs[name].find(({ header }) => !later.includes(header) && tab.column(header) === 0);
    if (!tab || missing)
      throw new Error(
        `${missing ? `${name} has no column "${missing.header}"` : `The tab "${name}" is missing`}. Run More > Set up > Set up workbook.`,
      );
    return tab;
  };
  const [journal, closedMonths] = [open('Journal'), open('Closed months')];
  const rows = readClosedMonths(closedMonths.cells);
  const written = readJournal(journal.cells);
  return { journal, closedMonths, written, rows, closed: closedNow(rows), isClosed: closedTest(rows) };
}

/** Tells whether a month such as `2026-10` is closed; none is in a workbook that has closed none yet. */
export function closedMonths({
  workbook,
  toCell,
}: Pick<Book, 'workbook' | 'toCell'>): (month: Month) => boolean {
  const tab = readTab(workbook, 'Closed months', toCell, false);
  return closedTest(tab ? readClosedMonths(tab.cells) : []);
}

/** The lines of closed months as they were frozen; a month whose lines are not those any more is refused. */
export function frozenLines(tabs: BooksTabs, hash: Hash): Map<Month, WrittenLine[]> {
  const { written, isClosed } = tabs;
  const [changed] = changedMonths(tabs, hash);
  if (changed) throw new Error(changedLines(changed.month));
  return groupsOf(written, ({ month }) => (isClosed(month) ? month : undefined));
}

/** Closed months whose lines are not those any more that were frozen. */
export function changedMonths({ written, closed }: BooksTabs, hash: Hash): ClosedMonth[] {
  const lines = groupsOf(written, ({ month }) => month);
  return [...closed.values()].filter(
    ({ month, digest, work }) => digestOf(lines.get(month) ?? [], work, hash) !== digest,
  );
}

export function changedLines(month: Month): string {
  return `The lines of ${month} in Journal are not those that were closed. Restore them (File > Version history), or reopen the month.`;
}

export function digestOf(lines: readonly JournalLine[], work: ClosedMonth['work'], hash: Hash): string {
  return hash(digestText(lines, work)).slice(0, 16);
}

/** Somebody would have to move rows right before each write. */
const mostRounds = 3;

/** Writes months anew, into the rows that they had and below; every other row stays where it is. */
export function writeJournal(
  book: Book,
  { journal, written }: Pick<BooksTabs, 'journal' | 'written'>,
  months: ReadonlyMap<Month, readonly JournalLine[]>,
): void {
  let now = { journal, written };
  for (let round = 0; round < mostRounds; round++) {
    const changed = new Map([...months].filter(([month, lines]) => !isWritten(month, lines, now.written)));
    if (changed.size === 0) return;
    const before = now.journal;
    const isReplaced = (row: number) => now.written.some(line => line.row === row && changed.has(line.month));
    const others = before.rows.filter((_, at) => !isReplaced(at + 1));
    writeLines(now, changed);
    const fresh = readTab(book.workbook, 'Journal', book.toCell, false);
    if (!fresh) return;
    // What rows inserted in the very moment have brought to where lines were written comes back.
    const isRestored = restoreRows(fresh, others);
    const after = isRestored ? (readTab(book.workbook, 'Journal', book.toCell, false) ?? fresh) : fresh;
    now = { journal: after, written: readJournal(after.cells) };
  }
}

function isWritten(month: Month, lines: readonly JournalLine[], written: readonly WrittenLine[]): boolean {
  const textOf = ({ currency, code, account, amount, client, block, memo }: JournalLine) =>
    JSON.stringify([currency, code, account, amount, client, block, memo]);
  const stand = written.filter(line => line.month === month).map(textOf);
  return JSON.stringify(stand.sort()) === JSON.stringify(lines.map(textOf).sort());
}

function writeLines(
  { journal, written }: Pick<BooksTabs, 'journal' | 'written'>,
  months: ReadonlyMap<Month, readonly JournalLine[]>,
): void {
  const replaced = new Set(written.filter(({ month }) => months.has(month)).map(({ row }) => row));
  const end = expectedRow(journal);
  const free: number[] = [];
  for (let row = journal.headerRow + 1; row < end; row++)
    if (replaced.has(row) || !isFilledRow(journal.rows[row - 1] as readonly unknown[])) free.push(row);
  const lines = [...months.values()].flat();
  const writes = free.flatMap((row, index) => {
    const line = lines[index];
    const cells = line || replaced.has(row) ? lineCells(line, journal) : [];
    return cells.map(cell => ({ ...cell, row }));
  });
  writeIntoRows(journal, writes);
  appendRows(
    journal,
    lines.slice(free.length).map(line => lineCells(line, journal)),
  );
}

function lineCells(line: JournalLine | undefined, { column }: ReadTab): NewCell[] {
  const values = line ? lineValues(line) : {};
  return tabs.Journal.map(({ header, format }) => {
    const isMoney = line && (header === 'Debit' || header === 'Credit');
    const own = isMoney ? moneyFormat(currencyDecimals(line.currency)) : format;
    return { column: column(header), value: values[header] ?? '', format: own };
  });
}

function lineValues(line: JournalLine): Record<string, CellValue> {
  const money = (amount: MinorUnits) => amountNumber(amount, line.currency);
  return {
    Month: line.month,
    Date: toSheetSerial(lastDay(line.month)),
    Currency: line.currency,
    Account: line.account,
    Code: line.code,
    ...(line.amount > 0 ? { Debit: money(line.amount) } : { Credit: money(negative(line.amount)) }),
    Client: line.client,
    Block: line.block,
    Memo: line.memo,
  };
}

function moneyFormat(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

/** Adds rows to Closed months, or changes cells of one. */
export function writeClosedMonths(
  { closedMonths }: BooksTabs,
  changes: readonly { readonly row?: number; readonly values: Readonly<Record<string, CellValue>> }[],
): void {
  const { column } = closedMonths;
  const cellsOf = ({ row, values }: (typeof changes)[number]) =>
    tabs['Closed months'].flatMap(({ header, format }): NewCell[] => {
      // A new row is written whole, blanks too, so that it is one block.
      const value = values[header] ?? (row === undefined ? '' : undefined);
      return value === undefined || column(header) === 0 ? [] : [{ column: column(header), value, format }];
    });
  writeIntoRows(
    closedMonths,
    changes.flatMap(each => {
      const { row } = each;
      return row === undefined ? [] : cellsOf(each).map(cell => ({ ...cell, row }));
    }),
  );
  appendRows(closedMonths, changes.filter(({ row }) => row === undefined).map(cellsOf));
}
