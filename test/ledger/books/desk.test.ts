import { describe, expect, it } from 'vitest';
import { lateMemo } from '../../../src/ledger/books/journals';
import type { Month } from '../../../src/ledger/units/month';
import { type Book, balance, block, ledgerOf, type Row, work } from '../builders';
import { desk, journalsOf, totals } from './journal-of';

const discount: Row = { Block: 'B-0001', 'Discount / h': 10 };
const paid: Row = { ...discount, 'Paid on': '2026-01-01' };
const twenty = block(20, paid);

describe('20 h at $10 off over three months', () => {
  const book: Book = {
    blocks: [twenty],
    time: [work('2026-01-15', 6.5), work('2026-02-03', 5), work('2026-03-31', 8.5)],
  };

  it('books the money in January, and what was worked in each month', () => {
    expect(desk(book, '2026-01')).toEqual(
      ['Cr 2400 1800 B-0001', 'Cr 4000 585 B-0001', 'Dr 1000 1800 B-0001', 'Dr 2400 585 B-0001'].sort(),
    );
    expect(desk(book, '2026-02')).toEqual(['Cr 4000 450 B-0001', 'Dr 2400 450 B-0001']);
    expect(desk(book, '2026-03')).toEqual(['Cr 4000 765 B-0001', 'Dr 2400 765 B-0001']);
    expect(desk(book, '2026-04')).toEqual([]);
  });
});

describe('a block paid late', () => {
  const blocks = [block(20, { ...discount, 'Paid on': '2026-03-05' })];
  const time = [work('2026-02-10', 2)];

  it('is a receivable from its date until it is paid', () => {
    expect(desk({ blocks, time }, '2026-01')).toEqual(['Cr 2400 1800 B-0001', 'Dr 1100 1800 B-0001']);
    expect(desk({ blocks, time }, '2026-03')).toEqual(['Cr 1100 1800 B-0001', 'Dr 1000 1800 B-0001']);
  });

  it('with wait is not in the books before it is paid; the hours that waited are earned then', () => {
    const book = { blocks, time, settings: { 'Unpaid blocks': 'wait' } };
    expect(desk(book, '2026-01')).toEqual([]);
    expect(desk(book, '2026-02')).toEqual([]);
    expect(desk(book, '2026-03')).toEqual(
      ['Cr 2400 1800 B-0001', 'Cr 4000 180 B-0001', 'Dr 1000 1800 B-0001', 'Dr 2400 180 B-0001'].sort(),
    );
  });

  it('paid before its date is sold, and taxed, on the day of the payment', () => {
    const early = [block(20, { ...discount, Date: '2026-02-01', 'Paid on': '2026-01-30' })];
    const book = { blocks: early, settings: { 'Tax (%)': 0.19 } };
    expect(desk(book, '2026-01')).toEqual([
      'Cr 2200 342 B-0001',
      'Cr 2400 1800 B-0001',
      'Dr 1000 2142 B-0001',
    ]);
    expect(desk(book, '2026-02')).toEqual([]);
  });
});

