import { describe, expect, it } from 'vitest';
import { viewMonth } from '../../../src/workflows/books/month-view';
import { checkWorkbook } from '../../../src/workflows/set-up/check-workbook';
import { firmBooks, type Row, serial } from './firm-books';

const sold: Row = {
  Block: 'B-0001',
  Date: serial('2026-01-05'),
  Client: 'Acme',
  Hours: 20,
  'Discount / h': 10,
  'Paid on': serial('2026-01-06'),
};
const work = (day: string, hours: number, Client = 'Acme'): Row => ({
  Date: serial(day),
  Client,
  Hours: hours,
});

/** January is closed: 1,800.00 were paid, 585.00 are earned. */
function closedJanuary(settings: Row = {}, more: readonly Row[] = []) {
  const books = firmBooks({
    blocks: [sold],
    time: [work('2026-01-20', 6.5), work('2026-02-10', 2), ...more],
    settings: { 'Expired hours': 'keep', 'Tax (%)': 0.19, 'Cash side': 'bank and receivable', ...settings },
  });
  books.close('2026-01');
  return books;
}

describe('a month is neither written nor closed on what cannot be read', () => {
  it.each<[string, (books: ReturnType<typeof closedJanuary>) => void, string]>([
    [
      'hours with a letter in them',
      books => books.type('Blocks', 2, 'Hours', '1O'),
      'Blocks row 2: Hours "1O" cannot be read.',
    ],
    [
      'a payment whose day cannot be read',
      books => books.type('Blocks', 2, 'Paid on', '6th of Jan'),
      'Blocks row 2: Paid on "6th of Jan" cannot be read.',
    ],
    [
      'a column that was renamed',
      books => books.type('Blocks', 1, 'Paid on', 'Paid'),
      'The column "Paid on" was here and is gone.',
    ],
    [
      'a block that is nobody’s',
      books => books.type('Blocks', 2, 'Client', ''),
      'Blocks row 2: Client is blank. Choose the client.',
    ],
  ])('for %s, and says what it would take back', (_, edit, message) => {
    const books = closedJanuary();
    const journal = books.rowsOf('Journal');
    edit(books);
    for (const run of [books.monthEnd, books.close]) {
      expect(() => run('2026-02')).toThrow('Feb 2026 is not written, for not everything can be read.');
      expect(() => run('2026-02')).toThrow(message);
      expect(() => run('2026-02')).toThrow('$2,142.00 would be taken back.');
    }
    expect(books.rowsOf('Journal')).toEqual(journal);
    expect(books.rowsOf('Closed months')).toHaveLength(1);
    const view = viewMonth(books.desk, '2026-02');
    expect([view.canClose, view.unread.length > 0]).toEqual([false, true]);
  });

  it.each([
    ['Expired hours', 'brekage'],
    ['Tax (%)', 'twenty'],
    ['Cash side', 'bank'],
  ])('for a setting that makes no sense: %s', (setting, value) => {
    const books = closedJanuary();
    const row = books.rowsOf('Settings').findIndex(({ Setting }) => Setting === setting) + 2;
    books.type('Settings', row, 'Value', value);
    expect(() => books.monthEnd('2026-02')).toThrow(
      `Settings row ${row}: ${setting} "${value}" cannot be read.`,
    );
  });

  it('for a setting of the books that is gone', () => {
    const books = closedJanuary();
    const row = books.rowsOf('Settings').findIndex(({ Setting }) => Setting === 'Cash side') + 2;
    books.type('Settings', row, 'Setting', 'Cash');
    expect(() => books.monthEnd('2026-02')).toThrow('The setting "Cash side" was here and is gone.');
  });

  it('for a tax that cannot be read, on a block or for a client', () => {
    for (const [tab, header] of [
      ['Blocks', 'Tax'],
      ['Clients', 'Tax (%)'],
    ] as const) {
      const books = closedJanuary();
      books.type(tab, 2, header, 'twenty');
      expect(() => books.close('2026-02')).toThrow(`${tab} row 2: ${header} "twenty" cannot be read.`);
    }
  });

  it('but a client of whom the books hold nothing keeps nobody from closing', () => {
    const books = closedJanuary();
    books.add('Blocks', { Date: serial('2026-02-01'), Client: 'Bolt', Hours: 'ten' });
    expect(books.close('2026-02')).toBe('Feb 2026: closed.');
  });
});

describe('the facts of a sale stay', () => {
  it('a tax of 20 % books nothing into the bank for what was sold at 19 %', () => {
    const books = closedJanuary();
    books.type(
      'Settings',
      books.rowsOf('Settings').findIndex(each => each.Setting === 'Tax (%)') + 2,
      'Value',
      0.2,
    );
    books.monthEnd('2026-02');
    expect(books.journal('2026-01')).toEqual({ 1000: 2142, 2200: -342, 2400: -1215, 4000: -585 });
    expect(books.journal('2026-02')).toEqual({ 2400: 180, 4000: -180 });
  });

  it('and so does its price, when a new rate comes', () => {
    const books = closedJanuary({ 'Normal rate': 100 });
    const row = books.rowsOf('Settings').findIndex(each => each.Setting === 'Normal rate') + 2;
    books.type('Settings', row, 'Value', 250);
    books.monthEnd('2026-02');
    expect(books.journal('2026-02')).toEqual({ 2400: 180, 4000: -180 });
  });
});

