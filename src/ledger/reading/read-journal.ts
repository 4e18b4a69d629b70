import type { ClosedMonth } from '../model/closed-month';
import type { IssueList } from '../model/issue';
import type { JournalLine } from '../model/journal-line';
import { type Cell, cellText, isMoment, isProblem } from '../sheet/cell';
import type { TabCells } from '../sheet/tab-cells';
import { minus } from '../units/amounts';
import { amountOf, type MinorUnits, noMoney } from '../units/money';
import { type Month, monthOf, parseMonth } from '../units/month';
import { readJson } from '../units/plain-json';
import { noTime, type Seconds, seconds } from '../units/seconds';
import { readHours } from './hours';
import { type RowReader, readRows } from './rows';
import { readCurrency, readDate, readDecimal } from './values';

/** A line of Journal with the row in which it stands. */
export interface WrittenLine extends JournalLine {
  readonly row: number;
}

/** Reads what was written; a row that is not of the journal (a sum of the user's own) is passed over. */
export function readJournal(cells: TabCells): WrittenLine[] {
  const lines: WrittenLine[] = [];
  readRows(cells, unheard(), row => {
    const month = monthOfCell(row.cell('Month'));
    const currency = readCurrency('Currency', row.cell('Currency'));
    if (!month || !currency || isProblem(currency)) return;
    const money = (header: string): MinorUnits => {
      const value = readDecimal(header, row.cell(header));
      return value && !isProblem(value) ? amountOf(value, currency) : noMoney;
    };
    const text = (header: string) => cellText(row.cell(header));
    lines.push({
      row: row.number,
      month,
      currency,
      code: text('Code'),
      account: text('Account'),
      amount: minus(money('Debit'), money('Credit')),
      client: text('Client'),
      block: text('Block'),
      memo: text('Memo'),
    });
  });
  return lines;
}

export function readClosedMonths(cells: TabCells): ClosedMonth[] {
  const rows: ClosedMonth[] = [];
  readRows(cells, unheard(), row => {
    const month = monthOfCell(row.cell('Month'));
    if (!month) return;
    const reopened = readDate('Reopened on', row.cell('Reopened on'));
    rows.push({
      month,
      row: row.number,
      digest: cellText(row.cell('Digest')),
      work: { entries: Number(cellText(row.cell('Entries'))) || 0, charged: hoursIn(row) },
      hours: hoursByName(cellText(row.cell('Hours by client'))),
      late: cellText(row.cell('Came late')),
      reopenedOn: isProblem(reopened) ? undefined : reopened,
    });
  });
  return rows;
}

/** `{"Acme":23400}`, in seconds. */
function hoursByName(text: string): ReadonlyMap<string, Seconds> | undefined {
  const kept = readJson(text);
  if (typeof kept !== 'object' || kept === null) return undefined;
  const hours = Object.entries(kept).filter(([, each]) => Number.isSafeInteger(each));
  return new Map(hours.map(([name, each]) => [name, seconds(each as number)]));
}

function hoursIn(row: RowReader) {
  const hours = readHours('Charged (h)', row.cell('Charged (h)'));
  return hours === undefined || isProblem(hours) ? noTime : hours;
}

/** Sheets may have made a date of `2026-01`. */
function monthOfCell(cell: Cell): Month | undefined {
  return isMoment(cell) ? monthOf(cell.date) : parseMonth(cellText(cell));
}

/** These tabs are the add-on's own, so nothing in them is a slip to be mended. */
function unheard(): IssueList {
  return { all: [], broken: new Map(), fatal: [] };
}