describe('a refund', () => {
  const refund = (price: Row[string], more: Row = {}): Row => ({
    Block: 'B-0002',
    Date: '2026-02-01',
    Client: 'Acme',
    Hours: -10,
    Kind: 'Refund',
    Price: price,
    ...more,
  });

  it('of the value drawn moves deferred revenue to the bank and nothing else', () => {
    for (const price of [-900, ''])
      expect(desk({ blocks: [twenty, refund(price)] }, '2026-02')).toEqual([
        'Cr 1000 900 B-0002',
        'Dr 2400 900 B-0001',
      ]);
  });

  it('below the value drawn leaves revenue, above it costs', () => {
    expect(desk({ blocks: [twenty, refund(-700)] }, '2026-02')).toEqual([
      'Cr 1000 700 B-0002',
      'Cr 4030 200 B-0002',
      'Dr 2400 900 B-0001',
    ]);
    expect(desk({ blocks: [twenty, refund(-1000)] }, '2026-02')).toEqual([
      'Cr 1000 1000 B-0002',
      'Dr 2400 900 B-0001',
      'Dr 4030 100 B-0002',
    ]);
  });

  it('takes back what is unpaid first, and the rest in cash', () => {
    const unpaid = block(20, discount);
    expect(desk({ blocks: [unpaid, refund(-900)] }, '2026-02')).toEqual([
      'Cr 1100 900 B-0001',
      'Dr 2400 900 B-0001',
    ]);
    const used = { blocks: [unpaid, refund(-1900)], time: [work('2026-01-10', 5)] };
    expect(desk(used, '2026-02')).toEqual([
      'Cr 1000 100 B-0002',
      'Cr 1100 1800 B-0001',
      'Dr 2400 900 B-0001',
      'Dr 4030 1000 B-0002',
    ]);
    const later = { blocks: [block(20, { ...discount, 'Paid on': '2026-03-01' }), refund(-900)] };
    expect(desk(later, '2026-03')).toEqual(['Cr 1100 900 B-0001', 'Dr 1000 900 B-0001']);
  });

  it('that is paid later is owed to the client until then', () => {
    const book = { blocks: [twenty, refund(-900, { 'Paid on': '2026-03-02' })] };
    expect(desk(book, '2026-02')).toEqual(['Cr 1100 900 B-0002', 'Dr 2400 900 B-0001']);
    expect(desk(book, '2026-03')).toEqual(['Cr 1000 900 B-0002', 'Dr 1100 900 B-0002']);
  });

  it('against one block by Reference takes the value of that block', () => {
    const dear = block(10, { Block: 'B-0003', Price: 1500, 'Paid on': '2026-01-01' });
    const book = { blocks: [twenty, refund('', { Hours: -2, Reference: 'B-0003' }), dear] };
    expect(desk(book, '2026-02')).toEqual(['Cr 1000 300 B-0002', 'Dr 2400 300 B-0003']);
  });

  it('gives back the tax of the block it comes from, whatever the rate of today is', () => {
    const sold = { ...twenty, Tax: 342 };
    for (const rate of [0.19, 0.2, 0])
      expect(desk({ blocks: [sold, refund(-900)], settings: { 'Tax (%)': rate } }, '2026-02')).toEqual([
        'Cr 1000 1071 B-0002',
        'Dr 2200 171 B-0002',
        'Dr 2400 900 B-0001',
      ]);
  });

  it('of two blocks gives back the tax of each for what was drawn from it', () => {
    const untaxed = block(20, { Block: 'B-0003', Price: 1800, Tax: 0, 'Paid on': '2026-01-01' });
    const both = refund('', { Hours: -30 });
    expect(desk({ blocks: [{ ...twenty, Tax: 342 }, untaxed, both] }, '2026-02')).toEqual([
      'Cr 1000 3042 B-0002',
      'Dr 2200 342 B-0002',
      'Dr 2400 1800 B-0001',
      'Dr 2400 900 B-0003',
    ]);
  });

  it('of two taxed blocks gives back of the second only what was drawn from it', () => {
    const second = block(20, { Block: 'B-0003', Price: 1800, Tax: 126, 'Paid on': '2026-01-01' });
    const both = refund('', { Hours: -30 });
    expect(desk({ blocks: [{ ...twenty, Tax: 342 }, second, both] }, '2026-02')).toEqual([
      'Cr 1000 3105 B-0002',
      'Dr 2200 405 B-0002',
      'Dr 2400 1800 B-0001',
      'Dr 2400 900 B-0003',
    ]);
  });

  it('in three parts gives back all of the tax, to the cent', () => {
    const odd = block(3, { Block: 'B-0001', Price: 100, Tax: 10, 'Paid on': '2026-01-01' });
    const parts = [2, 3, 4].map(number => refund('', { Block: `B-000${number}`, Hours: -1 }));
    expect(totals(journalsOf(ledgerOf({ blocks: [odd, ...parts] }), '2026-02'))).toEqual({});
  });

  it('without hours is an allowance on the block that it names, with its tax', () => {
    const sold = { ...twenty, Tax: 342 };
    const allowance = refund(-90, { Hours: '', Reference: 'B-0001' });
    expect(desk({ blocks: [sold, allowance] }, '2026-02')).toEqual([
      'Cr 1000 107.1 B-0002',
      'Dr 2200 17.1 B-0002',
      'Dr 4030 90 B-0002',
    ]);
    const unpaid = block(20, { ...discount, Tax: 342 });
    expect(desk({ blocks: [unpaid, allowance] }, '2026-02')).toEqual([
      'Cr 1100 107.1 B-0001',
      'Dr 2200 17.1 B-0002',
      'Dr 4030 90 B-0002',
    ]);
  });

  it('gives its tax back too', () => {
    const book = { blocks: [twenty, refund(-900)], settings: { 'Tax (%)': 0.19 } };
    expect(desk(book, '2026-02')).toEqual([
      'Cr 1000 1071 B-0002',
      'Dr 2200 171 B-0002',
      'Dr 2400 900 B-0001',
    ]);
  });
});

