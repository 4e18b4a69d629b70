import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHours } from '../../src/ledger/reading/hours';
import { readDate } from '../../src/ledger/reading/values';
import type { Cell } from '../../src/ledger/sheet/cell';
import { cellText, isMoment } from '../../src/ledger/sheet/cell';
import { foldHeader } from '../../src/ledger/sheet/headers';
import { fromSheetSerial } from '../../src/ledger/units/calendar-date';
import { bookName } from '../../src/warehouse/export-rows';
import { cellsOf } from '../../src/warehouse/from-rows';
import { type Field, fields, type Row, type Table } from '../../src/warehouse/tables';
import { rowsOf } from '../../src/warehouse/to-rows';
import { dateCell, durationCell, tabCells } from '../ledger/builders';

const beside = { book: 'north', doubt: () => undefined, isElsewhere: () => false };
const tabOf = { blocks: 'Blocks', settings: 'Settings', time: 'Time', clients: 'Clients' } as const;

function written(table: keyof typeof tabOf, row: Readonly<Record<string, Cell>>): Row {
  const [found = {}] = rowsOf(table, tabCells(tabOf[table], [row]), beside);
  return JSON.parse(JSON.stringify(found));
}

/** So that there is a row in any case. */
const filled = {
  blocks: { Note: 'x', Reference: 'x' },
  settings: { 'What it does': 'x', Setting: 'x' },
  time: { Client: 'Acme', Source: 'x' },
  clients: { Note: 'x', Contact: 'x' },
};

/** The cell as it comes back. */
function back(table: Table, row: Row, header: string): Cell {
  return cellsOf(table, [row]).columns.get(foldHeader(header))?.[0] ?? '';
}

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '1h 30m',
    '1,5',
    '20 %',
    '2026-11-23',
    '23.11.2026',
    '9:00',
    '#N/A',
    'yes',
    ' ',
    'Transfer',
    '1.234',
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.record({
    date: fc.integer({ min: -30_000, max: 60_000 }).map(day => fromSheetSerial(day + 25_569)),
    second: fc.nat(86_399),
  }),
);

/** What every reader makes of a text, whatever nobody sees in it. */
const plain = (cell: Cell) => (isMoment(cell) ? cell : cellText(cell).replace(/\0|\p{Cs}|\ufffd/gu, ''));

/** Cells that the ledger reads as the same. */
function readAlike({ header, type }: Field, one: Cell, other: Cell): boolean {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  if (type === 'DATE' && same(readDate(header, one), readDate(header, other))) return true;
  if (['Hours', 'Charged'].includes(header) && same(readHours(header, one), readHours(header, other)))
    return true;
  return same(plain(one), plain(other)) && (type === 'STRING' || typeof one === typeof other);
}

describe('a row of the warehouse', () => {
  it('brings back every cell as the ledger reads it, whatever stands there', () => {
    const places = (['blocks', 'settings', 'time', 'clients'] as const).flatMap(table =>
      fields[table].filter(({ header }) => header !== 'Archive place').map(field => ({ table, field })),
    );
    const unread = ['Who', 'What was done', 'Asked by', 'Internal note', 'Source'];
    fc.assert(
      fc.property(fc.constantFrom(...places), anyCell, ({ table, field }, cell) => {
        const text = typeof cell === 'string' ? cell.replace(/\0/g, '') : cell;
        if (unread.includes(field.header) && table === 'time') return;
        const found = back(table, written(table, { ...filled[table], [field.header]: text }), field.header);
        const isStartOrEnd = ['Start', 'End'].includes(field.header);
        const isAlike =
          readAlike(field, found, text) || (isStartOrEnd && plain(found) === plain(cellText(text)));
        expect(
          isAlike,
          `${field.header}: ${JSON.stringify(text)} came back as ${JSON.stringify(found)}`,
        ).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('shows typed values where there is one, and keeps what has none', () => {
    const row = {
      Date: dateCell('2026-11-23'),
      Client: 'Acme',
      Hours: durationCell(1.5),
      Start: durationCell(9),
      Charged: '2h',
    };
    expect(written('time', row)).toEqual({
      ...{ book: 'north', sheet_row: 2, date: '2026-11-23', client: 'Acme' },
      ...{ hours: 1.5, start: '09:00:00', charged: 2 },
    });
    expect(written('blocks', { Client: 'Acme', Hours: 'many', Price: '12,50' })).toEqual({
      ...{ book: 'north', sheet_row: 2, client: 'Acme', price: 12.5 },
      as_typed: '{"hours":"many","price":"12,50"}',
    });
  });

  it('is text that every database takes', () => {
    const { what_was_done: what } = written('time', { Client: 'Acme', 'What was done': 'a\0b\ud800c 😀' });
    expect(what).toBe('ab\ufffdc 😀');
  });
});

it('names a book as a table may be called', () => {
  expect([bookName('Böttger & Söhne 2026.xlsx'), bookName('日本'), bookName('x'.repeat(99))]).toEqual([
    'bottger_sohne_2026_xlsx',
    'book',
    'x'.repeat(60),
  ]);
});
