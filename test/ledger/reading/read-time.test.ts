import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readInPassing, readLedger } from '../../../src/ledger/reading/read-ledger';
import type { Cell } from '../../../src/ledger/sheet/cell';
import { stampOf } from '../../../src/workbook/stamp';
import { settleFigures } from '../../../src/workflows/cells/look-up-figures';
import { type Book, dateCell, day, durationCell, ledgerOf, type Row, tabsOf } from '../builders';

const clients = ['Acme', 'acme ', 'Beta', 'Zeta', 'Broken', '', ' ', '#N/A', 'Total', 5, 'x'.repeat(10_001)];
const dates = [
  dateCell('2026-11-02'),
  dateCell('2026-11-02', 9),
  dateCell('2026-12-24'),
  dateCell('2031-01-01'),
  dateCell('1969-12-31'),
  '2026-11-02',
  46_328,
  'someday',
  '',
];
const hours = [1.5, 0.25, 1 / 3, 0.1, 0, -1, 0.0001, 1e6, 1e7, Number.NaN, '1:30', '1,5', 'one', '', true];
const others = ['', '', '', dateCell('1899-12-30', 9), durationCell(2), '9:00', 'late', 2, false];
const types = ['', 'On-site', 'emergency ', 'Odd', 'Nonsense', '#REF!', 3, true];
const words = ['', 'Mended it', ' Mended it ', "'", '#N/A', 'Loading...', 7, true, 'x'.repeat(10_001)];

const one = (cells: readonly Cell[]) => fc.constantFrom<Cell>(...cells);
/** Mostly as rows are, so that one thing at a time is unusual. */
const mostly = (usual: Cell, cells: readonly Cell[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: one(cells) });
const row: fc.Arbitrary<Row> = fc.record({
  Date: mostly(dateCell('2026-11-03'), dates),
  Client: mostly('Acme', clients),
  Hours: fc.oneof(one([1, 1.5, 2.25]), one(hours)),
  'Work type': mostly('', types),
  'What was done': mostly('Mended the printer', words),
  Who: mostly('', words),
  Charged: mostly('', others),
  End: mostly('', others),
});

const firm: Book = {
  clients: [
    { Client: 'Acme', Active: true },
    { Client: 'Beta', Active: true },
    { Client: 'Broken', Active: 'x' },
  ],
  workTypes: [
    { 'Work type': 'On-site', Multiplier: 1, Billable: true },
    { 'Work type': 'Emergency', Multiplier: 2, Billable: true },
    { 'Work type': 'Odd', Multiplier: 'many', Billable: true },
  ],
  today: '2026-11-23',
};

it('a plain row of work is read just as one that is looked at cell by cell', () => {
  // A blank that is typed into Start has each row read the long way.
  const read = (rows: readonly Row[], start: Cell) =>
    ledgerOf({
      ...firm,
      time: rows.map(each => ({ ...each, Start: start })),
    });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), rows => {
      const [plain, long] = [read(rows, ''), read(rows, ' ')];
      expect(plain.entries).toEqual(long.entries);
      expect(plain.issues).toEqual(long.issues);
      expect(plain.broken).toEqual(long.broken);
      expect([...plain.clients]).toEqual([...long.clients]);
    }),
    { numRuns: 500 },
  );
});

it('work that is read in passing is what stands in a list of it, with its issues, its figures and its stamp', () => {
  const slips = fc.record({
    Date: one([
      dateCell('2026-11-03'),
      dateCell('2026-11-03'),
      dateCell('2025-01-10'),
      dateCell('2016-11-03'),
    ]),
    Client: one(['Acme', 'Beta', 'acme ', 'Zeta']),
    Hours: one([1, 13, 0.25, 400_000, 600_000, '2:00']),
    Who: one(['', 'Ann', ' ann', 'Bob']),
    'What was done': one(['', 'Printer', 'printer ', '#N/A']),
    'Work type': one(['', '', 'On-site', 'Odd']),
    Charged: one(['', '', '', 13]),
  });
  const rows = fc.array(fc.oneof(row, slips), { maxLength: 14 });
  fc.assert(
    fc.property(rows, time => {
      const blocks = [{ Date: dateCell('2026-10-01'), Client: 'Acme', Hours: 10 }];
      const source = () => ({ tabs: tabsOf({ ...firm, blocks, time }), clockToday: day('2026-11-23') });
      const [whole, passing] = [readLedger(source()), readInPassing(source())];
      const { workDigest, entries, ...rest } = passing;
      expect([...entries]).toEqual(whole.entries);
      expect({ ...rest, entries: whole.entries }).toEqual(whole);
      expect(settleFigures(passing, {})).toEqual(settleFigures(whole, {}));
      expect(workDigest).toMatch(/^[0-9a-f]{16}$/);
      expect(stampOf(passing)).toEqual(stampOf(whole));
    }),
    { numRuns: 200 },
  );
});