describe('payments in parts', () => {
  const payment = (date: string, price: number): Row => ({
    Date: date,
    Client: 'Acme',
    Kind: 'Payment',
    Price: price,
    Reference: 'B-0001',
    Hours: '',
  });
  const sold = block(10, { Block: 'B-0001', Tax: 190 });
  const parts = [payment('2026-02-05', 500), payment('2026-03-05', 690)];

  it('stand in the bank on their days, and what is left of the price in receivables', () => {
    expect(desk({ blocks: [sold, ...parts] }, '2026-02')).toEqual([
      'Cr 1100 500 B-0001',
      'Dr 1000 500 B-0001',
    ]);
    expect(totals(journalsOf(ledgerOf({ blocks: [sold, ...parts] }), '2026-02'))[1100]).toBe(69_000);
    expect(totals(journalsOf(ledgerOf({ blocks: [sold, ...parts] }), '2026-03'))[1100]).toBeUndefined();
  });

  it('have the rest paid on the day of Paid on', () => {
    const rest = [{ ...sold, 'Paid on': '2026-03-09' }, parts[0] as Row];
    expect(desk({ blocks: rest }, '2026-03')).toEqual(['Cr 1100 690 B-0001', 'Dr 1000 690 B-0001']);
  });

  it('before the sale bring it, and its tax, into the books', () => {
    const early = [{ ...sold, Date: '2026-03-01' }, parts[0] as Row];
    expect(desk({ blocks: early }, '2026-02')).toEqual([
      'Cr 2200 190 B-0001',
      'Cr 2400 1000 B-0001',
      'Dr 1000 500 B-0001',
      'Dr 1100 690 B-0001',
    ]);
    expect(desk({ blocks: early }, '2026-03')).toEqual([]);
  });

  it('with wait make a block usable on the day on which it is paid in full', () => {
    const book = { blocks: [sold, ...parts], settings: { 'Unpaid blocks': 'wait' } };
    expect(balance(book, '2026-03-04')).toBe(0);
    expect(balance(book, '2026-03-05')).toBe(10);
    expect(desk(book, '2026-01')).toEqual([]);
    expect(desk(book, '2026-02')).toContain('Dr 1100 690 B-0001');
  });

  it('too much are owed to the client', () => {
    const more = [sold, ...parts, payment('2026-03-06', 10)];
    expect(totals(journalsOf(ledgerOf({ blocks: more }), '2026-03'))).toMatchObject({
      1000: 120_000,
      1100: -1000,
    });
  });
});

it('overage taken from the next block is earned in the month of that block', () => {
  const book = {
    blocks: [
      block(2, paid),
      block(10, { ...paid, Block: 'B-0002', Date: '2026-02-03', 'Paid on': '2026-02-03' }),
    ],
    time: [work('2026-01-30', 5)],
  };
  expect(desk(book, '2026-01')).toEqual(
    ['Cr 2400 180 B-0001', 'Cr 4000 180 B-0001', 'Dr 1000 180 B-0001', 'Dr 2400 180 B-0001'].sort(),
  );
  expect(desk(book, '2026-02')).toEqual(
    ['Cr 2400 900 B-0002', 'Cr 4000 270 B-0002', 'Dr 1000 900 B-0002', 'Dr 2400 270 B-0002'].sort(),
  );
});

it('overage that is invoiced is earned on the date of its invoice; hours above it stay deferred', () => {
  const invoice = block(4, { Block: 'B-0002', Date: '2026-02-01', Kind: 'Overage invoice' });
  const book = {
    blocks: [block(2, paid), invoice],
    time: [work('2026-01-30', 5)],
    settings: { Overage: 'invoice' },
  };
  expect(desk(book, '2026-02')).toEqual(['Cr 2400 100 B-0002', 'Cr 4010 300 B-0002', 'Dr 1100 400 B-0002']);
});

