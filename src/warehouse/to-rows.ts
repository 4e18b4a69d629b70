import { readHours, readTimeOfDay } from '../ledger/reading/hours';
import { readDate, readDecimal, readYesNo } from '../ledger/reading/values';
import { type Cell, cellText, isMoment, isProblem, type Parse } from '../ledger/sheet/cell';
import { foldHeader } from '../ledger/sheet/headers';
import { isFilled, type TabCells } from '../ledger/sheet/tab-cells';
import { isoDate, toSheetSerial } from '../ledger/units/calendar-date';
import { decimalNumber } from '../ledger/units/decimal';
import { hoursOf } from '../ledger/units/seconds';
import { type Field, fields, type Row, type Table } from './tables';

/** What a typed column holds of a cell, and whether the ledger reads the same of it as of the cell. */
interface Kept {
  readonly value: string | number | boolean | undefined;
  readonly isAlike: boolean;
}

/** What is known of rows beside their cells, by the row of the sheet. */
export interface BesideRows {
  readonly book: string;
  /** What counts and is hardly meant so. */
  doubt(row: number): string | undefined;
  /** Rows that are left out: they stand in another tab too. */
  isElsewhere(row: number): boolean;
}

/** The filled rows of a tab as rows of its table; blanks are left out of them. */
export function rowsOf(table: Table, cells: TabCells, beside: BesideRows): Row[] {
  const columns = fields[table].flatMap(field => {
    const column = cells.columns.get(foldHeader(field.header));
    return column ? [{ field, column }] : [];
  });
  const rows: Row[] = [];
  for (let index = 0; index < cells.rows; index++) {
    const number = index + 2;
    if (!columns.some(({ column }) => isFilled(column[index])) || beside.isElsewhere(number)) continue;
    const row: Record<string, unknown> = { book: beside.book, sheet_row: number };
    const typed: Record<string, Cell> = {};
    for (const { field, column } of columns) keep(field, column[index] ?? '', row, typed);
    if (Object.keys(typed).length > 0) row.as_typed = wellFormed(JSON.stringify(typed));
    const doubt = beside.doubt(number);
    if (doubt !== undefined) row.doubt = wellFormed(doubt);
    rows.push(row);
  }
  return rows;
}

function keep(field: Field, cell: Cell, row: Record<string, unknown>, typed: Record<string, Cell>): void {
  if (cell === '' || (typeof cell === 'string' && cell.trim() === '')) return;
  const { value, isAlike } = keptOf(field, cell);
  if (value !== undefined) row[field.name] = value;
  if (!isAlike) typed[field.name] = cell;
}

function keptOf({ header, type }: Field, cell: Cell): Kept {
  switch (type) {
    case 'BOOL':
      return { value: readAs(readYesNo, header, cell), isAlike: typeof cell === 'boolean' };
    case 'DATE': {
      const date = readAs(readDate, header, cell);
      return { value: date === undefined ? undefined : isoDate(date), isAlike: date !== undefined };
    }
    case 'FLOAT64':
      return keptNumber(header, cell);
    case 'STRING':
      return keptText(header, cell);
  }
}

function readAs<Value>(parse: Parse<Value>, header: string, cell: Cell): Value | undefined {
  const value = parse(header, cell);
  return isProblem(value) ? undefined : value;
}

const durations = ['Hours', 'Charged'];

function keptNumber(header: string, cell: Cell): Kept {
  if (typeof cell === 'number' && Number.isFinite(cell)) return { value: cell, isAlike: true };
  if (durations.includes(header)) {
    const time = readAs(readHours, header, cell);
    const hours = time === undefined ? undefined : hoursOf(time);
    return { value: hours, isAlike: hours !== undefined && readHours(header, hours) === time };
  }
  const value = readAs(readDecimal, header, cell);
  return { value: value && decimalNumber(value), isAlike: false };
}

const clocks = ['Start', 'End'];

function keptText(header: string, cell: Cell): Kept {
  const value = wellFormed(cellText(cell));
  if (!clocks.includes(header) || !isMoment(cell))
    return { value: typeof cell === 'string' ? wellFormed(cell) : value, isAlike: value === cell };
  // With a date, or beyond a day, it says more than a clock does.
  const isClock = toSheetSerial(cell.date) === 0;
  return { value, isAlike: isClock && readTimeOfDay(header, value) === cell.second };
}

/** Halves of letters and blanks of no width are no text to a database; whoever pasted them never saw them. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]|\0/g, found =>
    found.length === 2 ? found : found === '\0' ? '' : '\ufffd',
  );
}
