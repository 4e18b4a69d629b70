import { expect, it } from 'vitest';
import type { Cell } from '../../src/ledger/sheet/cell';
import { type Book, openBook } from '../../src/workbook/open-book';
import type { CellValue } from '../../src/workbook/workbook';
import { memoryWorkbook } from './memory-workbook';
import { strictStore } from './property-store';

const headers = [
  'Block',
  'Date',
  'Client',
  'Hours',
  'Normal rate',
  'Discount / h',
  'Price',
  'Tax',
  'Currency',
];
type Tabs = Readonly<Record<string, readonly (readonly CellValue[])[]>>;

function bookOf(blocks: readonly (readonly CellValue[])[], settings: Tabs[string], more: Tabs = {}) {
  const workbook = memoryWorkbook({
    Clients: [['Client'], ['Acme']],
    Blocks: [headers, ...blocks],
    Time: [['Date', 'Client', 'Hours']],
    Settings: [['Setting', 'Value'], ...settings],
    ...more,
  } as never);
  const book: Book = {
    workbook,
    toCell: value => value as Cell,
    now: () => ({ date: 20_754, second: 0 }) as ReturnType<Book['now']>,
    store: strictStore({}),
  };
  const facts = (row: number) => {
    openBook(book);
    const cells = workbook.sheet('Blocks').grid[row] ?? [];
    return ['Normal rate', 'Price', 'Tax', 'Currency'].map(header => cells[headers.indexOf(header)] ?? '');
  };
  const set = (tab: string, row: number, column: number, value: CellValue) => {
    const cells = workbook.sheet(tab).grid[row];
    if (cells) cells[column] = value;
  };
  return { facts, set };
}

const vat = (share: number) => ['Tax (%)', share];

it('a sale keeps its rate, currency and tax, whoever typed its number', () => {
  for (const number of ['B-0001', '']) {
    const { facts, set } = bookOf([[number, 46_300, 'Acme', 10, '', '', '', '', '']], [vat(0.19)]);
    expect(facts(1)).toEqual([100, '', 190, 'USD']);
    set('Settings', 1, 1, 0.2);
    expect(facts(1)).toEqual([100, '', 190, 'USD']);
  }
});

it('one without tax stays without when a tax comes', () => {
  const { facts, set } = bookOf([['B-0001', 46_300, 'Acme', 10, '', '', '', '', '']], [vat(0)]);
  expect(facts(1)[2]).toBe(0);
  set('Settings', 1, 1, 0.2);
  expect(facts(1)[2]).toBe(0);
});

it('the tax that was written in goes with the price while its row is typed, at the rate it was sold at', () => {
  const { facts, set } = bookOf([['', 46_300, 'Acme', 20, '', '', '', '', '']], [vat(0.19)]);
  expect(facts(1)[2]).toBe(380);
  set('Settings', 1, 1, 0.2);
  set('Blocks', 1, 5, 10);
  expect(facts(1)[2]).toBe(342);
  set('Blocks', 1, 7, 300);
  set('Blocks', 1, 3, 10);
  expect(facts(1)[2]).toBe(300);
});

it('an old row gets what closed months booked for it, and one of an open month what holds now', () => {
  const line = (month: string, code: string, debit: CellValue, credit: CellValue, memo: string) => {
    return [month, 'USD', code, debit, credit, 'Acme', 'B-0001', memo];
  };
  const more: Tabs = {
    Journal: [
      ['Month', 'Currency', 'Code', 'Debit', 'Credit', 'Client', 'Block', 'Memo'],
      line('2026-10', '1100', 1190, '', 'Receivables'),
      line('2026-10', '2400', '', 1000, 'Sold'),
      line('2026-10', '2200', '', 190, 'Tax'),
    ],
    'Closed months': [
      ['Month', 'Closed on', 'Reopened on'],
      ['2026-10', 46_330, ''],
    ],
  };
  const blocks = [
    ['B-0001', 46_300, 'Acme', 10, '', '', '', '', ''],
    ['B-0002', 46_340, 'Acme', 10, '', '', '', '', ''],
  ];
  const { facts } = bookOf(blocks, [vat(0.2), ['Normal rate', 250]], more);
  expect(facts(1)).toEqual([250, 1000, 190, 'USD']);
  expect(facts(2)).toEqual([250, '', 500, 'USD']);
});

it('rates that cannot be read are not written in as those of the firm', () => {
  const { facts, set } = bookOf([['', 46_300, 'Acme', 10, '', '', '', '', '']], [['Tax (%)', 'twenty']]);
  expect(facts(1)).toEqual(['', '', '', '']);
  set('Settings', 1, 1, 0.2);
  expect(facts(1)).toEqual([100, '', 200, 'USD']);
});