describe('an expired block', () => {
  const expiring = (more: Row) => ({
    blocks: [block(20, { ...discount, Expires: '2026-02-28', ...more })],
    time: [work('2026-01-15', 5)],
  });
  const breakage = { 'Expired hours': 'breakage' };
  /** By Reference, after the hours have expired. */
  const takesFive = (Kind: string): Row => ({
    Block: 'B-0002',
    Date: '2026-03-10',
    Client: 'Acme',
    Hours: -5,
    Kind,
    Reference: 'B-0001',
    Note: 'Worked after all',
  });

  it('stays deferred with keep', () => {
    expect(desk(expiring({ 'Paid on': '2026-01-01' }), '2026-03')).toEqual([]);
  });

  it('with breakage becomes revenue on the day after', () => {
    const book = { ...expiring({ 'Paid on': '2026-01-01' }), settings: breakage };
    expect(desk(book, '2026-02')).toEqual([]);
    expect(desk(book, '2026-03')).toEqual(['Cr 4020 1350 B-0001', 'Dr 2400 1350 B-0001']);
  });

  it('with breakage gives its receivable back where it is unpaid; what was worked is still owed', () => {
    const book = { ...expiring({}), settings: breakage };
    expect(desk(book, '2026-03')).toEqual(['Cr 1100 1350 B-0001', 'Dr 2400 1350 B-0001']);
    expect(totals(journalsOf(ledgerOf(book), '2026-03'))).toEqual({ 1100: 45_000, 4000: -45_000 });
  });

  it('paid after all, becomes revenue then', () => {
    const book = { ...expiring({ 'Paid on': '2026-04-02' }), settings: breakage };
    expect(desk(book, '2026-04')).toEqual([
      'Cr 1100 450 B-0001',
      'Cr 4020 1350 B-0001',
      'Dr 1000 1800 B-0001',
    ]);
    expect(totals(journalsOf(ledgerOf(book), '2026-04'))).toEqual({
      1000: 180_000,
      4000: -45_000,
      4020: -135_000,
    });
  });

  it('unpaid, refunded by Reference and paid after all, leaves nothing owed', () => {
    const { blocks, time } = expiring({ 'Paid on': '2026-04-02' });
    const book = { blocks: [...blocks, takesFive('Refund')], time, settings: breakage };
    expect(totals(journalsOf(ledgerOf(book), '2026-04'))).toEqual({
      1000: 135_000,
      4000: -45_000,
      4020: -90_000,
    });
  });

  it('unpaid, drawn by a correction and paid after all, owes the tax of what was drawn again', () => {
    const { blocks, time } = expiring({ 'Paid on': '2026-04-02', Tax: 180 });
    const book = { blocks: [...blocks, takesFive('Correction')], time, settings: breakage };
    expect(totals(journalsOf(ledgerOf(book), '2026-03'))).toEqual({
      1100: 99_000,
      2200: -9_000,
      4000: -90_000,
    });
    expect(totals(journalsOf(ledgerOf(book), '2026-04'))).toEqual({
      1000: 198_000,
      2200: -18_000,
      4000: -90_000,
      4020: -90_000,
    });
  });

  it('refunded all the same gives back what had become revenue', () => {
    const { blocks, time } = expiring({ 'Paid on': '2026-01-01' });
    expect(desk({ blocks: [...blocks, takesFive('Refund')], time, settings: breakage }, '2026-03')).toEqual([
      'Cr 1000 450 B-0002',
      'Cr 4020 1350 B-0001',
      'Dr 2400 1350 B-0001',
      'Dr 4020 450 B-0001',
    ]);
  });
});

describe('a late entry in a closed month', () => {
  const early: Book = { blocks: [twenty], time: [work('2026-01-15', 6.5), work('2026-02-10', 1)] };
  const frozen = new Map([...journalsOf(ledgerOf(early), '2026-01')]);
  const late = { ...early, time: [...(early.time ?? []), work('2026-01-20', 1.5)] };

  it('leaves the closed month and stands in the first open one', () => {
    expect(desk(late, '2026-01', '2026-02', frozen)).toEqual(desk(early, '2026-01'));
    const february = journalsOf(ledgerOf(late), '2026-02', frozen).get('2026-02' as Month) ?? [];
    expect(february.map(({ code, amount, memo }) => [code, amount, memo === lateMemo])).toEqual([
      ['2400', 13_500, true],
      ['4000', -13_500, true],
      ['2400', 9000, false],
      ['4000', -9000, false],
    ]);
  });

  it('adds up to the same year', () => {
    expect(totals(journalsOf(ledgerOf(late), '2026-12', frozen))).toEqual(
      totals(journalsOf(ledgerOf(late), '2026-12')),
    );
  });
});

