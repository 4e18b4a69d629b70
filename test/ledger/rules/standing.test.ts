import { describe, expect, it } from 'vitest';
import { newestPurchase, standingOf } from '../../../src/ledger/rules/standing';
import { type Book, block, day, h, ledgerOf, type Row, settledIn, work } from '../builders';

const standing = (book: Book, asOf?: string) => {
  const ledger = ledgerOf(book);
  return standingOf(settledIn(ledger, 'Acme', asOf), ledger.settings);
};
/** The level after so many hours of work. */
const after = (worked: number, bought: number, terms: Row = {}, more: readonly Row[] = []) =>
  standing({
    clients: [{ Client: 'Acme', ...terms }],
    blocks: [block(bought), ...more],
    time: worked > 0 ? [work('2026-02-01', worked)] : [],
  }).level;

describe('low', () => {
  it('is at so many hours left, and not a second above', () => {
    const terms = { 'Warn at (h)': 5, 'Warn at (%)': 0 };
    expect(after(14.99, 20, terms)).toBeUndefined();
    expect(after(15, 20, terms)).toBe('low');
  });

  it('counts the hours only up to half of the newest purchase', () => {
    const terms = { 'Warn at (h)': 5, 'Warn at (%)': 0 };
    expect(after(0, 5, terms)).toBeUndefined();
    expect(after(1.99, 4, terms)).toBeUndefined();
    expect(after(2, 4, terms)).toBe('low');
  });

  it('is at such a share of the newest purchase left', () => {
    const terms = { 'Warn at (h)': 0, 'Warn at (%)': 0.2 };
    expect(after(31.99, 40, terms)).toBeUndefined();
    expect(after(32, 40, terms)).toBe('low');
  });

  it('is at the one or the other, whichever comes first', () => {
    expect(after(32, 40)).toBe('low');
    expect(after(31, 40, { 'Warn at (h)': 10 })).toBe('low');
    expect(after(5, 10)).toBe('low');
  });

  it('is never with both thresholds at 0, but used up is', () => {
    const terms = { 'Warn at (h)': 0, 'Warn at (%)': 0 };
    expect(after(19.99, 20, terms)).toBeUndefined();
    expect(after(20, 20, terms)).toBe('used up');
  });

  it('is by the newest purchase, not by all that was ever bought', () => {
    const newest = block(10, { Date: '2026-01-20' });
    expect(after(97, 100, { 'Warn at (h)': 0, 'Warn at (%)': 0.5 }, [newest])).toBeUndefined();
    expect(after(105, 100, { 'Warn at (h)': 0, 'Warn at (%)': 0.5 }, [newest])).toBe('low');
  });

  it('is never said to a client without a purchase', () => {
    expect(standing({ blocks: [block(1, { Kind: 'Goodwill', Note: 'x' })] })).toMatchObject({
      level: undefined,
      newest: undefined,
    });
    expect(standing({})).toMatchObject({ level: undefined });
  });
});

describe('low by the recent pace', () => {
  /** 20 h of 40 are left, and 2 h are used in a week. */
  const time = ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26'].map(date => work(date, 5));
  const warned = (days: number, more: Partial<Book> = {}) =>
    standing(
      { blocks: [block(40)], time, settings: { 'Warn days before run-out': days }, ...more },
      '2026-01-31',
    );

  it('is where the hours run out within so many days, and not a day before', () => {
    // 20 h in 27 days, so that 20 h last 27 days.
    expect([warned(26).level, warned(27).level]).toEqual([undefined, 'low']);
    expect([warned(26).lowByPace, warned(27).lowByPace]).toEqual([undefined, day('2026-02-27')]);
  });

  it('is off at first, and counts only from half of the newest purchase on', () => {
    expect(warned(0).level).toBeUndefined();
    expect(standing({ blocks: [block(40)], time }, '2026-01-31').level).toBeUndefined();
    expect(warned(90, { time: time.slice(1) }).level).toBeUndefined();
  });

  it('counts hours that are sold and not usable yet, and needs a pace', () => {
    const later = block(20, { Date: '2026-01-20', Starts: '2026-02-20' });
    expect(warned(27, { blocks: [block(40), later] }).level).toBeUndefined();
    expect(warned(90, { time: [work('2026-01-30', 20)] }).level).toBeUndefined();
  });

  it('says nothing of the pace where the hours alone are low', () => {
    const low = warned(27, { time: [...time, work('2026-01-31', 15)] });
    expect([low.level, low.lowByPace]).toEqual(['low', undefined]);
  });
});

describe('hours left', () => {
  it('include sold blocks that are not usable yet: who has renewed is never nagged', () => {
    const later = block(20, { Starts: '2027-02-01' });
    expect(after(20, 20, {}, [later])).toBeUndefined();
    const unpaid = {
      settings: { 'Unpaid blocks': 'wait' },
      blocks: [block(20, { 'Paid on': '2026-01-01' }), block(20)],
      time: [work('2026-02-01', 20)],
    };
    expect(standing(unpaid)).toMatchObject({ hoursLeft: h(20), level: undefined });
  });

  it('do not include a block that is sold after today', () => {
    expect(after(20, 20, {}, [block(20, { Date: '2027-02-01' })])).toBe('used up');
  });

  it('are less the overage that waits', () => {
    expect(standing({ blocks: [block(20)], time: [work('2026-02-01', 23)] })).toMatchObject({
      hoursLeft: h(-3),
      level: 'used up',
    });
  });
});

