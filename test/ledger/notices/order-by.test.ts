import { describe, expect, it } from 'vitest';
import { daysToPay, orderBy } from '../../../src/ledger/notices/run-out-range';
import { toSheetSerial } from '../../../src/ledger/units/calendar-date';
import { type Book, block, day, type Row, settled } from '../builders';

const sent = (number: string, date: string, state: 'Sent' | 'Failed' = 'Sent') => ({
  block: number,
  state,
  sentAt: toSheetSerial(day(date)) + 0.4,
});
const bought = (date: string, paid: string) => block(10, { Date: date, 'Paid on': paid });
/** Told on 1 March, 1 June and 1 September; paid 4, 20 and 9 days later. */
const book: Book = {
  blocks: [
    bought('2026-01-01', '2026-01-01'),
    bought('2026-03-03', '2026-03-05'),
    bought('2026-06-10', '2026-06-21'),
    bought('2026-09-10', '2026-09-10'),
  ],
};
const notices = [sent('B-0001', '2026-03-01'), sent('b-0002', '2026-06-01'), sent('B-0003', '2026-09-01')];
const days = (blocks: readonly Row[], rows = notices) => daysToPay(settled({ blocks }), rows);
const blocks = book.blocks as readonly Row[];

describe('the days from notice to payment', () => {
  it('are the median of what this client took', () => {
    expect(days(blocks)).toBe(9);
  });

  it('of an even number are the middle of both, rounded up', () => {
    expect(days(blocks.slice(0, 3))).toBe(12);
    expect(days(blocks, [sent('B-0001', '2026-03-01'), sent('B-0003', '2026-09-01')])).toBe(7);
  });

  it('are 14 where fewer than two are known', () => {
    expect(days(blocks.slice(0, 2))).toBe(14);
    expect(days(blocks, [])).toBe(14);
  });

  it('count from the first notice about a purchase', () => {
    const twice = [...notices, sent('B-0001', '2026-03-02'), sent('B-0003', '2026-08-20')];
    expect(days(blocks, twice)).toBe(20);
  });

  it('count no mail that did not go out, no other client’s, and no unpaid purchase', () => {
    expect(
      days(blocks, [
        sent('B-0001', '2026-03-01', 'Failed'),
        sent('B-0002', '2026-06-01'),
        sent('B-9', '2026-09-01'),
      ]),
    ).toBe(14);
    expect(
      days([...blocks.slice(0, 2), block(10, { Date: '2026-06-10' }), ...blocks.slice(3)], notices),
    ).toBe(7);
  });

  it('take what costs nothing as paid on its date', () => {
    const free = block(10, { Date: '2026-06-10', Price: 0 });
    expect(days([...blocks.slice(0, 2), free], notices)).toBe(7);
  });
});

describe('the day by which to order', () => {
  it('lies so many days before the time runs out', () => {
    expect(orderBy(settled(book), day('2027-02-01'), notices)).toBe(day('2027-01-23'));
    expect(orderBy(settled(book), day('2027-02-01'), [])).toBe(day('2027-01-18'));
  });

  it('is never past', () => {
    expect(orderBy(settled(book), day('2027-01-03'), notices)).toBe(day('2026-12-31'));
  });
});