it('counts yen whole and dinars in thousandths', () => {
  const yen = block(3, { Price: 10_000, Currency: 'JPY', 'Paid on': '2026-01-01', Block: 'B-0001' });
  const dinar = block(3, {
    Price: 10,
    Currency: 'KWD',
    'Paid on': '2026-01-01',
    Block: 'B-0002',
    Client: 'Bolt',
  });
  const time = [work('2026-01-02', 1), work('2026-01-02', 1, { Client: 'Bolt' })];
  expect(
    desk({ clients: [{ Client: 'Acme' }, { Client: 'Bolt' }], blocks: [yen, dinar], time }, '2026-01'),
  ).toEqual(
    [
      'Dr 1000 10000 JPY B-0001',
      'Cr 2400 10000 JPY B-0001',
      'Dr 2400 3333 JPY B-0001',
      'Cr 4000 3333 JPY B-0001',
      'Dr 1000 10 KWD B-0002 Bolt',
      'Cr 2400 10 KWD B-0002 Bolt',
      'Dr 2400 3.333 KWD B-0002 Bolt',
      'Cr 4000 3.333 KWD B-0002 Bolt',
    ].sort(),
  );
});

describe('19 % tax', () => {
  const settings = { 'Tax (%)': 0.19 };

  it('goes to tax payable and onto what is owed and paid; value and revenue stay net', () => {
    const book = { blocks: [block(20, { ...discount, 'Paid on': '2026-02-01' })], settings };
    expect(desk(book, '2026-01')).toEqual([
      'Cr 2200 342 B-0001',
      'Cr 2400 1800 B-0001',
      'Dr 1100 2142 B-0001',
    ]);
    expect(desk(book, '2026-02')).toEqual(['Cr 1100 2142 B-0001', 'Dr 1000 2142 B-0001']);
  });

  it('as typed in Tax holds, and the client’s share otherwise', () => {
    const blocks = [block(20, { ...paid, Tax: 100 })];
    expect(desk({ blocks, settings }, '2026-01')).toEqual([
      'Cr 2200 100 B-0001',
      'Cr 2400 1800 B-0001',
      'Dr 1000 1900 B-0001',
    ]);
    const clients = [{ Client: 'Acme', 'Tax (%)': 0 }];
    expect(desk({ clients, blocks: [twenty], settings }, '2026-01')).toEqual([
      'Cr 2400 1800 B-0001',
      'Dr 1000 1800 B-0001',
    ]);
  });
});

