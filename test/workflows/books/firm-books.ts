import type { TabName } from '../../../src/ledger/model/tab-names';
import type { Cell } from '../../../src/ledger/sheet/cell';
import { tabs } from '../../../src/ledger/sheet/tabs';
import {
  dateText,
  fromSheetSerial,
  parseIsoDate,
  toSheetSerial,
} from '../../../src/ledger/units/calendar-date';
import type { Desk } from '../../../src/workbook/open-book';
import type { CellValue } from '../../../src/workbook/workbook';
import { closeMonth } from '../../../src/workflows/books/close-month';
import { monthEnd } from '../../../src/workflows/books/month-end';
import { memoryWorkbook } from '../../workbook/memory-workbook';
import { strictStore } from '../../workbook/property-store';

export type Row = Readonly<Record<string, CellValue>>;

/** A day as the number that a sheet keeps for it. */
export function serial(iso: string): number {
  const date = parseIsoDate(iso);
  if (date === undefined) throw new Error(`No such day: ${iso}`);
  return toSheetSerial(date);
}

interface FirmBooks {
  readonly blocks?: readonly Row[];
  readonly time?: readonly Row[];
  readonly settings?: Row;
}

/** The tabs of a firm in memory, and the verbs of the books on them: no engine, so that a test takes no time. */
export function firmBooks({ blocks = [], time = [], settings = {} }: FirmBooks, today = '2026-03-10') {
  const headersOf = (name: TabName) => tabs[name].map(({ header }) => header);
  const grid = (name: TabName, rows: readonly Row[]) => [
    headersOf(name),
    ...rows.map(row => headersOf(name).map(header => row[header] ?? '')),
  ];
  const workbook = memoryWorkbook({
    Clients: grid('Clients', [{ Client: 'Acme' }, { Client: 'Bolt' }]),
    Blocks: grid('Blocks', blocks),
    Time: grid('Time', time),
    'Work types': grid('Work types', []),
    Settings: grid(
      'Settings',
      Object.entries(settings).map(([Setting, Value]) => ({ Setting, Value })),
    ),
    Notices: grid('Notices', []),
    Journal: grid('Journal', []),
    'Closed months': grid('Closed months', []),
  });
  const desk: Desk = {
    book: {
      workbook,
      toCell: value => value as Cell,
      now: () => ({ date: parseIsoDate(today) as never, second: 0 }),
      store: strictStore({}),
    },
    hash: text => `${text.length}:${text}`,
  };
  const rowsOf = (name: TabName): Row[] => {
    const [headers = [], ...rows] = workbook.sheet(name).grid;
    const filled = rows.filter(cells => cells.some(cell => cell !== ''));
    return filled.map(cells =>
      Object.fromEntries(headers.map((header, at) => [String(header), cells[at] ?? ''])),
    );
  };
  return {
    desk,
    rowsOf,
    /** Net amount of each account in a month. */
    journal(month: string): Record<string, number> {
      const sums: Record<string, number> = {};
      for (const { Month, Code, Debit, Credit } of rowsOf('Journal'))
        if (Month === month) sums[`${Code}`] = (sums[`${Code}`] ?? 0) + Number(Debit) - Number(Credit);
      return Object.fromEntries(Object.entries(sums).filter(([, amount]) => amount !== 0));
    },
    /** Types into a cell of a row, counted from 2 as the sheet does. */
    type(name: TabName, row: number, header: string, value: CellValue): void {
      const { grid } = workbook.sheet(name);
      const at = (grid[0] ?? []).indexOf(header);
      while (grid.length < row) grid.push(headersOf(name).map(() => ''));
      const cells = grid[row - 1] as CellValue[];
      cells[at] = value;
    },
    add(name: TabName, row: Row): void {
      workbook.sheet(name).grid.push(headersOf(name).map(header => row[header] ?? ''));
    },
    monthEnd: (month: string) => monthEnd(desk, month),
    close: (month: string) => closeMonth(desk, month, undefined, 'Pat'),
    late: () => rowsOf('Closed months').map(row => row['Came late']),
    dayOf: (value: CellValue | undefined) => dateText(fromSheetSerial(Number(value))),
  };
}
