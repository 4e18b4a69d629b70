import { describe, expect, it } from 'vitest';
import { balance, block, h, leftIn, messages, settled, work } from '../builders';

describe('a block', () => {
  it('is usable from its Date to its Expires, both included', () => {
    const blocks = [block(10, { Expires: '2026-01-31' })];
    const on = (date: string) => leftIn({ blocks, time: [work(date, 1)] })['B-0001'];
    expect(['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map(on)).toEqual([9, 9, 9, 10]);
    expect(balance({ blocks }, '2026-01-31')).toBe(10);
    expect(balance({ blocks }, '2026-02-01')).toBe(0);
  });

  it('is not usable before its Starts', () => {
    const book = { blocks: [block(10, { Starts: '2026-02-01' })], time: [work('2026-01-15', 1)] };
    expect(balance(book, '2026-01-31')).toBe(-1);
    expect(balance(book, '2026-02-01')).toBe(9);
  });

  it('with a Starts before its Date is usable from its Date', () => {
    const blocks = [block(10, { Date: '2026-02-01', Starts: '2026-01-01' })];
    expect(balance({ blocks }, '2026-01-31')).toBe(0);
    expect(balance({ blocks }, '2026-02-01')).toBe(10);
  });

  it('keeps the hours that it had when it expired, outside the balance', () => {
    const { account } = settled({
      blocks: [block(10, { Expires: '2026-03-31' })],
      time: [work('2026-02-01', 4)],
    });
    expect([account.usable, account.opened[0]?.state, account.opened[0]?.left]).toEqual([0, 'expired', h(6)]);
  });

  it('that expires before it starts is never usable', () => {
    const blocks = [block(10, { Starts: '2026-02-01', Expires: '2026-01-31' })];
    const { account } = settled({ blocks, time: [work('2026-02-01', 1)] });
    expect([account.usable, account.notYetUsable, account.waiting.total]).toEqual([0, 0, h(1)]);
  });
});

describe('unpaid blocks', () => {
  const bought = (more = {}) => [block(10, { ...more })];

  it('are used before they are paid, by default', () => {
    expect(balance({ blocks: bought() }, '2026-01-01')).toBe(10);
  });

  it('wait for their payment where Settings says so', () => {
    const settings = { 'Unpaid blocks': 'wait' };
    const paid = { settings, blocks: bought({ 'Paid on': '2026-01-10' }), time: [work('2026-01-05', 2)] };
    expect([balance(paid, '2026-01-09'), balance(paid, '2026-01-10')]).toEqual([-2, 8]);
    expect(balance({ settings, blocks: bought() })).toBe(0);
    expect(settled({ settings, blocks: bought() }).account.notYetUsable).toBe(h(10));
  });

  it('that were paid in advance wait for their first day', () => {
    const blocks = bought({ 'Paid on': '2025-12-20', Starts: '2026-01-05' });
    const book = { settings: { 'Unpaid blocks': 'wait' }, blocks };
    expect([balance(book, '2026-01-04'), balance(book, '2026-01-05')]).toEqual([0, 10]);
  });

  it.each([
    ['a price of 0', { Price: 0 }],
    ['Goodwill', { Kind: 'Goodwill', Note: 'late' }],
    ['Opening', { Kind: 'Opening' }],
    ['a correction', { Kind: 'Correction', Note: 'slip' }],
  ])('do not wait with %s', (_, more) => {
    expect(balance({ settings: { 'Unpaid blocks': 'wait' }, blocks: bought(more) })).toBe(10);
  });
});

describe('draw order', () => {
  const left = (...blocks: Parameters<typeof block>[1][]) =>
    Object.values(leftIn({ blocks: blocks.map(more => block(10, more)), time: [work('2026-02-01', 4)] }));

  it('takes the soonest expiry first, and never-expiring blocks last', () => {
    expect(left({}, { Expires: '2026-12-30' }, { Expires: '2026-06-30' })).toEqual([10, 10, 6]);
    expect(left({}, { Expires: '2026-12-31' })).toEqual([10, 6]);
  });

  it('takes the soonest expiry first, whichever was usable first', () => {
    expect(left({}, { Date: '2026-01-15', Expires: '2026-06-30' })).toEqual([10, 6]);
    expect(left({ Expires: '2026-06-30' }, { Date: '2026-01-15' })).toEqual([6, 10]);
  });

  it('then takes the earlier Starts, where blank the Date', () => {
    expect(left({ Starts: '2026-01-03' }, { Starts: '2026-01-02' })).toEqual([10, 6]);
    expect(left({ Date: '2026-01-02' }, { Date: '2025-12-01', Starts: '2026-01-05' })).toEqual([6, 10]);
    expect(left({ Expires: '2026-12-31', Date: '2026-01-02' }, { Expires: '2026-12-31' })).toEqual([10, 6]);
  });

  it('then takes the lower block number, wherever the row stands', () => {
    expect(left({ Block: 'B-0009' }, { Block: 'B-0002' })).toEqual([10, 6]);
    expect(left({ Block: 'B-10000' }, { Block: 'B-9999' })).toEqual([10, 6]);
    expect(left({ Block: 'mine' }, { Block: 'B-0002' })).toEqual([10, 6]);
  });
});

describe('an entry', () => {
  it('draws from several blocks when the first runs out', () => {
    const blocks = [block(2), block(10), block(10)];
    expect(Object.values(leftIn({ blocks, time: [work('2026-02-01', 5)] }))).toEqual([0, 7, 10]);
  });

  it('draws by the date of the work, not by the order of typing', () => {
    const blocks = [block(2, { Expires: '2026-01-31' }), block(10, { Date: '2026-01-20' })];
    const time = [work('2026-02-05', 3), work('2026-01-10', 1)];
    const expected = { 'B-0001': 1, 'B-0002': 7 };
    expect(leftIn({ blocks, time })).toEqual(expected);
    expect(leftIn({ blocks, time: [...time].reverse() })).toEqual(expected);
  });

  it('of one day draws by Start, blank first, then by row', () => {
    const time = [
      work('2026-02-01', 1, { Start: '15:00' }),
      work('2026-02-01', 2, { Start: '9:00' }),
      work('2026-02-01', 3),
    ];
    expect(settled({ time }).entries.map(({ entry }) => entry.row)).toEqual([4, 3, 2]);
  });

  it('of a client without any block is charged all the same, as overage', () => {
    const { account } = settled({ time: [work('2026-02-01', 3)] });
    expect([account.charged, account.waiting.total]).toEqual([h(3), h(3)]);
    expect(balance({ time: [work('2026-02-01', 3)] })).toBe(-3);
  });
});

describe('as of a date', () => {
  const book = {
    blocks: [block(10), block(10, { Date: '2026-03-01' })],
    time: [work('2026-01-05', 2), work('2026-02-05', 3), work('2026-03-05', 4)],
  };

  it('only what happened up to and including that day counts', () => {
    const days = [
      '2025-12-31',
      '2026-01-01',
      '2026-01-05',
      '2026-02-04',
      '2026-02-05',
      '2026-03-01',
      '2026-03-05',
    ];
    expect(days.map(date => balance(book, date))).toEqual([0, 10, 8, 8, 5, 15, 11]);
  });

  it('is Today of Settings where nothing else is said, and later rows are named', () => {
    expect(balance({ ...book, today: '2026-02-10' })).toBe(5);
    expect(messages({ ...book, today: '2026-02-10' })).toEqual([
      'Blocks 3: Dated 1 Mar 2026, later than today (10 Feb 2026), so it does not count yet.',
      'Time 4: Dated 5 Mar 2026, later than today (10 Feb 2026), so it does not count yet.',
    ]);
  });
});