describe('a block that is never paid', () => {
  const writeOff = (price: Row[string], hours = -15): Row => ({
    Block: 'B-0002',
    Date: '2026-03-01',
    Client: 'Acme',
    Hours: hours,
    Kind: 'Write-off',
    Price: price,
    Reference: 'B-0001',
  });
  const time = [work('2026-01-15', 5)];

  it('is written off: the unused hours leave, the used part is a bad debt', () => {
    for (const price of [-1800, ''])
      expect(desk({ blocks: [block(20, discount), writeOff(price)], time }, '2026-03')).toEqual([
        'Cr 1100 1800 B-0001',
        'Dr 2400 1350 B-0001',
        'Dr 6900 450 B-0002',
      ]);
  });

  it('takes its tax back', () => {
    const book = { blocks: [block(20, discount), writeOff('')], time, settings: { 'Tax (%)': 0.19 } };
    expect(desk(book, '2026-03')).toEqual([
      'Cr 1100 2142 B-0001',
      'Dr 2200 342 B-0002',
      'Dr 2400 1350 B-0001',
      'Dr 6900 450 B-0002',
    ]);
  });

  it('that is used up is written off without hours', () => {
    const all = [work('2026-01-15', 20)];
    const book = { blocks: [block(20, discount), writeOff('', 0)], time: all };
    expect(desk(book, '2026-03')).toEqual(['Cr 1100 1800 B-0001', 'Dr 6900 1800 B-0002']);
  });

  it('takes back as much tax as is typed; what cannot be claimed is lost too', () => {
    const sold = block(20, { ...discount, Tax: 342 });
    const all = [work('2026-01-15', 20)];
    expect(desk({ blocks: [sold, { ...writeOff('', 0), Tax: 0 }], time: all }, '2026-03')).toEqual([
      'Cr 1100 2142 B-0001',
      'Dr 6900 2142 B-0002',
    ]);
  });

  it('paid after all is no loss any more, and its tax is owed again', () => {
    const sold = block(20, { ...discount, Tax: 342, 'Paid on': '2026-04-10' });
    const book = { blocks: [sold, writeOff('', 0)], time: [work('2026-01-15', 20)] };
    expect(desk(book, '2026-03')).toEqual([
      'Cr 1100 2142 B-0001',
      'Dr 2200 342 B-0002',
      'Dr 6900 1800 B-0002',
    ]);
    expect(desk(book, '2026-04')).toEqual([
      'Cr 2200 342 B-0001',
      'Cr 6900 1800 B-0001',
      'Dr 1000 2142 B-0001',
    ]);
    const part = { Date: '2026-04-10', Client: 'Acme', Kind: 'Payment', Price: 300, Reference: 'B-0001' };
    const parts = { blocks: [block(20, discount), writeOff('', 0), part], time: [work('2026-01-15', 20)] };
    expect(desk(parts, '2026-04')).toEqual(['Cr 6900 300 B-0001', 'Dr 1000 300 B-0001']);
  });

  it('but only what is unpaid is lost: the rest was paid for and is earned', () => {
    const whole = { blocks: [twenty, writeOff('')], time };
    expect(desk(whole, '2026-03')).toEqual(['Cr 4000 1350 B-0002', 'Dr 2400 1350 B-0001']);
    const half = { Date: '2026-02-10', Client: 'Acme', Kind: 'Payment', Price: 1000, Reference: 'B-0001' };
    expect(desk({ blocks: [block(20, discount), writeOff(-5000), half], time }, '2026-03')).toEqual([
      'Cr 1100 800 B-0001',
      'Cr 4000 550 B-0002',
      'Dr 2400 1350 B-0001',
    ]);
  });

  it('with wait never stands in the books', () => {
    const book = { blocks: [block(20, discount), writeOff('')], time, settings: { 'Unpaid blocks': 'wait' } };
    expect(totals(journalsOf(ledgerOf(book), '2026-12'))).toEqual({});
  });
});

