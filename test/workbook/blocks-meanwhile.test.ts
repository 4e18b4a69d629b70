/** People who move rows of Blocks while a run gives the new ones their numbers. */
import { expect, it } from 'vitest';
import type { Cell } from '../../src/ledger/sheet/cell';
import { type Book, openBook } from '../../src/workbook/open-book';
import type { CellValue } from '../../src/workbook/workbook';
import { type MemoryTab, memoryWorkbook } from './memory-workbook';
import { strictStore } from './property-store';

type Grid = CellValue[][];

const headers = ['Block', 'Date', 'Client', 'Hours', 'Normal rate', 'Currency', 'Reference'];
const sales: Grid = [
  ['B-0001', 46_300, 'Acme', 10, 100, 'USD', 'first'],
  ['', 46_301, 'Acme', 20, '', '', 'second'],
  ['B-0002', 46_302, 'Beta', 30, 90, 'EUR', 'third'],
  ['', 46_303, 'Beta', 40, '', '', 'fourth'],
];
const order: Record<string, (rows: Grid) => Grid> = {
  'a sort': rows => [...rows].reverse(),
  'a row inserted above': rows => [headers.map(() => ''), ...rows],
  'a row deleted': rows => rows.filter(row => row[6] !== 'first'),
};

/** Opens the book once for each call to Blocks, with an edit right before that call. */
function* struckBooks(edit: (rows: Grid) => Grid) {
  for (let strike = 1; ; strike++) {
    const workbook = memoryWorkbook({
      Clients: [['Client'], ['Acme'], ['Beta']],
      Blocks: [headers, ...sales.map(row => [...row])],
      Time: [['Date', 'Client', 'Hours']],
      Settings: [['Setting', 'Value']],
    });
    const tab = workbook.sheet('Blocks');
    const counter = { calls: 0 };
    strikeAt(tab, strike, counter, edit);
    const values: Record<string, string> = {};
    const book: Book = {
      workbook,
      toCell: value => value as Cell,
      now: () => ({ date: 20_754, second: 0 }) as ReturnType<Book['now']>,
      store: strictStore(values),
    };
    openBook(book);
    if (counter.calls < strike) return;
    openBook(book);
    yield { strike, rows: tab.grid.slice(1) };
  }
}

function strikeAt(tab: MemoryTab, strike: number, counter: { calls: number }, edit: (rows: Grid) => Grid) {
  const { cells, write } = tab;
  const passed = () => {
    counter.calls += 1;
    if (counter.calls !== strike) return;
    const rows = edit(tab.grid.slice(1).map(row => headers.map((_, at) => row[at] ?? '')));
    tab.grid.splice(1, tab.grid.length, ...rows);
  };
  Object.assign(tab, {
    cells: () => {
      passed();
      return cells();
    },
    write: (area: Parameters<typeof write>[0]) => {
      passed();
      return write(area);
    },
  });
}

it.each(Object.entries(order))(
  '%s while Blocks is read overwrites nobody’s number, rate or currency',
  (_, edit) => {
    let tried = 0;
    for (const { strike, rows } of struckBooks(edit)) {
      tried = strike;
      const found = new Map(rows.map(row => [String(row[6] ?? ''), row]));
      for (const [number, , , , rate, currency, reference] of sales) {
        const row = found.get(String(reference));
        if (!row) continue;
        const kept = [row[0], row[4], row[5]];
        if (number !== '')
          expect([strike, reference, ...kept]).toEqual([strike, reference, number, rate, currency]);
        else
          expect([strike, reference, String(row[0])]).toEqual([
            strike,
            reference,
            expect.stringMatching(/^B-/),
          ]);
      }
      const numbers = rows.map(row => String(row[0] ?? '')).filter(Boolean);
      expect([strike, new Set(numbers).size]).toEqual([strike, numbers.length]);
      expect(
        rows
          .filter(row => row.slice(1, 4).every(cell => cell === ''))
          .flat()
          .join(''),
      ).toBe('');
    }
    expect(tried).toBeGreaterThan(3);
  },
);
