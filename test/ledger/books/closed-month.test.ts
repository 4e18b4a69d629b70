import { expect, it } from 'vitest';
import { closedNow, digestText, lateText } from '../../../src/ledger/books/closed-month';
import { type Month, monthsBetween, parseMonth } from '../../../src/ledger/units/month';
import { day, h } from '../builders';

const work = (entries: number, hours: number) => ({ entries, charged: h(hours) });

it('says what came late by what it does to the balance', () => {
  expect(lateText(work(5, 10), work(5, 10))).toBe('');
  expect(lateText(work(5, 10), work(7, 11.5))).toBe('2 entries came late: −1.5 h');
  expect(lateText(work(5, 10), work(6, 10))).toBe('1 entry came late: 0 h');
  expect(lateText(work(5, 10), work(5, 9))).toBe('Entries were changed: +1 h');
  expect(lateText(work(5, 10), work(4, 8))).toBe('1 entry was taken out: +2 h');
});

it('of several rows of a month the last one tells whether it is closed', () => {
  const row = {
    month: '2026-01' as Month,
    row: 2,
    digest: '',
    work: work(0, 0),
    hours: undefined,
    late: '',
    reopenedOn: undefined,
  };
  const reopened = { ...row, reopenedOn: day('2026-03-01') };
  expect([...closedNow([row]).keys()]).toEqual(['2026-01']);
  expect([...closedNow([reopened]).keys()]).toEqual([]);
  expect(closedNow([reopened, { ...row, row: 3 }]).get('2026-01' as Month)?.row).toBe(3);
});

it('the digest does not depend on the order of the rows', () => {
  const line = (block: string) =>
    ({
      month: '2026-01',
      currency: 'USD',
      code: '1',
      account: 'A',
      amount: 1,
      client: 'C',
      block,
      memo: '',
    }) as never;
  const both = [line('B-1'), line('B-2')];
  expect(digestText(both, work(1, 1))).toBe(digestText(both.toReversed(), work(1, 1)));
  expect(digestText(both, work(1, 1))).not.toBe(digestText(both, work(1, 2)));
});

it('reads months, and lists them over a year’s end', () => {
  expect(['2026-01', ' 2026-12 ', '2026-13', '2026-1', 'Jan'].map(parseMonth)).toEqual([
    '2026-01',
    '2026-12',
    undefined,
    undefined,
    undefined,
  ]);
  expect(monthsBetween('2025-11' as Month, '2026-02' as Month)).toEqual([
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
  ]);
});