describe('rows that are no sale', () => {
  const clients = [{ Client: 'Acme' }, { Client: 'Bolt' }];
  const out = {
    Block: 'B-0002',
    Date: '2026-02-01',
    Client: 'Acme',
    Hours: -5,
    Kind: 'Transfer',
    Reference: 'T1',
    Price: -450,
  };
  const into = {
    Block: 'B-0003',
    Date: '2026-02-01',
    Client: 'Bolt',
    Hours: 5,
    Kind: 'Transfer',
    Reference: 'T1',
  };

  it('a transfer moves value from client to client', () => {
    const journals = journalsOf(ledgerOf({ clients, blocks: [twenty, out, into] }), '2026-02');
    expect(totals(journals)).toEqual({ 1000: 180_000, 2400: -180_000 });
    expect(desk({ clients, blocks: [twenty, out, into] }, '2026-02')).toEqual([
      'Cr 2400 450 B-0003 Bolt',
      'Dr 2400 450 B-0001',
    ]);
  });

  it('a transfer whose other row comes in the next month is under way until then', () => {
    const blocks = [twenty, out, { ...into, Date: '2026-03-02' }];
    expect(desk({ clients, blocks }, '2026-02')).toEqual(['Cr 2400 450 B-0002', 'Dr 2400 450 B-0001']);
    expect(desk({ clients, blocks }, '2026-03')).toEqual(['Cr 2400 450 B-0003 Bolt', 'Dr 2400 450 B-0002']);
  });

  it('a transfer of more than its hours were worth costs the difference, and no more', () => {
    const more = [twenty, { ...out, Price: -500 }, { ...into, Price: 500 }];
    expect(desk({ clients, blocks: more }, '2026-02')).toEqual([
      'Cr 2400 500 B-0003 Bolt',
      'Dr 2400 450 B-0001',
      'Dr 4030 50 B-0002',
    ]);
  });

  it('a transfer whose value a late entry changes leaves a difference and keeps its price', () => {
    const dear = block(10, { Block: 'B-0004', Price: 1500, 'Paid on': '2026-01-01', Expires: '2026-12-31' });
    const blocks = [dear, twenty, { ...out, Price: -750 }, { ...into, Price: 750 }];
    expect(totals(journalsOf(ledgerOf({ clients, blocks }), '2026-12'))[4030]).toBeUndefined();
    const time = [work('2026-01-31', 8)];
    expect(totals(journalsOf(ledgerOf({ clients, blocks, time }), '2026-12'))).toEqual({
      1000: 330_000,
      2400: -(330_000 - 120_000 - 57_000 + 75_000),
      4000: -120_000,
      4030: 75_000 - 57_000,
    });
  });

  it('an opening balance stands against Opening balances, never the bank', () => {
    const blocks = [block(10, { Block: 'B-0001', Kind: 'Opening', Price: 800 })];
    expect(desk({ blocks, time: [work('2026-01-02', 5)] }, '2026-01')).toEqual([
      'Cr 2400 800 B-0001',
      'Cr 4000 400 B-0001',
      'Dr 2400 400 B-0001',
      'Dr 3900 800 B-0001',
    ]);
  });

  it('an overdraft brought forward was earned before this workbook: only the difference is earned here', () => {
    const overdraft = block(-5, { Block: 'B-0001', Kind: 'Opening', Price: -400 });
    expect(desk({ blocks: [overdraft] }, '2026-01')).toEqual(['Cr 3900 400 B-0001', 'Dr 2400 400 B-0001']);
    const next = block(20, { ...paid, Block: 'B-0002', Date: '2026-02-01', 'Paid on': '2026-02-01' });
    expect(desk({ blocks: [overdraft, next] }, '2026-02')).toEqual([
      'Cr 2400 1800 B-0002',
      'Cr 2400 400 B-0001',
      'Cr 4000 450 B-0002',
      'Dr 1000 1800 B-0002',
      'Dr 2400 450 B-0002',
      'Dr 4000 400 B-0001',
    ]);
  });

  it('goodwill books nothing; a correction moves revenue back, or earns it', () => {
    const goodwill = block(2, { Block: 'B-0005', Kind: 'Goodwill', Note: 'sorry' });
    expect(desk({ blocks: [goodwill], time: [work('2026-01-02', 1)] }, '2026-01')).toEqual([]);
    const back = block(2, {
      Block: 'B-0006',
      Kind: 'Correction',
      Price: 180,
      Note: 'typed twice',
      Date: '2026-02-01',
    });
    expect(desk({ blocks: [back] }, '2026-02')).toEqual(['Cr 2400 180 B-0006', 'Dr 4000 180 B-0006']);
    const minus = {
      Block: 'B-0007',
      Date: '2026-02-01',
      Client: 'Acme',
      Hours: -2,
      Kind: 'Correction',
      Note: 'forgotten',
    };
    expect(desk({ blocks: [twenty, minus] }, '2026-02')).toEqual([
      'Cr 4000 180 B-0001',
      'Dr 2400 180 B-0001',
    ]);
  });
});

describe('the cash side', () => {
  const book = (side: string): Book => ({
    blocks: [block(20, { ...discount, 'Paid on': '2026-02-01' })],
    time: [work('2026-01-15', 6.5)],
    settings: { 'Cash side': side, 'Tax (%)': 0.1 },
  });

  it('as a clearing account takes the place of bank and receivables', () => {
    expect(desk(book('clearing account'), '2026-01')).toEqual([
      'Cr 2200 180 B-0001',
      'Cr 2400 1800 B-0001',
      'Cr 4000 585 B-0001',
      'Dr 1090 1980 B-0001',
      'Dr 2400 585 B-0001',
    ]);
    expect(desk(book('clearing account'), '2026-02')).toEqual([]);
  });

  it('none moves only deferred and revenue, for the invoice has booked revenue already', () => {
    expect(desk(book('none'), '2026-01')).toEqual([
      'Cr 2400 1800 B-0001',
      'Cr 4000 585 B-0001',
      'Dr 2400 585 B-0001',
      'Dr 4000 1800 B-0001',
    ]);
    expect(desk(book('none'), '2026-02')).toEqual([]);
  });
});

it('accounts carry the codes and names of Settings', () => {
  const settings = { 'Account: Deferred revenue': 'L-24  Prepaid hours', 'Account: Bank': 'Bank' };
  const [first] =
    journalsOf(ledgerOf({ blocks: [twenty], settings }), '2026-01').get('2026-01' as Month) ?? [];
  expect(first).toMatchObject({ code: '1000', account: 'Bank' });
  expect(desk({ blocks: [twenty], settings }, '2026-01')).toEqual([
    'Cr L-24 1800 B-0001',
    'Dr 1000 1800 B-0001',
  ]);
});