describe('used up or expired', () => {
  const expiring = (more: Row = {}) => block(20, { Expires: '2026-06-30', ...more });

  it('is expired where an expiry took the last hours, and says how many ended unused', () => {
    expect(standing({ blocks: [expiring()], time: [work('2026-02-01', 15)] })).toMatchObject({
      level: 'expired',
      expiredUnused: h(5),
    });
  });

  it('is used up where work took the last hours, whatever expired before or after', () => {
    expect(standing({ blocks: [expiring()], time: [work('2026-02-01', 20)] }).level).toBe('used up');
    expect(standing({ blocks: [expiring(), block(4)], time: [work('2026-08-01', 4)] }).level).toBe('used up');
  });

  it('is used up where a refund took the last hours', () => {
    expect(standing({ blocks: [block(20), block(-20, { Kind: 'Refund', Date: '2026-03-01' })] }).level).toBe(
      'used up',
    );
  });

  it('stays expired when work goes on without a block', () => {
    const book = { blocks: [expiring()], time: [work('2026-07-05', 3)] };
    expect(standing(book)).toMatchObject({ level: 'expired', hoursLeft: h(-3), expiredUnused: h(20) });
  });

  it('names together what ended on the same day, and not what ended before', () => {
    const early = block(8, { Expires: '2026-03-31' });
    expect(standing({ blocks: [early, expiring(), expiring()] }).expiredUnused).toBe(h(40));
  });

  it('is neither where sold hours ended before they could be used: nobody had them', () => {
    const blocks = [block(5, { Starts: '2026-06-01', Expires: '2026-05-31' })];
    expect(standing({ blocks }).level).toBeUndefined();
  });

  it('is expired on the day after the last day, and not before', () => {
    expect(standing({ blocks: [expiring()] }, '2026-06-30').level).toBeUndefined();
    expect(standing({ blocks: [expiring()] }, '2026-07-01').level).toBe('expired');
  });
});

describe('expiring', () => {
  const ends = (asOf: string, more: Row = {}, book: Book = {}) =>
    standing({ blocks: [block(20, { Expires: '2026-06-30', ...more })], ...book }, asOf).expiring.length;

  it('is within the days before the expiry, the first and the last included', () => {
    const days = ['2026-05-30', '2026-05-31', '2026-06-30', '2026-07-01'];
    expect(days.map(each => ends(each))).toEqual([0, 1, 1, 0]);
  });

  it('is by the days of Settings, and 0 is never', () => {
    const within = (count: number) =>
      ends('2026-06-29', {}, { settings: { 'Warn before expiry (days)': count } });
    expect([0, 1, 2].map(within)).toEqual([0, 1, 1]);
    expect(ends('2026-06-30', {}, { settings: { 'Warn before expiry (days)': 0 } })).toBe(0);
  });

  it('is only once more than half of the usable days are over', () => {
    const fourWeeks = { Date: '2026-06-03' };
    expect(ends('2026-06-03', fourWeeks)).toBe(0);
    // 28 days: after 14 of them half is over, after 15 more than half.
    expect(ends('2026-06-17', fourWeeks)).toBe(0);
    expect(ends('2026-06-18', fourWeeks)).toBe(1);
    expect(ends('2026-06-17', { Date: '2026-01-01', Starts: '2026-06-10' })).toBe(0);
  });

  it('is only for hours that are left, in a block that can be used', () => {
    expect(ends('2026-06-15', {}, { time: [work('2026-02-01', 20)] })).toBe(0);
    expect(ends('2026-06-15', { Starts: '2026-06-20' })).toBe(0);
  });
});

describe('the newest purchase', () => {
  const newest = (...blocks: Row[]) => newestPurchase(ledgerOf({ blocks }).blocks, day('2026-12-31'))?.number;

  it('is the last by Date, then by number', () => {
    expect(newest(block(5, { Date: '2026-02-01' }), block(5))).toBe('B-0001');
    expect(newest(block(5, { Block: 'B-0009' }), block(5, { Block: 'B-0003' }))).toBe('B-0009');
    expect(newest(block(5, { Block: 'B-0003' }), block(5, { Block: 'B-0009' }))).toBe('B-0009');
  });

  it('is dated up to today', () => {
    expect(newest(block(5), block(5, { Date: '2027-01-01' }))).toBe('B-0001');
    expect(newest(block(5), block(5, { Date: '2026-12-31' }))).toBe('B-0002');
  });

  it.each<[string, Row, boolean]>([
    ['Opening', { Hours: 5 }, true],
    ['Transfer', { Hours: 5, Price: 400 }, true],
    ['Transfer', { Hours: -5 }, false],
    ['Opening', { Hours: -5 }, false],
    ['Goodwill', { Note: 'x' }, false],
    ['Correction', { Note: 'x' }, false],
    ['Overage invoice', {}, false],
    ['Refund', { Hours: -1 }, false],
  ])('may be a row of %s %j: %s', (kind, more, counts) => {
    const row = block(5, { Kind: kind, Date: '2026-02-01', ...more });
    expect(newest(block(5), row)).toBe(counts ? 'B-0002' : 'B-0001');
  });
});

it('is worked out once for all who ask in a run, and anew under other settings', () => {
  const ledger = ledgerOf({ clients: [{ Client: 'Acme' }], blocks: [block(20)], time: [] });
  const settled = settledIn(ledger, 'Acme');
  const first = standingOf(settled, ledger.settings);
  expect(standingOf(settled, ledger.settings)).toBe(first);
  expect(standingOf(settled, { ...ledger.settings, warnBeforeExpiry: 0 })).not.toBe(first);
  expect(standingOf(settledIn(ledger, 'Acme'), ledger.settings)).not.toBe(first);
});