describe('closed is a date', () => {
  it('a sale typed into a month before the newest closed one stands in the first open month', () => {
    const books = closedJanuary();
    books.add('Blocks', {
      ...sold,
      Block: 'B-0002',
      Date: serial('2025-11-03'),
      'Paid on': serial('2025-11-04'),
    });
    expect(books.monthEnd('2025-11')).toContain('The month is closed');
    books.monthEnd('2026-02');
    expect(new Set(books.rowsOf('Journal').map(({ Month }) => Month))).toEqual(
      new Set(['2026-01', '2026-02']),
    );
    expect(books.journal('2026-02')).toMatchObject({ 1000: 2142, 2200: -342 });
    expect(books.close('2025-11')).toBe('Nov 2025 is closed already.');
  });

  it('the running month is booked up to today and no further', () => {
    const books = closedJanuary();
    books.add('Time', work('2026-03-09', 1));
    books.add('Blocks', { ...sold, Block: 'B-0002', 'Paid on': serial('2026-03-25') });
    expect(books.monthEnd('2026-03')).toContain('It is booked up to today.');
    expect(books.journal('2026-03')).toEqual({ 2400: 90, 4000: -90 });
  });

  it('who closed a month is the name that was typed', () => {
    expect(closedJanuary().rowsOf('Closed months')).toMatchObject([{ Month: '2026-01', 'Closed by': 'Pat' }]);
  });
});

describe('what moves a closed month is told, with its rows and what it was before', () => {
  const told = (edit: (books: ReturnType<typeof closedJanuary>) => void, more: readonly Row[] = []) => {
    const books = closedJanuary({ 'Tax (%)': 0 }, more);
    edit(books);
    books.monthEnd('2026-02');
    const [january] = books.late();
    const issues = checkWorkbook(books.desk.book, books.desk.hash, []).filter(
      ({ tab }) => tab === 'Closed months',
    );
    expect(issues).toHaveLength(1);
    expect(issues[0]?.message).toContain(`Jan 2026 is closed. ${january}`);
    return january;
  };

  it('a late entry by its hours', () => {
    expect(told(books => books.add('Time', work('2026-01-25', 1.5)))).toBe('1 entry came late: −1.5 h');
  });

  it('a price', () => {
    expect(told(books => books.type('Blocks', 2, 'Price', 1600))).toBe(
      'Acme B-0001 (Blocks row 2): Bank $1,800.00 → $1,600.00, Deferred revenue $1,215.00 → $1,080.00, Service revenue $585.00 → $520.00',
    );
  });

  it('a currency', () => {
    expect(told(books => books.type('Blocks', 2, 'Currency', 'EUR'))).toBe(
      'Acme B-0001 (Blocks row 2): Bank $1,800.00 → $0.00, Deferred revenue $1,215.00 → $0.00, Service revenue $585.00 → $0.00, ' +
        'Deferred revenue €0.00 → €1,215.00, Bank €0.00 → €1,800.00, Service revenue €0.00 → €585.00',
    );
  });

  it('the day of a payment', () => {
    expect(told(books => books.type('Blocks', 2, 'Paid on', serial('2026-02-06')))).toBe(
      'Acme B-0001 (Blocks row 2): Bank $1,800.00 → $0.00, Accounts receivable $0.00 → $1,800.00',
    );
  });

  it('a payment that is taken back', () => {
    expect(told(books => books.type('Blocks', 2, 'Paid on', ''))).toBe(
      'Acme B-0001 (Blocks row 2): Bank $1,800.00 → $0.00, Accounts receivable $0.00 → $1,800.00',
    );
  });

  it('a sale that came late', () => {
    const late = { ...sold, Block: 'B-0002', Date: serial('2026-01-08'), 'Paid on': '' };
    expect(told(books => books.add('Blocks', late))).toBe(
      'Acme B-0002 (Blocks row 3): Accounts receivable $0.00 → $1,800.00, Deferred revenue $0.00 → $1,800.00',
    );
  });

  it('a block that was deleted', () => {
    const deleted = told(books => {
      for (const header of [
        'Block',
        'Date',
        'Client',
        'Hours',
        'Discount / h',
        'Paid on',
        'Normal rate',
        'Tax',
        'Currency',
      ])
        books.type('Blocks', 2, header, '');
    });
    expect(deleted).toContain('Acme B-0001 (gone from Blocks): Bank $1,800.00 → $0.00');
  });

  it('work that was given to another client, though the sum is the same', () => {
    expect(told(books => books.type('Time', 2, 'Client', 'Bolt'))).toMatch(
      /^Work was moved: Acme 6\.5 h → 0 h, Bolt 0 h → 6\.5 h/,
    );
  });
});
