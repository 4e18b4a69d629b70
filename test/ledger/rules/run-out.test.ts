import { describe, expect, it } from 'vitest';
import { type RunOut, runOut } from '../../../src/ledger/rules/run-out';
import { balanceOf } from '../../../src/ledger/rules/settle';
import { isoDate } from '../../../src/ledger/units/calendar-date';
import { type Book, block, type Row, settled, work } from '../builders';

/** As of 2026-03-31, over 8 weeks: from 4 February on. */
function runsOut(book: Book, weeks = 8): string {
  const client = settled(book, 'Acme', '2026-03-31');
  const end: RunOut = runOut(client.account, client.entries, balanceOf(client), client.asOf, weeks);
  return end.kind === 'date' ? isoDate(end.date) : end.kind;
}

/** 7 h in the last 56 days: an eighth of an hour a day. */
const steady: readonly Row[] = ['2025-12-01', '2026-02-04', '2026-03-01', '2026-03-31'].map((date, index) =>
  work(date, index === 0 ? 1 : index === 3 ? 3 : 2),
);

describe('the day on which a balance runs out', () => {
  it('is today and the balance at the recent pace, rounded up', () => {
    expect(runsOut({ blocks: [block(8 + 10, { Date: '2025-11-01' })], time: steady })).toBe('2026-06-19');
    expect(runsOut({ blocks: [block(8 + 10.01, { Date: '2025-11-01' })], time: steady })).toBe('2026-06-20');
  });

  it('looks back exactly so many weeks, today included', () => {
    const earlier = steady.map(row => (row.Date === '2026-02-04' ? { ...row, Date: '2026-02-03' } : row));
    expect(runsOut({ blocks: [block(18, { Date: '2025-11-01' })], time: earlier })).toBe('2026-07-21');
  });

  it('does not look back further than the first entry', () => {
    const time = [work('2026-03-12', 4), work('2026-03-20', 4), work('2026-03-31', 2)];
    expect(runsOut({ blocks: [block(20)], time })).toBe('2026-04-20');
    const free = work('2026-03-02', 1, { 'Work type': 'Under agreement' });
    expect(runsOut({ blocks: [block(20)], time: [free, ...time] })).toBe('2026-04-30');
  });

  it('ignores work after today', () => {
    const later = [...steady, work('2026-04-01', 100)];
    expect(runsOut({ blocks: [block(18, { Date: '2025-11-01' })], time: later })).toBe('2026-06-19');
  });

  it('is no later than the day on which all blocks have expired', () => {
    const until = (...expires: string[]) =>
      runsOut({ blocks: expires.map(each => block(9, { Date: '2025-11-01', Expires: each })), time: steady });
    expect(until('2026-05-31', '2026-04-30')).toBe('2026-06-01');
    expect(until('2026-05-31', '')).toBe('2026-06-19');
    const emptied = [
      block(8, { Date: '2025-11-01', Expires: '2026-09-30' }),
      block(-8, { Date: '2025-11-01', Kind: 'Refund', Reference: 'B-0001' }),
    ];
    const left = block(18, { Date: '2025-11-01', Expires: '2026-05-31' });
    expect(runsOut({ blocks: [...emptied, left], time: steady })).toBe('2026-06-01');
  });

  it('is never after the last day that Sheets knows', () => {
    const time = ['2026-03-01', '2026-03-02', '2026-03-03'].map(date => work(date, '1s'));
    expect(runsOut({ blocks: [block(900_000, { Price: 0, 'Normal rate': 0 })], time })).toBe('9999-12-31');
  });
});

describe('with a block that repeats', () => {
  /** 10 h in 20 days. */
  const time = [work('2026-03-12', 4), work('2026-03-20', 4), work('2026-03-31', 2)];
  const march = { Date: '2026-03-01', Expires: '2026-03-31', Repeats: 'monthly' };
  const on = (...blocks: Row[]) => runsOut({ blocks, time });

  it('the hours of coming periods count, each from its first day to its last', () => {
    expect(on(block(12, march))).toBe('2026-04-25');
    expect(on(block(15, march))).toBe('2026-05-31');
    expect(on(block(12, { ...march, Expires: '' }), block(2))).toBe('2026-05-26');
  });

  it('there is no day where the hours of each period last until the next', () => {
    expect(on(block(15.5, march))).toBe('repeats');
    const next = { Date: '2026-03-31', Starts: '2026-04-01', Expires: '2026-04-30', Repeats: 'monthly' };
    expect(on(block(12), block(20, next))).toBe('repeats');
  });

  it('it is as any other once Repeats is cleared', () => {
    expect(on(block(12, { ...march, Repeats: '' }))).toBe('2026-04-01');
  });
});

describe('words in place of the day', () => {
  it('are "used up" at zero and below', () => {
    expect(runsOut({ blocks: [block(8, { Date: '2025-11-01' })], time: steady })).toBe('used up');
    expect(runsOut({ blocks: [block(4, { Date: '2025-11-01' })], time: steady })).toBe('used up');
    expect(runsOut({})).toBe('used up');
  });

  it('are "not enough history" below three charged entries', () => {
    const two = [work('2026-03-01', 1), work('2026-03-02', 1), work('2026-03-03', 1, { Charged: 0 })];
    expect(runsOut({ blocks: [block(20)], time: two })).toBe('not enough history');
    expect(runsOut({ blocks: [block(20)], time: [...two, work('2026-03-04', 1)] })).not.toBe(
      'not enough history',
    );
  });

  it('are "not enough history" where the first charged entry is not 14 days old', () => {
    const from = (first: string) => [work(first, 1), work('2026-03-25', 1), work('2026-03-26', 1)];
    expect(runsOut({ blocks: [block(20)], time: from('2026-03-18') })).toBe('not enough history');
    expect(runsOut({ blocks: [block(20)], time: from('2026-03-17') })).not.toBe('not enough history');
  });

  it('are "not enough history" where nothing was charged lately', () => {
    const time = ['2025-01-05', '2025-01-06', '2025-01-07'].map(date => work(date, 1));
    expect(runsOut({ blocks: [block(20, { Date: '2025-01-01' })], time })).toBe('not enough history');
    expect(runsOut({ blocks: [block(20)] })).toBe('not enough history');
  });
});
